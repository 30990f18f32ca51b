using System.Text.Json.Nodes;

namespace ChatLeads.Clients.Tests.Widget;

/// <summary>Answers of every shape that the true bot gives, by what is written: buttons, card, picture, and things that must stay text.</summary>
internal static class DoubleBot
{
    public static void Welcome(DoubleConversation conversation) =>
        conversation.Say(With(Text("¡Hola! Soy el asistente virtual (un programa, no una persona). ¿Qué te trae por aquí?"), ("Busco programa", "#search"), ("Solo miro", "#look")));

    public static void Answer(DoubleConversation conversation, string text)
    {
        switch (text)
        {
            case "card":
                conversation.Say(Card());
                break;
            case "picture":
                conversation.Say(new JsonObject { ["text"] = "El embudo:", ["attachments"] = new JsonArray(Picture()) });
                break;
            case "markup":
                conversation.Say(Text("<img src=x onerror='window.hacked=1'> <b>negrita</b> javascript:alert(1) https://example.com/a?b=1. ana@acme.com, +34 976 000 000"));
                break;
            case "buttons":
                conversation.Say(With(Text("¿De acuerdo?"), ("Sí, de acuerdo", "yes"), ("No, gracias", "no")));
                break;
            case "email":
                conversation.Say(new JsonObject { ["text"] = "¿A qué correo te escribo?", ["channelData"] = new JsonObject { ["asking"] = "email" } });
                break;
            case "person":
                conversation.Say(new JsonObject { ["text"] = "Soy Marta, del equipo.", ["from"] = new JsonObject { ["id"] = "rep", ["role"] = "bot", ["name"] = "Marta" } });
                break;
            case "silence":
                break;
            default:
                conversation.Say(Text($"Has dicho: {text}"));
                break;
        }
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static JsonObject With(JsonObject activity, params (string Title, string Value)[] choices)
    {
        var actions = choices.Select(c => (JsonNode)new JsonObject { ["type"] = "imBack", ["title"] = c.Title, ["value"] = c.Value });
        activity["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray([.. actions]) };
        return activity;
    }

    public static JsonObject Card() => new()
    {
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = JsonNode.Parse("""
                {"type":"AdaptiveCard","version":"1.5","body":[
                  {"type":"TextBlock","text":"Ana Ruiz","weight":"Bolder","size":"Medium"},
                  {"type":"TextBlock","text":"Clínica dental, Zaragoza","isSubtle":true},
                  {"type":"FactSet","facts":[{"title":"Presupuesto","value":"5.000–6.000 €"},{"title":"Plazo","value":"ya"}]}],
                 "actions":[{"type":"Action.Submit","title":"La llevo yo","data":{"msteams":{"type":"imBack","value":"claim 1"}}}]}
                """),
        }),
    };

    private static JsonObject Picture() => new()
    {
        ["contentType"] = "image/png",
        ["name"] = "Embudo de noviembre",
        ["contentUrl"] = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    };
}
