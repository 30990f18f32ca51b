using System.Text.Json.Nodes;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Tests.Playbooks;

/// <summary>The schemas that editors use know the same keys as the program.</summary>
public class SchemaTests
{
    [Theory]
    [InlineData("playbook.yaml", "playbook")]
    [InlineData("fields.yaml", "fields")]
    [InlineData("texts.yaml", "texts")]
    [InlineData("cues.yaml", "cues")]
    [InlineData("not-prospects.yaml", "not-prospects")]
    [InlineData("scoring.yaml", "scoring")]
    [InlineData("next-steps.yaml", "next-steps")]
    [InlineData("desk/texts.yaml", "desk-texts")]
    [InlineData("routing.yaml", "routing")]
    public void A_schema_lists_the_keys_of_its_file(string path, string name)
    {
        var errors = new List<PlaybookError>();
        var file = DialogNode.Parse(DialogsFolder.File(path), errors).Entries().Select(entry => entry.Key).Order(StringComparer.Ordinal);
        var schema = JsonNode.Parse(DialogsFolder.File($"schema/{name}.json").Text)!["properties"]!.AsObject();

        Assert.Equal(file, schema.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.Empty(errors);
    }
}
