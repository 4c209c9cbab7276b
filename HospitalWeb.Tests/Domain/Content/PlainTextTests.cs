using HospitalWeb.Domain.Content;

namespace HospitalWeb.Tests.Domain.Content;

public sealed class PlainTextTests
{
    [Fact]
    public void Headings_lists_and_paragraphs_are_told_apart()
    {
        var blocks = PlainText.Read("## Rest\nSleep well\nand drink.\n\n- water\n- tea\n\nCall us.");

        Assert.Equal([TextKind.Heading, TextKind.Paragraph, TextKind.List, TextKind.Paragraph], blocks.Select(b => b.Kind));
        Assert.Equal(["water", "tea"], blocks[2].Lines);
    }

    [Fact]
    public void Tags_are_only_text() => Assert.Equal("<script>alert(1)</script>", PlainText.Read("<script>alert(1)</script>").Single().Lines.Single());
}
