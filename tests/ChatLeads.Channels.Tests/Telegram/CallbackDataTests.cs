using System.Text;
using ChatLeads.Channels.Telegram;
using ChatLeads.Core.Conversations;
using ChatLeads.Core.Leads;
using CsCheck;

namespace ChatLeads.Channels.Tests.Telegram;

public sealed class CallbackDataTests
{
    private static readonly CallbackData Callbacks = new("123:abc");
    private static readonly string Keyboard = CallbackData.KeyboardId("turn 1");

    private static readonly Field?[] Asked = [null, Field.Consent, Field.CompanySize];

    private static readonly Gen<(string Value, string Label, Field? Asked, bool Once)> Buttons =
        from value in Gen.String[Gen.Char['!', 'ÿ'], 0, 90]
        from label in Gen.String[Gen.Char['!', 'ÿ'], 1, 90]
        from field in Gen.Int[0, 2].Select(index => Asked[index])
        from once in Gen.Bool
        select (value, label, field, once);

    [Fact]
    public void Any_button_fits_into_64_bytes_and_comes_back_as_it_was() => Buttons.Sample(button =>
    {
        var data = Callbacks.Write("7", Keyboard, button.Once, new Choice(button.Label, button.Value), button.Asked);
        var read = Callbacks.Read("7", data, button.Label);
        Assert.InRange(Encoding.UTF8.GetByteCount(data), 1, 64);
        Assert.NotNull(read);
        Assert.Equal((Keyboard, button.Once, button.Label), (read.Keyboard, read.Once, read.Label));
        Assert.Equal(read.Content is ChoicePressed pressed ? new ChoicePressed(button.Value, button.Label, pressed.Asked) : new TextSent(button.Label), read.Content);
    });

    [Fact]
    public void A_short_value_keeps_what_it_answers()
    {
        var data = Callbacks.Write("7", Keyboard, true, new Choice("Sí, de acuerdo", "consent:yes"), Field.Consent);
        Assert.Equal(new ChoicePressed("consent:yes", "Sí, de acuerdo", Field.Consent), Callbacks.Read("7", data, "Sí, de acuerdo")!.Content);
    }

    [Fact]
    public void A_value_that_is_too_long_is_said_by_its_label()
    {
        var data = Callbacks.Write("7", Keyboard, true, new Choice("De 10 a 50", new string('x', 80)), Field.CompanySize);
        Assert.Equal(new TextSent("De 10 a 50"), Callbacks.Read("7", data, "De 10 a 50")!.Content);
        Assert.Null(Callbacks.Read("7", data, "Más de 50"));
        Assert.Null(Callbacks.Read("7", data, null));
    }

    [Fact]
    public void Changed_data_another_chat_or_another_bot_is_refused() => Buttons.Select(Gen.Int[0, 63], Gen.Char['0', 'z']).Sample((button, at, with) =>
    {
        var data = Callbacks.Write("7", Keyboard, button.Once, new Choice(button.Label, button.Value), button.Asked);
        Assert.Null(Callbacks.Read("8", data, button.Label));
        Assert.Null(new CallbackData("123:other").Read("7", data, button.Label));
        at %= data.Length;
        if (data[at] != with)
            Assert.Null(Callbacks.Read("7", data[..at] + with + data[(at + 1)..], button.Label));
    });

    [Fact]
    public void Anything_else_is_refused() => Gen.String[0, 70].Sample(data => Assert.Null(Callbacks.Read("7", data, "Sí")));
}
