using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Readers;

/// <summary>Messages put together by chance: each fact is read as it was put in, and nothing else is.</summary>
public class GeneratedMessages
{
    [Theory]
    [InlineData(1, 600, 0.97)]
    [InlineData(2, 600, 0.97)]
    public void Facts_are_read_however_they_are_put_together(int seed, int count, double bar)
    {
        var generator = new MessageGenerator(seed);
        var (right, wrong, misses) = (0, 0, new List<string>());
        for (var i = 0; i < count; i++)
        {
            var message = generator.Next();
            var reading = TestReader.Read(message.Text, region: message.Region, currency: message.Currency);
            foreach (var field in Field.Known)
            {
                var (wanted, read) = (message.Facts.GetValueOrDefault(field.Id), reading.Fact(field));
                right += wanted is not null && Same(wanted, read) ? 2 : 0;
                if (Same(wanted, read))
                    continue;
                wrong += (wanted is null ? 0 : 1) + (read is null ? 0 : 1);
                misses.Add($"{field.Id}: wanted {wanted}, read {read}: {message.Text}");
            }
        }
        var f1 = (double)right / (right + wrong);
        Assert.True(f1 >= bar, $"facts F1 {f1:F3}\n{string.Join('\n', misses.Take(20))}");
    }

    private static bool Same(string? wanted, string? read) => string.Equals(wanted, read, StringComparison.OrdinalIgnoreCase);
}
