namespace HospitalWeb.Domain.Content;

public sealed class Faq
{
    public const int QuestionMaxLength = 300;
    public const int AnswerMaxLength = 4000;

    public Guid Id { get; private set; }
    public required string Question { get; set; }
    public required string Answer { get; set; }
    public string? Category { get; set; }
    public int Order { get; set; }
    public bool IsActive { get; set; } = true;
}
