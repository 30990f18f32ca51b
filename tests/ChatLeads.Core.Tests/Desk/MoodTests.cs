using ChatLeads.Core.Desk;

namespace ChatLeads.Core.Tests.Desk;

public class MoodTests
{
    /// <summary>An order of every kind of change, and the same one forbidden, wished for, under a condition or asked about.</summary>
    public static TheoryData<string, string> Pairs => new()
    {
        { "marca el 45 como perdido", "no marques el 45 como perdido" },
        { "marca el 45 como ganado", "si firma mañana marca el 45 como ganado" },
        { "el 45 ha firmado", "ojala el 45 ha firmado" },
        { "45 has signed", "45 hasn't signed" },
        { "mark 45 as lost", "never mark 45 as lost" },
        { "mark 45 as won", "mark 45 as won if he pays" },
        { "45 is won", "is 45 won?" },
        { "asigna el 45 a Marta", "no asignes el 45 a Marta" },
        { "assign 45 to Tom", "don't assign 45 to Tom" },
        { "me quedo el 45", "no me quedo el 45" },
        { "claim 45", "do not claim 45" },
        { "apunta en el 45 que viene el lunes", "no apuntes en el 45 que viene el lunes" },
        { "add a note to 45: call Monday", "don't add a note to 45: call Monday" },
        { "pospon el 45 al lunes", "no pospongas el 45 al lunes" },
        { "snooze 45 until monday", "dont snooze 45 until monday" },
        { "anota 300 euros en Google", "no anotes 300 euros en Google" },
        { "log 300 euros for Google", "do not log 300 euros for Google" },
        { "invita a Luis Mora como comercial", "no invites a Luis Mora como comercial" },
        { "invite Luke Moss as a rep", "don't invite Luke Moss as a rep" },
        { "resumen diario a las 8", "no pongas resumen diario a las 8" },
        { "send me the daily digest at 8", "never send me the daily digest at 8 unless i ask" },
        { "borra los datos del 45", "no borres los datos del 45" },
        { "erase the data of 45", "don't erase the data of 45" },
        { "he llamado al 45", "todavia no he llamado al 45" },
        { "i called 45", "did you call 45?" },
        { "tomo el control del chat del 45", "no tomo el control del chat del 45" },
        { "take over the chat with 45", "don't take over the chat with 45" },
        { "devuelve el 45 al bot", "no devuelvas el 45 al bot" },
        { "release 45", "please don't release 45" },
        { "entro de guardia", "hoy no entro de guardia" },
        { "undo that", "don't undo that" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Only_an_order_changes_anything(string order, string none)
    {
        Assert.True(Sentences.Ask(order) is { Changes: true } or DeskRequest.Erase, Sentences.Json(Sentences.Ask(order)));
        var reading = Sentences.Ask(none);
        Assert.False(reading is { Changes: true } or DeskRequest.Erase, Sentences.Json(reading));
    }

    [Theory]
    [InlineData("no lo marques como perdido, pospon el 45 al lunes")]
    [InlineData("don't mark 45 as lost, snooze 45 until monday")]
    public void What_a_later_clause_asks_for_is_still_done(string text) => Assert.Equal(LeadRef.Of(45), Assert.IsType<DeskRequest.Snooze>(Sentences.Ask(text)).Lead);

    [Theory]
    [InlineData("asigna el 45 a Marta, no a Diego", "Marta")]
    [InlineData("assign 45 to Priya instead of Tom", "Priya")]
    public void Who_is_ruled_out_is_not_who_gets_it(string text, string to) => Assert.Equal(to, Assert.IsType<DeskRequest.Assign>(Sentences.Ask(text)).To);

    [Theory]
    [InlineData("nota en el 45: que nadie lo descarte", "que nadie lo descarte")]
    [InlineData("note on 45: don't call, if he signs send a gift", "don't call, if he signs send a gift")]
    public void A_note_keeps_its_words(string text, string noted) => Assert.Equal(noted, Assert.IsType<DeskRequest.AddNote>(Sentences.Ask(text)).Text);
}
