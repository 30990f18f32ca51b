using System.Globalization;

namespace ChatLeads.Core.Tests.Readers;

/// <summary>Messages put together from facts, ways of saying them and the noise of phones; the same seed makes the same messages.</summary>
internal sealed class MessageGenerator(int seed)
{
    private readonly Random random = new(seed);

    public sealed record Generated(string Text, string Region, string Currency, IReadOnlyDictionary<string, string> Facts);

    private sealed record Country(string Region, string Currency, bool IsSpanish, string[] Towns, string Phone, string E164);

    private static readonly Country[] Countries =
    [
        new("ES", "EUR", true, ["Lugo", "Burgos", "Murcia", "Vigo"], "622 11 22 33", "+34622112233"),
        new("MX", "MXN", true, ["Puebla", "Monterrey", "Querétaro"], "55 1234 5678", "+525512345678"),
        new("AR", "ARS", true, ["Rosario", "Mendoza", "Salta"], "11 5555 4321", "+541155554321"),
        new("CO", "COP", true, ["Medellín", "Cali", "Bogotá"], "310 987 6543", "+573109876543"),
        new("GB", "GBP", false, ["Leeds", "Bristol", "Hull"], "07700 900456", "+447700900456"),
        new("US", "USD", false, ["Austin", "Denver", "Boise"], "(415) 555-2671", "+14155552671"),
        new("IN", "INR", false, ["Pune", "Chennai", "Mumbai"], "98200 12345", "+919820012345"),
    ];

    private static readonly string[] Given = ["Ana", "Lucía", "Javier", "Marta", "Pedro", "Tom", "Priya", "Grace"];
    private static readonly string[] Mails = ["ana@talleresruiz.com", "hola@clinicasol.es", "tom.reed@northgate.co.uk", "info@labuena.mx"];

    private static readonly Dictionary<string, (string[] Spanish, string[] English)> Ways = new()
    {
        ["name"] = (["me llamo {0}", "soy {0}", "mi nombre es {0}"], ["my name is {0}", "i'm {0}", "this is {0}"]),
        ["location"] = (["estamos en {0}", "somos de {0}", "escribo desde {0}"], ["we're in {0}", "we are based in {0}", "located in {0}"]),
        ["company_size"] = (["somos {0} personas", "tenemos {0} empleados", "trabajamos {0} aqui"], ["we have {0} employees", "there are {0} of us", "we're a team of {0}"]),
        ["email"] = (["mi correo es {0}", "escribidme a {0}", "el mail: {0}"], ["my email is {0}", "email me at {0}", "email: {0}"]),
        ["phone"] = (["mi movil es el {0}", "mi telefono: {0}", "el numero es {0}"], ["my number is {0}", "my cell is {0}", "phone: {0}"]),
        ["budget"] = (["tenemos hasta {0} al mes", "el presupuesto es de {0} al mes como mucho", "podemos gastar {0} al mes como maximo"],
            ["we can spend up to {0} a month", "budget is max {0} a month", "no more than {0} per month"]),
        ["need"] = (["se nos pierden las citas", "necesitamos un programa de facturacion", "queremos dejar el excel"],
            ["we keep losing orders", "we need a booking system", "want to get off spreadsheets"]),
    };

    private static readonly string[] SpanishNoise = ["los pedidos del 2019 ya estan", "tenemos 200 clientes", "facturamos 2 millones al año", "codigo postal 28013"];
    private static readonly string[] EnglishNoise = ["we've 300 customers", "we turn over 2 million", "been going since 1998", "zip 94107"];

    public Generated Next()
    {
        var country = Pick(Countries);
        var facts = new Dictionary<string, string>();
        var said = new List<string>();
        foreach (var field in Ways.Keys.OrderBy(_ => random.Next()).Take(random.Next(1, 4)))
            said.Add(Say(field, country, facts));
        if (random.Next(3) == 0)
            said.Insert(random.Next(said.Count + 1), Pick(country.IsSpanish ? SpanishNoise : EnglishNoise));
        if (random.Next(3) == 0)
            said.Insert(0, country.IsSpanish ? Pick(["hola", "buenas tardes"]) : Pick(["hi", "hello there"]));
        return new Generated(Noise(string.Join(Pick([", ", ". "]), said)), country.Region, country.Currency, facts);
    }

    private string Say(string field, Country country, Dictionary<string, string> facts)
    {
        var number = random.Next(2, 90);
        var (text, value) = field switch
        {
            "name" => Same(Pick(Given)),
            "location" => Same(Pick(country.Towns)),
            "company_size" => Same(number.ToString(CultureInfo.InvariantCulture)),
            "email" => Same(Pick(Mails)),
            "phone" => (country.Phone, country.E164),
            "budget" => ($"{number * 10}", $"..{number * 10} {country.Currency} month"),
            _ => ("", "yes"),
        };
        facts[field] = value;
        var way = Pick(country.IsSpanish ? Ways[field].Spanish : Ways[field].English);
        return string.Format(CultureInfo.InvariantCulture, way, text);
    }

    private static (string, string) Same(string text) => (text, text);

    /// <summary>Capitals held or let go, marks doubled, spaces lost or doubled: what does not change a meaning.</summary>
    private string Noise(string text) => random.Next(5) switch
    {
        0 => text.ToLowerInvariant(),
        1 => text.Replace(", ", " , ", StringComparison.Ordinal),
        2 => text + Pick(["!!", " 🙂", "..."]),
        3 => "  " + text.Replace(" ", "  ", StringComparison.Ordinal),
        _ => text,
    };

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
