using ChatLeads.Core.Leads;
using ChatLeads.Core.Understanding;

namespace ChatLeads.Host.Understanding;

/// <summary>An explanation for people's eyes.</summary>
public static class ExplanationText
{
    public static void Print(TextWriter output, string? id, ReadRequest request, Explanation explanation)
    {
        output.WriteLine(ReadingJson.Write(id, explanation.Reading).ToJsonString(ReadingJson.Plain));
        foreach (var candidate in explanation.Candidates)
        {
            var words = request.Text.Substring(candidate.Start, candidate.Length);
            var value = FactJson.Write(candidate.Value).ToJsonString(ReadingJson.Plain);
            output.WriteLine($"  {candidate.Field.Id,-13}{value} in \"{words}\" by {candidate.Parser}, weight {candidate.Weight}: {candidate.Lost ?? "stands"}");
        }
        foreach (var cue in explanation.Cues)
            output.WriteLine($"  cue {cue.Language}/{cue.Section}: \"{cue.Text}\" by {cue.Pattern}");
    }
}
