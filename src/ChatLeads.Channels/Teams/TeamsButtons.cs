using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLeads.Channels.WebChat;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Channels.Teams;

/// <summary>What a button of ours stands for.</summary>
/// <param name="Asked">The field that it answers.</param>
/// <param name="Question">The words of the message, where it is a question: it is answered once, and shows what was chosen.</param>
/// <param name="Leads">The leads that its card is about: an answer about the same ones takes the card's place.</param>
internal sealed record TeamsButton(string Value, string Label, Field? Asked, string? Question, IReadOnlyList<int> Leads)
{
    public ChoicePressed Content => new(Value, Label, Asked);
}

/// <summary>
/// Signs what buttons carry: a client may send any data, so a button is bound to its conversation. A card that we wrote to a
/// channel is pressed in the thread that grew from it, which counts as the same conversation.
/// </summary>
internal sealed class TeamsButtons(byte[] signingKey)
{
    private readonly byte[] key = HMACSHA256.HashData(signingKey, "ChatLeads Teams buttons"u8);

    public JsonObject Write(TeamsAddress to, TeamsButton button)
    {
        var data = new JsonObject { ["choice"] = button.Value, ["label"] = button.Label };
        if (button.Asked is { } asked)
            data["asked"] = asked.Id;
        if (button.Question is { } question)
            data["question"] = question;
        if (button.Leads.Count > 0)
            data["leads"] = new JsonArray([.. button.Leads.Select(lead => JsonValue.Create(lead))]);
        data["sign"] = Sign(to, button);
        return data;
    }

    /// <summary>Null when the data isn't ours, or was for another conversation.</summary>
    public TeamsButton? Read(TeamsAddress from, JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object || data.Text("choice") is not { } choice || data.Text("label") is not { } label
            || data.Text("sign") is not { } sign)
            return null;
        var button = new TeamsButton(choice, label, data.Text("asked") is { } asked ? new Field(asked) : null, data.Text("question"), Leads(data));
        return CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Sign(from, button)), System.Text.Encoding.UTF8.GetBytes(sign))
            ? button
            : null;
    }

    private static int[] Leads(JsonElement data) =>
        data.TryGetProperty("leads", out var leads) && leads.ValueKind == JsonValueKind.Array
            ? [.. leads.EnumerateArray().Where(lead => lead.ValueKind == JsonValueKind.Number && lead.TryGetInt32(out _)).Select(lead => lead.GetInt32())]
            : [];

    private string Sign(TeamsAddress address, TeamsButton button) => Base64Url.EncodeToString(HMACSHA256.HashData(key, JsonSerializer.SerializeToUtf8Bytes(
        new object?[] { address.Root, button.Value, button.Label, button.Asked?.Id, button.Question, button.Leads })).AsSpan(0, 16));
}
