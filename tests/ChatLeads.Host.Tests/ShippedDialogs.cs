namespace ChatLeads.Host.Tests;

/// <summary>The dialogs as they are shipped, read once for all tests: they never change while they are used.</summary>
internal static class ShippedDialogs
{
    private static readonly Lazy<Dialogs> Shipped = new(() => Dialogs.Load(new ChatLeadsOptions()));

    public static Dialogs Load(ChatLeadsOptions options) => options.DialogsDirectory is null ? Shipped.Value : Dialogs.Load(options);
}
