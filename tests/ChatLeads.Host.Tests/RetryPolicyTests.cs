using ChatLeads.Host.Outbox;
using CsCheck;

namespace ChatLeads.Host.Tests;

public class RetryPolicyTests
{
    private static readonly Gen<(int Attempts, long Row)> Failures = Gen.Select(Gen.Int[1, RetryPolicy.MostAttempts - 1], Gen.Long[1, long.MaxValue]);

    [Fact]
    public void Never_sooner_than_told() => Gen.Select(Failures, Gen.Int[0, 100_000]).Sample((failure, seconds) =>
        RetryPolicy.Delay(failure.Attempts, failure.Row, TimeSpan.FromSeconds(seconds)) >= TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Between_eight_tenths_of_a_second_and_two_and_a_half_minutes() => Failures.Sample(failure =>
        RetryPolicy.Delay(failure.Attempts, failure.Row, null) is { } delay && delay.TotalSeconds is >= 0.8 and <= 150);

    [Fact]
    public void Doubles_at_first() =>
        Assert.Equal([1, 2, 4, 8, 16], Enumerable.Range(1, 5).Select(attempt => Math.Round(MeanSeconds(attempt))));

    [Fact]
    public void Is_given_up_in_the_end() => Assert.Null(RetryPolicy.Delay(RetryPolicy.MostAttempts, 1, null));

    private static double MeanSeconds(int attempt) =>
        Enumerable.Range(1, 2000).Average(row => RetryPolicy.Delay(attempt, row, null)!.Value.TotalSeconds);
}
