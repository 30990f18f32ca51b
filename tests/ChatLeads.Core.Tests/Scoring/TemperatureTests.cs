using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Scoring;

/// <summary>What a sales manager would say of each, against the rules that ship.</summary>
public class TemperatureTests
{
    [Theory]
    // Everything is there, and they want it now.
    [InlineData("authority=decides need budget=5000-6000EUR/year timeline=now size=14")]
    [InlineData("authority=decides need budget=-250EUR/month timeline=now size=9 ready_to_buy")]
    [InlineData("authority=decides need budget=40000EUR timeline=now !company_size")]
    [InlineData("authority=decides need budget=900USD/month timeline=now size=120")]
    [InlineData("authority=decides need budget=7000GBP/year ready_to_buy")]
    [InlineData("authority=decides need budget=500000ARS/month timeline=now size=25 ask_human")]
    [InlineData("authority=decides need budget=60000INR/month timeline=now size=45")]
    [InlineData("authority=decides need budget=400000CLP/month timeline=now size=30")]
    [InlineData("authority=decides need budget=1800PEN/month timeline=now size=18")]
    [InlineData("authority=decides need budget=150EUR/month timeline=now size=3 ask_price")]
    // The assistant who comes to sign for the boss.
    [InlineData("authority=influences need budget=9000EUR/year timeline=now ready_to_buy size=40")]
    public void Hot(string evidence) => Assert.Equal(Temperature.Hot, Given.Scored(evidence).Temperature);

    [Theory]
    // Hot but for one thing.
    [InlineData("authority=decides need timeline=now size=14 !budget ready_to_buy")]
    [InlineData("authority=influences need budget=9000EUR/year timeline=now size=40")]
    [InlineData("authority=decides need budget=9000EUR/year timeline=quarter size=40 ask_demo")]
    [InlineData("authority=decides need budget=9000EUR/year timeline=half size=40 ask_demo")]
    [InlineData("authority=decides budget=9000EUR/year timeline=now size=40 !need")]
    [InlineData("need budget=9000EUR/year timeline=now size=40 !authority")]
    [InlineData("authority=decides need budget=9000EUR/year size=40 !timeline")]
    [InlineData("authority=decides need budget=300EUR/year timeline=now size=10")]
    // Says "buy", means next quarter.
    [InlineData("authority=decides need budget=9000EUR/year timeline=quarter ready_to_buy size=40")]
    // Choosing for somebody else.
    [InlineData("authority=influences need timeline=quarter size=14 !budget")]
    [InlineData("authority=influences need timeline=quarter !budget !company_size ask_price")]
    [InlineData("authority=influences need budget=2000000COP/month size=30-40 !timeline")]
    [InlineData("authority=influences need budget=20000MXN/month timeline=half size=60 ask_demo")]
    // Knows the need, and little else is told.
    [InlineData("authority=influences need size=30 !budget !timeline")]
    [InlineData("authority=decides need size=20 !budget !timeline")]
    [InlineData("authority=decides need timeline=half size=6 budget=150-200GBP/month")]
    // A year away, but with money set aside.
    [InlineData("authority=decides need budget=12000EUR/year timeline=later size=50")]
    // Looked around at first, then named a date.
    [InlineData("just_looking authority=decides need timeline=quarter size=30")]
    public void Warm(string evidence) => Assert.Equal(Temperature.Warm, Given.Scored(evidence).Temperature);

    [Theory]
    [InlineData("")]
    [InlineData("ask_price")]
    [InlineData("ask_question greet goodbye")]
    [InlineData("need !budget !authority !timeline !company_size")]
    [InlineData("size=12 need")]
    [InlineData("just_looking timeline=none")]
    [InlineData("just_looking")]
    [InlineData("just_looking authority=decides need size=30 budget=9000EUR/year")]
    [InlineData("authority=decides need budget=9000EUR/year timeline=none size=30")]
    [InlineData("authority=influences timeline=none size=3 !budget")]
    [InlineData("authority=decides need timeline=later size=1 !budget")]
    [InlineData("authority=decides need timeline=later size=40 !budget ask_demo ask_price")]
    [InlineData("authority=decides need timeline=later size=40 budget=50EUR/month ask_demo")]
    [InlineData("authority=uses need timeline=later size=12 !budget")]
    [InlineData("authority=uses need timeline=now size=12 !budget ask_demo ask_price")]
    [InlineData("authority=decides size=1 !need !budget !timeline")]
    [InlineData("budget=200EUR size=2 ask_price")]
    public void Cold(string evidence) => Assert.Equal(Temperature.Cold, Given.Scored(evidence).Temperature);

    [Theory]
    [InlineData("authority=decides need budget=9000EUR/year timeline=now size=40", 0, Temperature.Hot)]
    [InlineData("authority=decides need budget=9000EUR/year timeline=now size=40", 13, Temperature.Hot)]
    [InlineData("authority=decides need budget=9000EUR/year timeline=now size=40", 31, Temperature.Warm)]
    [InlineData("authority=decides need budget=9000EUR/year timeline=now size=40", 400, Temperature.Warm)]
    [InlineData("authority=decides need budget=9000EUR/year timeline=none size=40", 400, Temperature.Cold)]
    public void An_old_now_is_no_longer_now(string evidence, int daysAgo, Temperature expected) =>
        Assert.Equal(expected, Given.Scored(evidence, daysAgo).Temperature);
}
