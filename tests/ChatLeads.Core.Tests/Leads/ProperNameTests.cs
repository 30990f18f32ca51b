using ChatLeads.Core.Leads;

namespace ChatLeads.Core.Tests.Leads;

public class ProperNameTests
{
    [Theory]
    [InlineData("zaragoza", "Zaragoza")]
    [InlineData("las palmas de gran canaria", "Las Palmas de Gran Canaria")]
    [InlineData("rio de la plata", "Rio de la Plata")]
    [InlineData("san luis potosí", "San Luis Potosí")]
    [InlineData("IKEA Zgz", "IKEA Zgz")]
    [InlineData("", "")]
    public void A_place_without_capitals_is_shown_with_them(string written, string shown) =>
        Assert.Equal(shown, ProperName.Of(written));
}
