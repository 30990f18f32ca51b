using ChatLeads.Core.Leads;

namespace ChatLeads.Host.Tests.Stories;

/// <summary>One lead from the first word until it is won, checked by what each person has on their screen.</summary>
public class WholeStoryTests
{
    [Theory]
    [InlineData("website", "telegram", "es")]
    [InlineData("website", "teams", "en")]
    [InlineData("telegram", "telegram", "en")]
    [InlineData("telegram", "teams", "es")]
    public async Task From_the_first_word_to_won(string prospect, string rep, string language)
    {
        await using var world = await StoryWorld.Start();
        var lines = Lines.In(language);
        var (marta, sales) = await world.Rep(rep, language);
        var ana = await world.Prospect(prospect, language);

        await Qualify(ana, lines);
        await Claim(marta, sales, lines);
        await TakeOver(ana, marta, lines);
        await GiveBack(ana, marta, lines);

        await marta.Writes(lines.Won);
        await marta.Sees([.. lines.IsWon]);
        var lead = await world.Lead();
        Assert.Equal((Stage.Customer, 6000m, "EUR"), (lead.Stage, lead.Amount, lead.Currency));
        Assert.True(lead is { HotAt: { } hot, AlertedAt: { } alerted, ClaimedAt: { } claimed, FirstWordAt: { } word } && hot <= alerted && alerted <= claimed && claimed <= word);
    }

    /// <summary>Says what she needs until the bot asks whether it may keep it, agrees by the button, and tells who she is.</summary>
    internal static async Task Qualify(Window ana, Lines lines)
    {
        await ana.Writes(lines.Need);
        var consent = await ana.Sees(message => message.Offers(lines.Agree));
        await ana.Answered(() => ana.Presses(consent, lines.Agree));
        await ana.Answered(() => ana.Writes(lines.Contact));
    }

    /// <summary>The card comes to the rep and to the group, and both say whose the lead is once she has claimed it.</summary>
    private static async Task Claim(Window marta, Window sales, Lines lines)
    {
        var card = await marta.Sees(message => message.Offers(lines.Claim) && message.Has([.. lines.OnTheCard]));
        var shared = await sales.Sees(message => message.Has("Ana Ruiz", "+34 612 34 09 81"));

        await marta.Presses(card, lines.Claim);

        await marta.Sees(message => message.Id == card.Id && message.Has(lines.Claimed) && !message.Offers(lines.Claim));
        await sales.Sees(message => message.Id == shared.Id && message.Has("Lo lleva Marta") && !message.Offers("Lo llevo yo"));
        Assert.Single(await sales.Screen(), message => message.Has("Ana Ruiz"));
    }

    /// <summary>From here on they talk to each other, and the bot is silent.</summary>
    private static async Task TakeOver(Window ana, Window marta, Lines lines)
    {
        var card = await marta.Sees(message => message.Offers(lines.TakeOver));
        await marta.Presses(card, lines.TakeOver);
        await marta.Sees(lines.Taken);
        await ana.Sees(lines.PersonHere);

        await marta.Writes(lines.Hello);
        await ana.Sees($"Marta: {lines.Hello}");
        var before = (await ana.Screen()).Count;
        await ana.Writes(lines.Fine);
        await marta.Sees($"Ana Ruiz: {lines.Fine}");
        await marta.Writes("👍");
        await ana.Sees("Marta: 👍");
        Assert.Equal(before + 1, (await ana.Screen()).Count);
    }

    private static async Task GiveBack(Window ana, Window marta, Lines lines)
    {
        var begun = await marta.Sees(message => message.Offers(lines.GiveBack));
        await marta.Presses(begun, lines.GiveBack);
        await marta.Sees(lines.GivenBack);
        await ana.Sees(lines.BotBack);
        await ana.Writes(lines.AsksPrice);
        await ana.Sees(lines.Price);
    }
}
