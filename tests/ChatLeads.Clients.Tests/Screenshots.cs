using ChatLeads.Clients.Tests.Official;
using ChatLeads.Clients.Tests.Widget;
using Microsoft.Playwright;

namespace ChatLeads.Clients.Tests;

/// <summary>Takes the README's pictures from the running program; tools/screenshots runs it.</summary>
public sealed class Screenshots(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Images = Path.GetFullPath(Path.Combine(NpmPackages.Folder, "../../docs/images"));
    private static readonly Prospect Ana = Prospect.Spanish with
    {
        Opening = "buenas, soy la gerente de una clínica dental en Zaragoza, somos 14 y el programa de citas nos duplica pacientes. queremos cambiar ya",
        Answers = new Dictionary<string, string>(Prospect.Spanish.Answers)
        {
            ["budget"] = "unos 6000 euros al año. ¿se integra con Doctoralia?",
            ["name"] = "Ana Ruiz, 612 340 981",
        },
    };

    [Fact(Explicit = true)]
    public async Task Take()
    {
        Directory.CreateDirectory(Images);
        await using var host = await RealHost.Start("--ChatLeads:OwnerName", "Marta", "--ChatLeads:OwnerLanguage", "es");
        await using var staff = await chromium.NewContext(Desktop(ColorScheme.Light));
        var desk = await staff.NewPageAsync();
        await desk.GotoAsync(await host.DeskLink());
        await desk.GetByText("Hola, Marta.").WaitForAsync();

        await using var visitor = await chromium.NewContext(Desktop(ColorScheme.Light));
        var widget = await WidgetPage.Visit(visitor, host.Url);
        await Save(widget.Page, "site");
        await (await widget.Open()).Play(Ana);
        await EachScheme(widget.Page, "widget");
        await widget.Page.SetViewportSizeAsync(390, 780);
        await EachScheme(widget.Page, "widget-phone");

        await desk.Locator(".alerts li").First.WaitForAsync(new() { Timeout = 20_000 });
        await EachScheme(desk, "desk");
        await desk.Locator(".alert .primary").First.ClickAsync();
        await desk.Locator(".message.bot").Nth(1).WaitForAsync();
        await desk.SetViewportSizeAsync(390, 780);
        await EachScheme(desk, "desk-phone");
    }

    [Fact(Explicit = true)]
    public async Task TakeDemo()
    {
        await using var host = await RealHost.StartDemo("Elena");
        await using var staff = await chromium.NewContext(Desktop(ColorScheme.Light));
        var desk = await staff.NewPageAsync();
        await desk.GotoAsync(await host.DeskLink());
        await desk.GetByText("Hola, Elena.").WaitForAsync();
        await desk.Locator(".alerts li").First.WaitForAsync();
        await Ask(desk, "leads calientes de esta semana", " · hace ", "desk-hot");
        await desk.SetViewportSizeAsync(1280, 1180);
        await Ask(desk, "embudo de los últimos 30 días", "Embudo ·", "desk-funnel");
        await Ask(desk, "fuentes de este trimestre", "Fuentes ·", "desk-sources");
        await desk.SetViewportSizeAsync(390, 780);
        await Ask(desk, "embudo de este mes por origen", "Por fuente", "desk-funnel-phone");
    }

    private static async Task Ask(IPage desk, string question, string answer, string picture)
    {
        await desk.Locator("textarea").FillAsync(question);
        await desk.Keyboard.PressAsync("Enter");
        var told = desk.Locator(".message.bot", new() { HasText = answer }).Last;
        await told.WaitForAsync();
        if (await told.Locator(".picture img").CountAsync() > 0)
            await told.Locator(".picture img").ScrollIntoViewIfNeededAsync();
        await EachScheme(desk, picture);
    }

    private static async Task EachScheme(IPage page, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Save(page, $"{name}-{scheme.ToString().ToLowerInvariant()}");
        }
    }

    private static async Task Save(IPage page, string name)
    {
        await page.EvaluateAsync("Promise.all(document.getAnimations().map(a => a.effect.getComputedTiming().iterations === Infinity || a.finished))");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Images, name + ".png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
    }

    private static BrowserNewContextOptions Desktop(ColorScheme scheme) =>
        new() { ViewportSize = new() { Width = 1280, Height = 800 }, ColorScheme = scheme, Locale = "es-ES", TimezoneId = "Europe/Madrid" };
}
