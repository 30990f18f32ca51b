using System.Security.Cryptography;
using System.Text;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Conversations;

public class ConsentTests
{
    [Fact]
    public void Given_nothing_left_that_could_change_the_temperature_then_consent_is_asked_at_once()
    {
        var chat = Scenes.HotOpening();

        Assert.Equal(["consent"], chat.Asked);
        Assert.Equal(["Sí, de acuerdo", "No, gracias"], chat.Replies[^1].Choices.Select(choice => choice.Label));
        Assert.False(chat.State.MayBeKept);
    }

    [Fact]
    public void Given_a_yes_then_the_proof_holds_exactly_what_was_shown()
    {
        var chat = Scenes.HotOpening();
        var shown = chat.Replies[^1].Text;
        chat.Says("sí, de acuerdo", "es affirm");

        var record = Assert.Single(chat.Effects.OfType<KeepConsent>()).Record;
        Assert.Equal(shown, record.Text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown))), record.TextHash);
        Assert.Contains("v3", shown, StringComparison.Ordinal);
        Assert.Contains(record.PolicyUrl.ToString(), shown, StringComparison.Ordinal);
        Assert.Equal(("v3", "es", "webchat", "m2", true), (record.PolicyVersion, record.Language, record.Channel, record.MessageId, record.Granted));
        Assert.True(chat.State.MayBeKept);
    }

    [Theory]
    [InlineData("sí, pero sin publicidad")]
    [InlineData("vale, y nada de spam")]
    [InlineData("yes, just no newsletters please")]
    public void Given_a_yes_without_advertising_then_news_are_not_offered(string words)
    {
        var chat = Scenes.HotOpening().Says(words, "es affirm").Says("Ana Ruiz, ana@acme.es", "es name=Ana_Ruiz email=ana@acme.es");

        Assert.True(chat.State.MayBeKept);
        Assert.False(chat.State.Marketing);
        Assert.DoesNotContain("marketing_consent", chat.Asked);
    }

    [Fact]
    public void Given_contact_data_before_consent_then_it_is_held_and_consent_is_asked_right_then()
    {
        var chat = new Chat().Says("llamadme al 612 340 981, queremos un crm", "es need phone=+34612340981");

        Assert.Equal("consent", chat.Asking);
        Assert.False(chat.Did<KeepLead>());

        Assert.Single(chat.Says("vale", "es affirm").Effects.OfType<KeepLead>());
    }

    [Fact]
    public void Given_a_no_then_all_is_dropped_and_only_a_count_remains()
    {
        var chat = Scenes.HotOpening().Says("no, prefiero que no", "es deny");

        Assert.Empty(chat.State.Facts);
        Assert.Empty(chat.State.Signals);
        Assert.Null(chat.Asking);
        Assert.Single(chat.Effects.OfType<CountRefusal>());
        Assert.Contains("976 000 000", chat.Text, StringComparison.Ordinal);
        Assert.False(chat.Did<KeepConsent>());
        Assert.DoesNotContain("Zaragoza", chat.Json, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Given_a_no_then_later_facts_are_not_noted_and_nothing_is_asked()
    {
        var chat = Scenes.HotOpening().Says("no", "es deny").Says("somos 14, ¿funciona en mac?", "es ask_question size=14");

        Assert.Empty(chat.State.Facts);
        Assert.Null(chat.Asking);
        Assert.NotEmpty(chat.Replies);
    }

    [Fact]
    public void Given_a_no_and_then_contact_data_of_their_own_accord_then_consent_may_be_asked_once_more()
    {
        var chat = Scenes.HotOpening().Says("no", "es deny").Says("bueno, escribidme a ana@acme.es", "es email=ana@acme.es");
        Assert.Equal("consent", chat.Asking);

        chat.Says("no", "es deny").Says("ana@acme.es", "- email=ana@acme.es");
        Assert.Null(chat.Asking);
        Assert.False(chat.State.MayBeKept);
    }

    [Fact]
    public void Given_an_unclear_answer_then_it_asks_once_more_and_then_takes_it_as_a_no()
    {
        var chat = Scenes.HotOpening().Says("ya veremos", "es");
        Assert.Equal("consent", chat.Asking);

        chat.Says("mmm", "es");
        Assert.Null(chat.Asking);
        Assert.Equal(Ending.ConsentRefused, chat.State.Ended);
    }

    [Fact]
    public void Given_questions_instead_of_an_answer_then_they_are_answered_and_only_an_explicit_yes_still_counts()
    {
        var chat = Scenes.HotOpening().Says("¿para qué los queréis?", "es ask_question").Says("¿y los vendéis?", "es ask_question");
        Assert.Null(chat.Replies[^1].Asking);
        Assert.NotEmpty(chat.State.Facts);

        // The last words were an answer about data: "vale" may be to that.
        chat.Says("vale", "es affirm");
        Assert.False(chat.State.MayBeKept);
        Assert.Equal("consent", chat.Replies[^1].Asking?.Id);

        chat.Says("¿y con quién hablaría?", "es ask_question").Says("vale", "es affirm");
        Assert.False(chat.State.MayBeKept);
        Assert.Contains("acepto", chat.Replies[^1].Text, StringComparison.Ordinal);

        chat.Says("acepto", "es");

        Assert.True(chat.State.MayBeKept);
        Assert.Equal(["consent", "consent", "consent", "name"], chat.Asked);
    }

    [Fact]
    public void Given_contact_data_after_the_question_was_left_open_then_it_comes_back_once_and_a_plain_yes_counts()
    {
        var chat = Scenes.HotOpening().Says("no, perdón, somos 25", "es size=25").Says("queremos empezar ya", "es timeline=now");
        Assert.Null(chat.Replies[^1].Asking);

        chat.Says("marta@acme.es", "- email=marta@acme.es");
        Assert.Equal("consent", chat.Replies[^1].Asking?.Id);
        Assert.Contains("v3", chat.Replies[^1].Text, StringComparison.Ordinal);

        chat.Says("sí, pero sin publicidad", "es affirm");
        Assert.True(chat.State.IsLead);
        Assert.Equal(3, chat.Asked.Count(field => field == "consent"));
    }

    [Fact]
    public void Given_contact_data_again_and_again_then_nobody_is_pestered()
    {
        var chat = Scenes.HotOpening().Says("somos 25", "es size=25").Says("ya", "es timeline=now");
        foreach (var number in Enumerable.Range(1, 4))
            chat.Says($"ana{number}@acme.es", $"- email=ana{number}@acme.es");

        Assert.Equal(3, chat.Asked.Count(field => field == "consent"));
        Assert.False(chat.State.MayBeKept);
    }

    [Fact]
    public void Given_contact_data_as_an_answer_then_that_is_no_yes()
    {
        var chat = Scenes.HotOpening().Says("ana@acme.es", "- email=ana@acme.es");

        Assert.False(chat.State.MayBeKept);
        Assert.Equal("consent", chat.Asking);
    }

    [Fact]
    public void Given_a_yes_to_something_else_then_it_is_no_consent()
    {
        var chat = new Chat().Opens().Says("sí", "es affirm");

        Assert.False(chat.State.MayBeKept);
        Assert.False(chat.Did<KeepConsent>());
    }

    [Fact]
    public void Given_a_pressed_button_then_it_counts_as_the_words() =>
        Assert.True(Scenes.HotOpening().Presses("consent:yes", "Sí, de acuerdo").State.MayBeKept);

    [Fact]
    public void Given_a_buttons_label_as_text_then_it_counts_as_the_press() =>
        Assert.True(Scenes.HotOpening().Says("Sí, de acuerdo", "es").State.MayBeKept);

    [Theory]
    [InlineData("consent:yes")]
    [InlineData("consent")]
    [InlineData("timeline:now")]
    [InlineData("consent:yes:yes")]
    public void Given_a_forged_or_stale_press_then_nothing_happens(string value)
    {
        var before = new Chat().Opens();
        var state = before.Json;

        var after = before.Presses(value);

        Assert.Empty(after.Replies);
        Assert.Empty(after.Effects);
        Assert.Equal(state, after.Json);
    }

    [Theory]
    [InlineData("pero no os voy a dar ningún dato", "es deny")]
    [InlineData("i'm not giving you any data", "en deny")]
    public void Given_a_refusal_of_everything_then_nobody_is_pestered(string text, string reading)
    {
        var chat = new Chat().Says("somos 8 y necesitamos facturar", "es need size=8").Says(text, reading);

        Assert.Null(chat.Asking);
        Assert.Empty(chat.State.Facts);
        Assert.Equal(Ending.ConsentRefused, chat.State.Ended);
    }

    [Fact]
    public void Marketing_is_asked_by_itself_once_after_contact_data_and_blocks_nothing()
    {
        var chat = WarmLead();
        Assert.Equal("marketing_consent", chat.Asking);
        Assert.True(chat.Did<KeepLead>());

        chat.Says("mejor no", "es deny");

        Assert.Null(chat.Asking);
        var record = Assert.Single(chat.Effects.OfType<KeepConsent>()).Record;
        Assert.Equal((ConsentPurpose.Marketing, false), (record.Purpose, record.Granted));
        Assert.False(chat.AllEffects.OfType<KeepLead>().Last().Lead.Marketing);
        Assert.Equal(Ending.Noted, chat.State.Ended);
    }

    [Fact]
    public void No_news_please_is_an_answer_to_the_question_about_news_alone()
    {
        var chat = WarmLead().Says("no quiero publicidad", "es deny opt_out");

        Assert.False(chat.Did<StopMessages>());
        Assert.False(chat.State.Marketing);
        Assert.Equal(Ending.Noted, chat.State.Ended);
    }

    [Fact]
    public void Marketing_needs_a_plain_yes()
    {
        Assert.False(WarmLead().Says("¿eso qué es?", "es ask_question").State.Marketing);
        Assert.True(WarmLead().Says("claro", "es affirm").AllEffects.OfType<KeepLead>().Last().Lead.Marketing);
    }

    private static Chat WarmLead() => new Chat()
        .Says("queremos un crm, somos 14, lo propongo yo, en dos meses, unos 5000 al año", "es need size=14 authority=influences timeline=quarter budget=5000EUR/year")
        .Says("sí", "es affirm").Says("Sol Herrero", "- name=Sol_Herrero").Says("sol@acme.es", "- email=sol@acme.es");
}
