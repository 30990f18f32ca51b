using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Conversations;

public class QualifyingTests
{
    [Fact]
    public void Given_a_hot_opening_then_only_consent_a_name_and_a_contact_point_are_asked()
    {
        var chat = Scenes.Consented();
        Assert.Equal("name", chat.Asking);

        chat.Says("ana ruiz, 612 340 981", "- name=Ana_Ruiz phone=+34612340981");

        Assert.Null(chat.Asking);
        Assert.Equal(["consent", "name"], chat.Asked);
        Assert.Single(chat.AllEffects.OfType<AlertReps>(), new AlertReps(AlertReason.Hot));
        Assert.Equal((Temperature.Hot, Stage.Mql), (Lead(chat).Score.Temperature, Lead(chat).Stage));
    }

    [Fact]
    public void Given_the_end_then_it_says_what_it_noted_and_when_somebody_calls()
    {
        var chat = Scenes.HotLead();

        Assert.Contains("Ana", chat.Text, StringComparison.Ordinal);
        Assert.Contains("equipo de 14", chat.Text, StringComparison.Ordinal);
        Assert.Contains("hoy antes de las 11:00", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_correction_after_the_end_then_it_is_taken_and_scored_again_without_a_second_alert()
    {
        var chat = Scenes.HotLead().Says("somos 15 con el nuevo", "es size=15");

        Assert.Contains("equipo de 15", chat.Text, StringComparison.Ordinal);
        Assert.Null(chat.Asking);
        Assert.Equal(new RangeValue(15, 15), Lead(chat).Facts.Single(fact => fact.Field == Field.CompanySize).Value);
        Assert.Single(chat.AllEffects.OfType<AlertReps>());
    }

    [Fact]
    public void Every_fact_quotes_the_message_that_it_came_from()
    {
        var chat = new Chat().Says("somos 14", "es size=14");

        var quote = Assert.Single(chat.State.Facts).Quote;
        Assert.Equal(new Quote("m1", "somos 14", chat.Now), quote);
    }

    [Fact]
    public void Given_several_facts_and_an_answer_to_another_question_then_none_of_them_is_asked_for()
    {
        var chat = new Chat().Opens().Says("somos 14 y lo decido yo, para este mes", "es size=14 authority=decides timeline=now");

        Assert.Equal("need", chat.Asking);
        chat.Says("nos duplica pacientes", "es need");
        Assert.Equal("budget", chat.Asking);
    }

    [Fact]
    public void Given_a_single_word_in_passing_then_a_full_name_stays()
    {
        var chat = Scenes.Consented().Says("Lola Prats", "- name=Lola_Prats").Says("la farmacia es mía", "es name=Mía");
        Assert.Equal(new TextValue("Lola Prats"), chat.State.ValueOf(Field.Name));

        chat.Says("me llamo Dolores Prats", "es name=Dolores_Prats");
        Assert.Equal(new TextValue("Dolores Prats"), chat.State.ValueOf(Field.Name));
    }

    [Fact]
    public void Given_a_refusal_then_the_field_is_never_asked_again()
    {
        var chat = new Chat().Says("queremos un crm ya, decido yo", "es need timeline=now authority=decides");
        Assert.Equal("budget", chat.Asking);

        chat.Says("prefiero no decirlo", "es deny");
        for (var i = 0; i < 10 && chat.Asking is not null; i++)
            chat.Says("vale", "es affirm");

        Assert.Single(chat.Asked, "budget");
    }

    [Fact]
    public void Given_no_idea_then_the_field_is_not_asked_again()
    {
        var chat = new Chat().Says("queremos un crm ya, decido yo", "es need timeline=now authority=decides").Says("pues no sabría decirte", "es");

        Assert.Contains(Field.Budget, chat.State.Declined);
        Assert.NotEqual("budget", chat.Asking);
    }

    [Fact]
    public void Given_a_question_of_their_own_then_it_is_answered_and_the_pending_one_comes_back()
    {
        var chat = new Chat().Says("queremos un crm ya, decido yo", "es need timeline=now authority=decides");
        Assert.Equal("budget", chat.Asking);

        chat.Says("¿qué precio tiene?", "es ask_price");

        Assert.Equal("budget", chat.Asking);
        Assert.True(chat.Text.Length > 80, chat.Text);
    }

    [Fact]
    public void Given_a_wish_for_a_demo_among_other_words_then_the_answer_is_about_the_demo() =>
        Assert.Contains("30 minutes by video call", new Chat().Says("I'm comparing three vendors, can I see a demo?", "en ask_demo").Text, StringComparison.Ordinal);

    [Fact]
    public void Given_a_question_that_nothing_fits_then_it_says_so_and_offers_a_person() =>
        Assert.Contains("976 000 000", new Chat().Says("¿os gustan los unicornios violetas?", "es ask_question").Text, StringComparison.Ordinal);

    [Fact]
    public void Given_one_contact_point_refused_then_the_other_is_asked_for()
    {
        var chat = Scenes.Consented().Says("Ana", "- name=Ana");
        Assert.Equal("phone", chat.Asking);

        chat.Says("prefiero no darlo", "es deny");
        Assert.Equal("email", chat.Asking);

        chat.Says("tampoco", "es deny");
        Assert.Null(chat.Asking);
        Assert.False(chat.Did<KeepLead>());
        Assert.Equal(Ending.Unreachable, chat.State.Ended);
    }

    [Fact]
    public void Given_silence_after_consent_then_the_lead_is_scored_as_it_stands_and_nothing_is_said()
    {
        var chat = new Chat()
            .Says("queremos un crm, mi correo es ana@acme.es", "es need email=ana@acme.es")
            .Says("sí", "es affirm").Takes(new FellSilent());

        Assert.Empty(chat.Replies);
        Assert.Single(chat.Effects.OfType<KeepLead>());
        Assert.NotNull(chat.Asking);
    }

    [Fact]
    public void Given_silence_without_consent_then_nothing_happens()
    {
        var chat = Scenes.HotOpening().Takes(new FellSilent());

        Assert.Empty(chat.Replies);
        Assert.Empty(chat.Effects);
        Assert.Equal("consent", chat.Asking);
    }

    [Fact]
    public void Given_a_pressed_choice_then_it_is_the_fact()
    {
        var chat = new Chat().Says("queremos un crm, somos 20, 9000 al año, decido yo", "es need size=20 budget=9000EUR/year authority=decides");
        Assert.Equal("timeline", chat.Asking);

        chat.Presses("timeline:now", "Cuanto antes");

        Assert.Equal(new ChoiceValue("now"), chat.State.ValueOf(Field.Timeline));
        Assert.Equal("consent", chat.Asking);
    }

    private static LeadSnapshot Lead(Chat chat) => chat.AllEffects.OfType<KeepLead>().Last().Lead;
}
