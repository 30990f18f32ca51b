using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Core.Tests.Conversations;

public class TakeoverTests
{
    private const int Marta = 7;

    [Fact]
    public void Given_a_person_takes_over_then_the_prospect_is_told_by_name_and_the_bot_is_silent()
    {
        var chat = Taken();
        Assert.Contains("Marta", chat.Text);

        chat.Says("¿y cuánto cuesta?", "es ask_price").After(TimeSpan.FromHours(2)).Says("hola?", "es greet").Opens();

        Assert.Empty(chat.Replies);
        Assert.Equal(Marta, chat.State.InHumanHands!.StaffId);
    }

    [Fact]
    public void Given_silence_of_the_bot_then_facts_and_signals_are_kept_all_the_same()
    {
        var chat = Taken().Says("seremos 25 al final, y quiero la demo", "es ask_demo size=25");

        Assert.Empty(chat.Replies);
        var lead = Assert.Single(chat.Effects.OfType<KeepLead>()).Lead;
        Assert.Contains(lead.Facts, fact => fact.Field == Field.CompanySize && fact.Quote.Text.Contains("25"));
        Assert.Contains(chat.State.Signals, signal => signal.Intent == Intent.AskDemo);
    }

    [Fact]
    public void Given_a_question_that_was_open_then_a_yes_to_the_person_is_no_answer_to_it()
    {
        var chat = Warm();
        Assert.Equal("marketing_consent", chat.Asking);

        chat.Takes(new TakenOver(Marta, "Marta")).Says("sí, claro", "es affirm").Presses("marketing_consent:yes", "Sí, de acuerdo");

        Assert.Null(chat.State.Marketing);
        Assert.Single(chat.AllEffects.OfType<KeepConsent>());
    }

    [Fact]
    public void Given_what_the_law_grants_then_it_is_done_at_once_and_confirmed()
    {
        var access = Taken().Says("¿qué datos tenéis de mí?", "es access_data");
        Assert.True(access.Did<TellStoredData>());
        Assert.NotNull(access.State.InHumanHands);

        var erased = Taken().Says("borrad mis datos", "es erase_data");
        Assert.True(erased.Did<EraseLead>());
        Assert.NotEmpty(erased.Replies);
        Assert.Null(erased.State.InHumanHands);

        var stopped = Taken().Says("no me escribáis más", "es opt_out");
        Assert.True(stopped.Did<StopMessages>());
        Assert.NotEmpty(stopped.Replies);
        Assert.Null(stopped.State.InHumanHands);
    }

    [Fact]
    public void Given_it_back_then_the_bot_says_so_answers_what_was_left_and_goes_on_when_spoken_to()
    {
        var chat = Taken().Says("¿tenéis app para el móvil?", "es ask_question");
        chat.Takes(new GivenBack(Marta, "¿tenéis app para el móvil?"), Chat.Read("es ask_question", "¿tenéis app para el móvil?"));

        Assert.StartsWith("Marta ha salido del chat", chat.Text, StringComparison.Ordinal);
        Assert.Contains("iPhone", chat.Text);
        Assert.Null(chat.State.InHumanHands);
        Assert.NotEmpty(chat.Says("gracias", "es goodbye").Replies);
    }

    [Fact]
    public void Given_another_has_it_by_now_then_giving_back_changes_nothing()
    {
        var chat = Taken().Takes(new TakenOver(8, "Luis")).Takes(new GivenBack(Marta));

        Assert.Empty(chat.Replies);
        Assert.Equal(8, chat.State.InHumanHands!.StaffId);
    }

    [Fact]
    public void Given_words_of_the_person_then_their_time_begins_anew()
    {
        var chat = Taken().After(TimeSpan.FromMinutes(20)).Takes(new RepSaid(Marta, "Marta", "¿Te va bien el martes?"));

        Assert.Empty(chat.Replies);
        Assert.Equal(chat.Now, chat.State.InHumanHands!.LastWordAt);
    }

    private static Chat Taken() => Warm().Takes(new TakenOver(Marta, "Marta"));

    /// <summary>A warm lead who was asked about news last.</summary>
    private static Chat Warm() => new Chat()
        .Says("queremos un crm, somos 14, lo propongo yo, en dos meses, unos 5000 al año", "es need size=14 authority=influences timeline=quarter budget=5000EUR/year")
        .Says("sí", "es affirm").Says("Sol Herrero", "- name=Sol_Herrero").Says("sol@acme.es", "- email=sol@acme.es");
}
