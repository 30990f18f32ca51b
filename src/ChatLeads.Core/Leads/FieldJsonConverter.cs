using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatLeads.Core.Leads;

/// <summary>A field is written as its id alone.</summary>
public sealed class FieldJsonConverter : JsonConverter<Field>
{
    public override Field Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A field needs an id."));

    public override void Write(Utf8JsonWriter writer, Field value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Id);
}
