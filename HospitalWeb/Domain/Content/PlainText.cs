namespace HospitalWeb.Domain.Content;

/// <summary>
/// Text that needs no HTML: a blank line ends a paragraph, "## " begins a heading, "- " an item of a list. Everything else is shown as typed.
/// </summary>
public static class PlainText
{
    public static IReadOnlyList<TextBlock> Read(string text)
    {
        var blocks = new List<TextBlock>();
        var open = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            var (kind, words) = line switch
            {
                ['#', '#', ' ', ..] => (TextKind.Heading, line[3..].Trim()),
                ['-', ' ', ..] => (TextKind.List, line[2..].Trim()),
                _ => (TextKind.Paragraph, line),
            };
            if (words == "") open = false;
            else if (open && kind != TextKind.Heading && blocks[^1].Kind == kind) blocks[^1] = blocks[^1] with { Lines = [.. blocks[^1].Lines, words] };
            else
            {
                blocks.Add(new(kind, [words]));
                open = kind != TextKind.Heading;
            }
        }

        return blocks;
    }
}

public sealed record TextBlock(TextKind Kind, IReadOnlyList<string> Lines);

public enum TextKind { Paragraph, Heading, List }
