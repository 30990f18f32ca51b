using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Playbooks;

namespace ChatLeads.Core.Tests.Conversations;

/// <summary>A business adds a field that the reader knows nothing of.</summary>
public class OwnFieldTests
{
    private const string Vehicles = """
          vehicles:
            question: { es: "¿Cuántos vehículos lleváis?", en: "How many vehicles do you run?" }
            again: { es: "¿Cuántos vehículos, a ojo?", en: "Roughly how many vehicles?" }
            noted: { es: "{value} vehículos", en: "{value} vehicles" }

        """;

    [Fact]
    public void Its_answer_is_kept_as_typed_and_repeated()
    {
        var playbook = Playbook.Load([.. DialogsFolder.Files("").Select(file => file.Path == "fields.yaml" ? file with { Text = With(file.Text) } : file)]).Playbook!;
        var state = Scenes.Consented().State;
        state = Say(playbook, state, "Ana Ruiz, 612 340 981", "- name=Ana_Ruiz phone=+34612340981").State;
        Assert.Equal(new Field("vehicles"), state.Asking);

        var decision = Say(playbook, state, "doce furgonetas", "es");

        Assert.Equal(new TextValue("doce furgonetas"), decision.State.ValueOf(new Field("vehicles")));
        Assert.Contains("doce furgonetas vehículos", decision.Replies[^1].Text, StringComparison.Ordinal);
        Assert.Contains(decision.Effects.OfType<KeepLead>().Single().Lead.Facts, fact => fact.Field.Id == "vehicles");
    }

    private static string With(string fields) => fields
        .Replace("rep_needs: [name]", "rep_needs: [name, vehicles]", StringComparison.Ordinal)
        .Replace("  company:\n", Vehicles + "  company:\n", StringComparison.Ordinal);

    private static Decision Say(Playbook playbook, ConversationState state, string text, string reading) =>
        Conversation.Decide(playbook, state, new Said("m9", new TextSent(text), Chat.Read(reading, text)), Chat.Monday);
}
