using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Conversations;

public class GreetingTests
{
    [Fact]
    public void Given_an_opened_chat_then_the_bot_says_that_it_is_a_program_and_asks_one_open_question()
    {
        var chat = new Chat().Opens();

        Assert.Contains("un programa, no una persona", chat.Text, StringComparison.Ordinal);
        Assert.Equal("need", chat.Asking);
        Assert.False(chat.Did<CountContact>());
    }

    [Fact]
    public void Given_an_english_browser_then_it_greets_in_english() =>
        Assert.Contains("a program, not a person", new Chat().Opens("en").Text, StringComparison.Ordinal);

    [Fact]
    public void Given_an_opening_that_tells_no_language_then_it_stays_open()
    {
        Assert.Null(new Chat().Opens().State.Language);
        Assert.Equal("en", new Chat().Opens("en").State.Language);
        Assert.Equal("es", new Chat().Says("14", "- size=14").State.Language);
    }

    [Fact]
    public void Given_no_opening_then_the_first_answer_discloses_whatever_it_is()
    {
        var chat = new Chat().Says("¿qué precio tiene?", "es ask_price");

        Assert.StartsWith("¡Hola! Soy el asistente virtual de Nimbo Gestión (un programa, no una persona).", chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_first_words_then_one_contact_is_counted_once()
    {
        var chat = new Chat().Takes(new Visited(new Visit(Campaign: "google")));
        chat.Says("hola", "es greet").Says("hola?", "es greet");

        var counted = Assert.Single(chat.AllEffects.OfType<CountContact>());
        Assert.Equal("google", counted.Visit?.Campaign);
    }

    [Fact]
    public void Given_a_change_of_language_then_it_answers_in_it_and_discloses_again_once()
    {
        var chat = new Chat().Opens("es").Says("hi, do you speak english?", "en greet ask_question");
        Assert.Contains("By the way, I'm Nimbo Gestión's virtual assistant", chat.Text, StringComparison.Ordinal);

        chat.Says("we lose our appointments", "en need");
        Assert.DoesNotContain("virtual assistant", chat.Text, StringComparison.Ordinal);
        Assert.All(chat.Replies, reply => Assert.Equal("en", reply.Language));
    }

    [Fact]
    public void Given_words_of_no_language_then_the_language_stays()
    {
        var chat = new Chat().Says("hello, we need a crm", "en greet need").Says("20", "- size=20");

        Assert.Equal("en", chat.Replies[^1].Language);
    }

    [Fact]
    public void Given_a_reloaded_page_then_it_is_not_greeted_again()
    {
        var chat = new Chat().Opens().Opens();
        Assert.Empty(chat.Replies);
        Assert.Equal("need", chat.Asking);

        Assert.Empty(chat.Says("necesitamos un crm", "es need").Opens().Replies);
    }

    [Fact]
    public void Given_a_kept_prospect_who_comes_back_then_it_goes_on_where_they_left()
    {
        var chat = Scenes.Consented().Says("soy Ana Ruiz", "es name=Ana_Ruiz");
        Assert.Equal("phone", chat.Asking);

        chat.After(TimeSpan.FromHours(3)).Opens();

        Assert.Contains(", Ana", chat.Text, StringComparison.Ordinal);
        Assert.Equal("phone", chat.Asking);
    }

    [Fact]
    public void Given_a_file_then_it_says_that_it_reads_text_only_and_asks_on()
    {
        var chat = new Chat().Opens().Takes(new Unreadable("image"));

        Assert.Contains("solo leo texto", chat.Text, StringComparison.Ordinal);
        Assert.Equal("need", chat.Asking);
    }
}
