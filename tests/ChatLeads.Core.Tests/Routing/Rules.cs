using ChatLeads.Core.Playbooks;
using ChatLeads.Core.Routing;

namespace ChatLeads.Core.Tests.Routing;

/// <summary>The repository's playbook with a <c>routing.yaml</c> of the test's own.</summary>
internal static class Rules
{
    public static RoutingRules Of(string yaml)
    {
        var result = Load(yaml);
        Assert.Empty(result.Errors);
        return result.Playbook!.Routing;
    }

    public static PlaybookResult Load(string yaml) => Playbook.Load(
        [.. DialogsFolder.Files("").Where(file => file.Path != "routing.yaml"), new DialogFile("routing.yaml", yaml)]);
}
