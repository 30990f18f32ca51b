using System.Globalization;

namespace ChatLeads.Host.Understanding;

/// <summary>How often each fact or intent was right, and what it was taken for when it was not.</summary>
internal sealed class Confusions(string kind)
{
    private const int MostShown = 4;

    private readonly SortedDictionary<string, Tally> tallies = [];

    private sealed class Tally
    {
        public int Right, Wrong, Missing;
        public Dictionary<string, int> Slips { get; } = [];
        public double Precision => Right == 0 ? (Wrong == 0 ? 1 : 0) : (double)Right / (Right + Wrong);
        public double Recall => Right == 0 ? (Missing == 0 ? 1 : 0) : (double)Right / (Right + Missing);
        public double F1 => Right == 0 ? (Wrong + Missing == 0 ? 1 : 0) : 2.0 * Right / (2 * Right + Wrong + Missing);
    }

    /// <summary>Over all names together.</summary>
    public double F1
    {
        get
        {
            var (right, wrong) = (tallies.Values.Sum(tally => tally.Right), tallies.Values.Sum(tally => tally.Wrong + tally.Missing));
            return right == 0 ? (wrong == 0 ? 1 : 0) : 2.0 * right / (2 * right + wrong);
        }
    }

    /// <summary>Compares what one message was expected to hold (name to value as text) with what was read; tells the misses.</summary>
    public IEnumerable<string> Compare(IReadOnlyDictionary<string, string> wanted, IReadOnlyDictionary<string, string> read)
    {
        foreach (var name in wanted.Keys.Union(read.Keys))
        {
            var tally = tallies.TryGetValue(name, out var known) ? known : tallies[name] = new Tally();
            var (expected, got) = (wanted.GetValueOrDefault(name), read.GetValueOrDefault(name));
            if (expected == got)
            {
                tally.Right++;
                continue;
            }
            tally.Missing += expected is null ? 0 : 1;
            tally.Wrong += got is null ? 0 : 1;
            var slip = Slip(name, expected, got, wanted, read);
            tally.Slips[slip] = tally.Slips.GetValueOrDefault(slip) + 1;
            yield return $"  {kind} {name}: wanted {expected ?? "nothing"}, read {got ?? "nothing"}";
        }
    }

    public void Print(TextWriter output)
    {
        foreach (var (name, tally) in tallies)
        {
            var slips = string.Join(", ", tally.Slips.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostShown).Select(pair => $"{pair.Key} {pair.Value}"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind,-7}{name,-18} F1 {tally.F1:F3}  precision {tally.Precision:F3}  recall {tally.Recall:F3}  right {tally.Right,4}{(slips.Length > 0 ? "  " + slips : "")}"));
        }
    }

    private static string Slip(string name, string? expected, string? got, IReadOnlyDictionary<string, string> wanted, IReadOnlyDictionary<string, string> read)
    {
        if (expected is not null && got is not null)
            return "wrong value";
        // What was read instead: the same words under another name, or the one other thing read too much.
        if (expected is not null)
        {
            var instead = read.Keys.Where(other => !wanted.ContainsKey(other)).ToList();
            var taken = instead.Find(other => read[other] == expected) ?? (instead.Count == 1 ? instead[0] : null);
            return taken is null ? "missed" : $"read as {taken}";
        }
        var owed = wanted.Keys.Where(other => !read.ContainsKey(other)).ToList();
        var meant = owed.Find(other => wanted[other] == got) ?? (owed.Count == 1 ? owed[0] : null);
        return meant is null ? "invented" : $"for {meant}";
    }
}
