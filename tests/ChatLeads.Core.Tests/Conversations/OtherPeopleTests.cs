using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Conversations;

public class OtherPeopleTests
{
    [Theory]
    [InlineData("os mando mi cv por si os hace falta gente", "es not_a_prospect name=Iván_Cuesta", "empleo@")]
    [InlineData("we sell seo services to firms like yours", "en not_a_prospect", "compras@")]
    [InlineData("escribo por un trabajo de la uni", "es not_a_prospect", "prensa")]
    [InlineData("perdón, me equivoqué de chat", "es not_a_prospect", "guardado nada")]
    [InlineData("we're already customers and our ticket is still open", "en support", "soporte@")]
    public void Given_no_prospect_then_a_fitting_answer_and_no_question(string text, string reading, string answer)
    {
        var chat = new Chat().Says(text, reading);

        Assert.Contains(answer, chat.Text, StringComparison.Ordinal);
        Assert.Null(chat.Asking);
        Assert.NotNull(chat.State.NotProspect);
        Assert.Empty(chat.Says("eso está en el cv", "es").Asked);
    }

    [Fact]
    public void Given_a_customer_who_then_wants_more_then_they_are_a_prospect_again()
    {
        var chat = new Chat().Says("soy cliente y mi ticket sigue abierto", "es support").Says("y además necesitamos facturación", "es need");

        Assert.Null(chat.State.NotProspect);
        Assert.NotNull(chat.Asking);
    }

    [Fact]
    public void Given_somebody_who_only_looks_then_two_questions_at_most_and_an_open_door()
    {
        var chat = new Chat().Says("hola, solo estoy mirando", "es greet just_looking timeline=none");
        Assert.Equal("consent", chat.Asking);

        chat.Says("sí, vale", "es affirm");
        Assert.Equal("email", chat.Asking);

        chat.Says("mar@tallermar.es", "- email=mar@tallermar.es");
        Assert.Equal(["consent", "email"], chat.Asked);
        Assert.Null(chat.Asking);
        var lead = chat.AllEffects.OfType<KeepLead>().Last().Lead;
        Assert.Equal((Temperature.Cold, Stage.Lead), (lead.Score.Temperature, lead.Stage));
    }

    [Fact]
    public void Given_somebody_who_only_looks_and_wants_no_guide_then_nothing_more_is_asked()
    {
        var chat = new Chat().Says("just browsing", "en just_looking timeline=none").Says("no thanks", "en deny");

        Assert.Null(chat.Asking);
        Assert.Single(chat.Effects.OfType<CountRefusal>());
    }

    [Theory]
    [InlineData("nada en concreto", "es")]
    [InlineData("no, thanks", "en deny")]
    public void Given_nothing_to_sort_out_then_they_only_look(string text, string reading)
    {
        var chat = new Chat().Opens().Says(text, reading);

        Assert.NotNull(chat.State.LookingQuestions);
        Assert.Equal("consent", chat.Asking);
    }

    [Fact]
    public void Given_somebody_who_looked_and_now_means_it_then_they_are_qualified()
    {
        var chat = new Chat().Says("just browsing", "en just_looking timeline=none").Says("actually, we want to buy a crm now", "en ready_to_buy need timeline=now");

        Assert.Null(chat.State.LookingQuestions);
        Assert.NotNull(chat.Asking);
    }

    [Fact]
    public void Given_a_wish_for_a_person_then_phone_consent_and_contact_at_once_and_one_alert()
    {
        var chat = new Chat().Says("quiero hablar con una persona", "es ask_human");
        Assert.Contains("976 000 000", chat.Text, StringComparison.Ordinal);
        Assert.Equal("consent", chat.Asking);

        chat.Says("sí", "es affirm").Says("Ana", "- name=Ana");
        Assert.Equal("phone", chat.Asking);
        chat.Says("612340981", "- phone=+34612340981");
        Assert.Equal(new AlertReps(AlertReason.WantsPerson), Assert.Single(chat.AllEffects.OfType<AlertReps>()));

        chat.Says("¿me llama alguien o no?", "es ask_human");
        Assert.Null(chat.Asking);
        Assert.Single(chat.AllEffects.OfType<AlertReps>());
    }

    [Fact]
    public void Given_an_opt_out_then_messages_stop_and_nothing_is_asked()
    {
        var chat = Scenes.HotLead().Says("no me escribáis más", "es opt_out");

        Assert.Single(chat.Effects.OfType<StopMessages>());
        Assert.Null(chat.Asking);
        Assert.Null(chat.Says("ok", "es affirm").Asking);
    }

    [Fact]
    public void Given_a_wish_to_be_erased_then_it_is_done_at_once_and_nothing_personal_stays()
    {
        var chat = Scenes.HotLead().Says("borrad mis datos", "es erase_data");

        Assert.Single(chat.Effects.OfType<EraseLead>());
        Assert.False(chat.State.MayBeKept);
        Assert.Empty(chat.State.Facts);
        Assert.DoesNotContain("Ruiz", chat.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_wish_to_know_what_is_stored_then_it_is_told()
    {
        Assert.Single(Scenes.HotLead().Says("¿qué datos tenéis?", "es access_data").Effects.OfType<TellStoredData>());
        Assert.Contains("No hay nada guardado", new Chat().Says("¿qué datos tenéis?", "es access_data").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_farewell_then_it_asks_nothing_more()
    {
        var chat = new Chat().Says("queremos un crm", "es need").Says("gracias, hasta luego", "es goodbye");

        Assert.Null(chat.Asking);
        Assert.Equal(Ending.Goodbye, chat.State.Ended);
    }
}
