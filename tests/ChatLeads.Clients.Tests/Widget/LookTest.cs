using System.Text.Json.Nodes;
using Microsoft.Playwright;
namespace ChatLeads.Clients.Tests.Widget;
public sealed class LookTest(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData("light", 1280, 800)]
    [InlineData("dark", 1280, 800)]
    [InlineData("light", 390, 780)]
    public async Task Look(string scheme, int w, int h)
    {
        await using var server = await DoubleServer.Start();
        await using var context = await chromium.NewContext(new() { ViewportSize = new() { Width = w, Height = h }, ColorScheme = scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light, Locale = "es" }); context.SetDefaultTimeout(3000);
        var page = await context.NewPageAsync();
        page.Console += (_, m) => Console.WriteLine("CONSOLE " + m.Text);
        page.PageError += (_, m) => Console.WriteLine("ERROR " + m);
        await page.GotoAsync(server.Url + "desk?link=used");
        await page.WaitForTimeoutAsync(500);
        await page.ScreenshotAsync(new() { Path = $"/tmp/shots/desk-{scheme}-{w}-out.png" });
        server.SignedIn = true;
        await page.GotoAsync(server.Url + "desk");
        var widget = new WidgetPage(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Calientes de hoy" }).ClickAsync();
        await page.WaitForTimeoutAsync(300);
        server.Only.Say(new() { ["text"] = "🔥 Ana Ruiz, clínica dental, Zaragoza", ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = JsonNode.Parse("""
        {"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"🔥 Ana Ruiz · 86/100","weight":"Bolder","size":"Medium"},{"type":"TextBlock","text":"clínica dental, Zaragoza","isSubtle":true},
        {"type":"FactSet","facts":[{"title":"Qué quiere","value":"Cambiar ya el programa de citas (duplica pacientes). 15 personas, 5.000–6.000 €/año, decide ella."},{"title":"Por qué","value":"plazo inmediato +25 · presupuesto encaja +20 · decide +18 · necesidad clara +15"},{"title":"Contacto","value":"+34 612 340 981 · ana@clinicaruiz.es"},{"title":"Siguiente paso","value":"Llámala antes de 5 min; pregunta cuántas agendas migran."}]}],
        "actions":[{"type":"Action.Submit","title":"La llevo yo","data":"claim 1"},{"type":"Action.Submit","title":"Ahora no","data":"later 1"},{"type":"Action.Submit","title":"No encaja","data":"nofit 1"}]}
        """) }) });
        await page.WaitForTimeoutAsync(2000);
        await page.ScreenshotAsync(new() { Path = $"/tmp/shots/desk-{scheme}-{w}.png" });
        await page.GetByText("Ajustes").ClickAsync();
        foreach (var v in await Axe.Violations(page)) Console.WriteLine("AXE " + v);
        await page.ScreenshotAsync(new() { Path = $"/tmp/shots/desk-{scheme}-{w}-settings.png" });
    }
}
