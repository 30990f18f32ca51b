using ChatLeads.Core.Desk;

namespace ChatLeads.Channels;

/// <summary>Who belongs to the firm at this moment: channels ask at each update, so that leaving revokes at once.</summary>
public interface IStaffDirectory
{
    /// <summary>The staff member of that <see cref="Staff.Id"/>; null when there is none, or no longer.</summary>
    ValueTask<Staff?> Find(int id, CancellationToken cancellation);

    /// <summary>Whether that session of the desk is still signed in.</summary>
    ValueTask<bool> IsSignedIn(string session, CancellationToken cancellation);
}
