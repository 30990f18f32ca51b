using System.Globalization;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Desk;
using ChatLeads.Storage;

namespace ChatLeads.Host.Desk;

/// <summary>A staff member's turn: who, when, and where to look. What is changed in <see cref="Db"/> is committed with the answer.</summary>
internal sealed record DeskTurn(ChatLeadsDb Db, Staff Staff, Dialogs Dialogs, StaffDirectory People, DateTimeOffset Now)
{
    /// <summary>What this conversation has been about.</summary>
    public DeskContext Context { get; init; } = new();

    /// <summary>Where it was asked: <c>webchat</c>, <c>telegram</c>, <c>teams</c>.</summary>
    public string Channel { get; init; } = "";

    public string Language => Dialogs.Playbook.Firm.Languages.Contains(Staff.Language) ? Staff.Language : Dialogs.Playbook.Firm.Languages[0];
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);
    public LeadCard Cards => Dialogs.Desk.Cards;

    public Reply Say<T>(T phrase, params ReadOnlySpan<(string Name, string Value)> values) where T : struct, Enum =>
        new(Words(phrase, values), Language);

    public string Words<T>(T phrase, params ReadOnlySpan<(string Name, string Value)> values) where T : struct, Enum =>
        Dialogs.Desk.Answers.Say(phrase, Language, values);

    /// <summary>On the firm's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Dialogs.Playbook.Firm.Office.Zone);

    public string TimeOfDay(DateTimeOffset at) => Local(at).ToString("t", Culture);
}
