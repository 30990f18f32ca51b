using System.Numerics;
using System.Runtime.InteropServices;

namespace ChatLeads.Core.Understanding;

/// <summary>
/// Logistic regression, one against the rest, over the example sentences of the lexicon. Trained once, when a message
/// first needs it; the same examples give the same answers on every machine of one kind.
/// </summary>
internal sealed class Classifier
{
    /// <summary>Weights of one feature lie side by side, so that all labels are summed at once.</summary>
    private const int Width = 16;
    private const int Rounds = 12;
    private const float Step = 3.5f;

    private readonly float[] weights = new float[Features.Buckets * Width];
    private readonly float[] bias = new float[Width];

    public Classifier(IReadOnlyList<(int[] Features, int Label)> examples)
    {
        Array.Fill(bias, -2);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        Span<float> slope = stackalloc float[Width];
        for (var round = 0; round < Rounds; round++)
        {
            Shuffle(order, round);
            foreach (var i in order)
            {
                Score(examples[i].Features, slope);
                for (var label = 0; label < Width; label++)
                    slope[label] = (label == examples[i].Label ? 1 : 0) - slope[label];
                Learn(examples[i].Features, slope, Step / (1 + round * 0.5f));
            }
        }
    }

    /// <summary>How likely each label is, 0–1; they need not sum to one.</summary>
    public void Score(ReadOnlySpan<int> features, Span<float> scores)
    {
        scores.Clear();
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (var feature in features)
        {
            var row = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(feature * Width, Width));
            for (var i = 0; i < sums.Length; i++)
                sums[i] += row[i];
        }
        var scale = Scale(features);
        for (var label = 0; label < Width; label++)
            scores[label] = 1 / (1 + MathF.Exp(-(bias[label] + scale * scores[label])));
    }

    private void Learn(ReadOnlySpan<int> features, Span<float> slope, float step)
    {
        for (var label = 0; label < Width; label++)
        {
            bias[label] += 0.05f * step * slope[label];
            slope[label] *= step * Scale(features);
        }
        var change = MemoryMarshal.Cast<float, Vector<float>>(slope);
        foreach (var feature in features)
        {
            var row = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(feature * Width, Width));
            for (var i = 0; i < row.Length; i++)
                row[i] += change[i];
        }
    }

    private static float Scale(ReadOnlySpan<int> features) => 1 / MathF.Sqrt(Math.Max(1, features.Length));

    /// <summary>An order of its own for each round, from a fixed sequence.</summary>
    private static void Shuffle(int[] order, int round)
    {
        var state = 12345u + (uint)round;
        for (var i = order.Length - 1; i > 0; i--)
        {
            state = state * 1664525 + 1013904223;
            var j = (int)(state >> 8) % (i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
