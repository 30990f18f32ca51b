using ScottPlot;
using SkiaSharp;

namespace ChatLeads.Host.Desk.Reports.Pictures;

/// <summary>
/// A picture for a phone's width: drawn larger than that and sharp, in the same font everywhere (it travels with the program, for a
/// server may have none), in colours that colour-blind people can tell apart (Okabe and Ito's). The same calls give the same bytes.
/// </summary>
internal sealed class Drawing : IDisposable
{
    public const double Width = 420;

    public const double Margin = 22;

    public static readonly Color Now = Color.FromHex("#0072B2");
    public static readonly Color Before = Color.FromHex("#A9CCE3");
    public static readonly Color Accent = Color.FromHex("#D55E00");
    public static readonly Color Ink = Color.FromHex("#1B1F24");
    public static readonly Color Faint = Color.FromHex("#5B6470");
    public static readonly Color Track = Color.FromHex("#EEF1F4");

    private const string Font = "ChatLeads";
    private const double Scale = 2.25;

    private readonly Plot plot = new();
    private readonly double height;

    static Drawing()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "fonts");
        Fonts.AddFontFile(Font, Path.Combine(folder, "Inter-Regular.otf"));
        Fonts.AddFontFile(Font, Path.Combine(folder, "Inter-SemiBold.otf"), bold: true);
    }

    public Drawing(double height)
    {
        this.height = height;
        plot.HideGrid();
        plot.Layout.Frameless();
        plot.HideAxesAndGrid();
        plot.FigureBackground.Color = Colors.White;
        plot.Axes.SetLimits(0, Width, 0, height);
        plot.ScaleFactor = Scale;
    }

    /// <param name="y">From the top, as everywhere here.</param>
    public void Bar(double x, double y, double width, double thickness, Color color)
    {
        var bar = plot.Add.Rectangle(x, x + width, height - y - thickness, height - y);
        (bar.FillColor, bar.LineWidth) = (color, 0);
    }

    /// <param name="y">Of its middle.</param>
    public void Text(string text, double x, double y, float size, Color color, bool bold = false, Alignment at = Alignment.MiddleLeft)
    {
        var label = plot.Add.Text(text, x, height - y);
        (label.LabelFontName, label.LabelFontSize, label.LabelBold) = (Font, size, bold);
        (label.LabelFontColor, label.LabelAlignment, label.LabelPadding) = (color, at, 0);
        (label.LabelBackgroundColor, label.LabelBorderWidth) = (Colors.Transparent, 0);
    }

    /// <summary>What it shows, and below it what it is compared with.</summary>
    public void Head(string title, string below)
    {
        Text(title, Margin, 32, Math.Min(22, 640f / title.Length), Ink, bold: true);
        Text(below, Margin, 60, 14, Faint);
    }

    public byte[] Png()
    {
        using var bitmap = new SKBitmap((int)(Width * Scale), (int)(height * Scale));
        using (var canvas = new SKCanvas(bitmap))
            plot.Render(canvas, new PixelRect(0, bitmap.Width, bitmap.Height, 0));
        return IndexedPng.Write(bitmap);
    }

    public void Dispose() => plot.Dispose();
}
