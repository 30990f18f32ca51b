using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Understanding;

/// <summary>E-mail addresses, written or dictated ("ana guion bajo ruiz arroba acme punto com").</summary>
internal static class EmailParser
{
    private const string Name = "email";

    public static void Find(Message message, Candidates found)
    {
        for (var at = 0; at < message.Tokens.Length; at++)
        {
            if (message.Tokens[at].Kind == TokenKind.Email)
                Add(message, found, FoldedText.Fold(message.Text(at, at + 1)), at, at + 1);
            else if (message.Is("email.at", at) || message.IsMark(at, "@"))
                FindDictated(message, found, at, message.Tokens[at].Norm);
        }
    }

    private static void FindDictated(Message message, Candidates found, int at, string sign)
    {
        var (before, after) = (DictatedAddress.WithoutBrackets(message, at, -1), DictatedAddress.WithoutBrackets(message, at, 1));
        var host = DictatedAddress.Host(message, after);
        if (host is null || !host.Value.Spoken && message.Is("email.loose", at) && before == at && !IsExpected(message))
            return;
        var local = DictatedAddress.Local(message, before, sign == "@");
        if (local is not null)
            Add(message, found, $"{local.Value.Text}@{host.Value.Text}", local.Value.Start, host.Value.End);
    }

    /// <summary>"at" before "acme.com" says a place unless an address is awaited.</summary>
    private static bool IsExpected(Message message) => message.Asks(Field.Email) || message.Has("email.cue");

    private static void Add(Message message, Candidates found, string address, int start, int end) =>
        found.Add(Field.Email, new TextValue(address), start, end, 100 + Owners.Mine(message, start), Name,
            Owners.IsOthers(message, start, end) ? Reasons.Others : Corrections.IsDead(message, end) ? Reasons.Corrected : null);
}
