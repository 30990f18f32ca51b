using ChatLeads.Host.CommandLine;
using ChatLeads.Storage.Rows;

namespace ChatLeads.Host.Tests;

public class ExportTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+34612340981", "'+34612340981")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData(" =1+1", "' =1+1")]
    [InlineData("\u00a0\u200b=1+1", "'\u00a0\u200b=1+1")]
    [InlineData("\n=1+1", "\"'\n'=1+1\"")]
    [InlineData("\r", "\"'\r\"")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("Ana;=1+1", "Ana;'=1+1")]
    [InlineData("Ana\t@SUM(A1)", "Ana\t'@SUM(A1)")]
    [InlineData("Ruiz-Gil; Ana", "Ruiz-Gil; Ana")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("Ruiz, Ana \"la jefa\"", "\"Ruiz, Ana \"\"la jefa\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("Ana = Ana", "Ana = Ana")]
    [InlineData("", "")]
    public void A_cell_is_text_whatever_a_prospect_wrote(string value, string expected) =>
        Assert.Equal(expected, ExportCommand.Cell(value));

    [Fact]
    public void Every_line_has_as_many_cells_as_the_headings()
    {
        var output = new StringWriter();
        ExportCommand.Write([new LeadRow { Number = 7, Name = "Ana", Score = -1 }], output);

        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal(lines[0].Count(letter => letter == ','), lines[1].Count(letter => letter == ','));
        Assert.StartsWith("7,Ana,,,,,cold,-1,", lines[1], StringComparison.Ordinal);
    }
}
