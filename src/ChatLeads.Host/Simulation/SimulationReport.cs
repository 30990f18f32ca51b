using System.Globalization;
using ChatLeads.Core.Conversations.Simulation;

namespace ChatLeads.Host.Simulation;

/// <summary>What a run of conversations amounts to, in words.</summary>
internal sealed class SimulationReport(IReadOnlyList<Performance> performances)
{
    /// <summary>Conversations that did not end as their file expects, each with its differences.</summary>
    public IReadOnlyList<(string Id, string Differences)> Failures { get; } =
        [.. performances.Select(p => (p.Persona.Id, string.Join("; ", p.Differences()))).Where(entry => entry.Item2.Length > 0)];

    public void Print(TextWriter output, bool check)
    {
        foreach (var group in performances.GroupBy(p => p.Temperature).OrderBy(group => group.Key, StringComparer.Ordinal))
            output.WriteLine($"{group.Key}: {group.Count()}");
        var settled = performances.Select(p => p.QuestionsUntilSettled).OfType<int>().Order().ToList();
        if (settled.Count > 0)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"questions until the temperature is settled: median {Median(settled)}, most {settled[^1]}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"questions in all: median {Median([.. performances.Select(p => p.Asked.Count).Order()])}"));
        if (!check)
            return;
        foreach (var (id, differences) in Failures)
            output.WriteLine($"{id}: {differences}");
        output.WriteLine($"{performances.Count - Failures.Count} of {performances.Count} as expected");
    }

    private static double Median(List<int> sorted) =>
        sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
}
