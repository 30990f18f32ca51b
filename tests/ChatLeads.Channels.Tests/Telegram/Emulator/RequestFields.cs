using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatLeads.Channels.Tests.Telegram.Emulator;

/// <summary>A request's fields, whichever way they came: query, form, multipart or JSON.</summary>
internal sealed class RequestFields
{
    private readonly Dictionary<string, JsonNode?> values = [];
    private readonly Dictionary<string, byte[]> files = [];

    public static async Task<RequestFields> Read(HttpRequest request)
    {
        var fields = new RequestFields();
        foreach (var (key, value) in request.Query)
            fields.values[key] = value.ToString();
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            foreach (var (key, value) in form)
                fields.values[key] = value.ToString();
            foreach (var file in form.Files)
            {
                using var copy = new MemoryStream();
                await file.CopyToAsync(copy);
                fields.files[file.Name] = copy.ToArray();
            }
        }
        else if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            foreach (var (key, value) in JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject())
                fields.values[key] = value?.DeepClone();
        }
        return fields;
    }

    public string? Text(string key) => values.GetValueOrDefault(key) is JsonValue value ? value.ToString() : null;

    public long? Number(string key) => long.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>An object or array: itself in JSON, a text that holds JSON in a form.</summary>
    public JsonNode? Json(string key) => values.GetValueOrDefault(key) switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length == 0 ? null : JsonNode.Parse(text),
        var node => node,
    };

    /// <summary>The file of a field that names it as <c>attach://name</c>, or is it.</summary>
    public byte[]? File(string key) => Text(key) is { } text && text.StartsWith("attach://", StringComparison.Ordinal)
        ? files.GetValueOrDefault(text["attach://".Length..])
        : files.GetValueOrDefault(key);
}
