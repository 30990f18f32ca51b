namespace ChatLeads.Core.Funnels;

/// <summary>The value in the middle: one deal that took a year does not move it.</summary>
public static class Median
{
    /// <returns>Null of nothing; between two, their mean.</returns>
    public static double? Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
