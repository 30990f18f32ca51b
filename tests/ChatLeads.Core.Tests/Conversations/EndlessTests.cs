using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;
using CsCheck;

namespace ChatLeads.Core.Tests.Conversations;

public class EndlessTests
{
    private static readonly Gen<string> Word = Gen.OneOf<string>(
        [.. Enum.GetNames<Intent>().Select(name => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{c}" : $"{c}")).ToLowerInvariant()),
         "need", "size=14", "size=3", "budget=5000EUR/year", "budget=-90EUR/month", "authority=decides", "authority=uses", "timeline=now",
         "timeline=later", "timeline=none", "name=Ana", "email=ana@acme.es", "phone=+34612340981", "company=Acme", "location=Lugo", "role=gerente"]);

    private static readonly Gen<string> Readings = Gen.Select(Gen.OneOf<string>("es", "en", "-"), Word.Array[0, 3], (language, words) => $"{language} {string.Join(' ', words.Distinct())}");

    [Fact]
    public void Whatever_is_said_no_field_is_asked_more_than_twice_and_the_questions_end() =>
        Readings.Array[1, 60].Sample(readings =>
        {
            var chat = new Chat();
            foreach (var reading in readings)
                chat.Says("…", reading);

            // Consent comes back once when the person does.
            Assert.All(chat.Asked.GroupBy(field => field), asked => Assert.True(asked.Count() <= (asked.Key == "consent" ? 3 : 2), $"{asked.Key} was asked {asked.Count()} times"));
            Assert.True(chat.AllEffects.OfType<AlertReps>().GroupBy(alert => alert.Reason).All(alerts => alerts.Count() <= 1 + chat.AllEffects.OfType<EraseLead>().Count()));
        }, iter: 150);

    [Fact]
    public void Whatever_is_said_nothing_is_kept_without_a_yes_to_the_consent_question() =>
        Readings.Array[1, 30].Sample(readings =>
        {
            var chat = new Chat();
            foreach (var reading in readings)
            {
                var (askedConsent, kept) = (chat.Asking == "consent", chat.State.MayBeKept);
                chat.Says("…", reading);
                if (chat.State.MayBeKept && !kept)
                    Assert.True(askedConsent && reading.Split(' ').Contains("affirm"), reading);
                if (chat.Effects.Any(effect => effect is KeepLead or AlertReps))
                    Assert.True(chat.State.IsLead);
            }
        }, iter: 150);

    [Fact]
    public void Every_message_gets_an_answer() =>
        Readings.Array[1, 30].Sample(readings =>
        {
            var chat = new Chat();
            foreach (var reading in readings)
            {
                chat.Says("…", reading);
                Assert.NotEmpty(chat.Replies);
                Assert.All(chat.Replies, reply => Assert.False(string.IsNullOrWhiteSpace(reply.Text) || reply.Text.Contains('{', StringComparison.Ordinal), reply.Text));
            }
        }, iter: 150);
}
