namespace ChatLeads.Channels.Teams;

/// <summary>Why a request is not served.</summary>
/// <param name="Status">401 without a token, 503 when nothing can be checked just now, 403 for all else.</param>
/// <param name="Reason">For whoever reads the log or tries the endpoint; holds nothing of the request.</param>
internal sealed record Refusal(int Status, string Reason)
{
    public static Refusal Forbidden(string reason) => new(403, reason);
}
