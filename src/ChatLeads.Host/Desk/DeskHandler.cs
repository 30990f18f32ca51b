using ChatLeads.Core.Desk;

namespace ChatLeads.Host.Desk;

/// <summary>Carries out the requests of one record of <see cref="DeskRequest"/>, inside the turn's transaction.</summary>
internal interface IDeskHandler
{
    Type Request { get; }

    /// <summary>Who may ask it: checked where it is carried out (law 9).</summary>
    Role Needs { get; }

    DeskResult Do(DeskTurn desk, DeskRequest request);
}

/// <summary>
/// The base of every handler. One is found by being in this assembly: a new request is a new file in <c>Requests/</c>
/// (leads and staff) or <c>Reports/</c> (figures). What it needs of the program it takes in its constructor.
/// </summary>
internal abstract class DeskHandler<T> : IDeskHandler where T : DeskRequest
{
    public Type Request => typeof(T);
    public virtual Role Needs => Role.Rep;

    public DeskResult Do(DeskTurn desk, DeskRequest request) => Do(desk, (T)request);

    protected abstract DeskResult Do(DeskTurn desk, T request);
}
