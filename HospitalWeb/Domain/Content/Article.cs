using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Content;

/// <summary>Health advice for everybody, in plain text with the few marks that <see cref="PlainText"/> knows. Unpublished articles do not exist for the public.</summary>
public sealed class Article
{
    public const int SlugMaxLength = 100;
    public const int SummaryMaxLength = 500;
    public const int BodyMaxLength = 20_000;

    public Guid Id { get; private set; }
    public required string Slug { get; init; }
    public required string Title { get; set; }
    public required string Summary { get; set; }
    public required string Body { get; set; }
    public ArticleCategory Category { get; set; }
    public bool IsFeatured { get; set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    public bool IsPublished => PublishedAt is not null;

    public void Publish(DateTimeOffset at) => PublishedAt ??= at;

    public void Withdraw() => PublishedAt = null;
}

public enum ArticleCategory { General, Covid, Flu, [Display(Name = "Mental health")] MentalHealth, Nutrition, Fitness, [Display(Name = "Preventive care")] Preventive }
