using HospitalWeb.Domain.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Content;

internal sealed class ContentMapping : IEntityTypeConfiguration<Article>, IEntityTypeConfiguration<Faq>, IEntityTypeConfiguration<PrivacyPolicy>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.Property(a => a.Slug).HasMaxLength(Article.SlugMaxLength);
        article.Property(a => a.Summary).HasMaxLength(Article.SummaryMaxLength);
        article.Property(a => a.Body).HasMaxLength(Article.BodyMaxLength);
        article.HasIndex(a => a.Slug).IsUnique();
        article.HasIndex(a => new { a.PublishedAt, a.Id });
    }

    public void Configure(EntityTypeBuilder<Faq> faq)
    {
        faq.Property(f => f.Question).HasMaxLength(Faq.QuestionMaxLength);
        faq.Property(f => f.Answer).HasMaxLength(Faq.AnswerMaxLength);
    }

    public void Configure(EntityTypeBuilder<PrivacyPolicy> policy)
    {
        policy.Property(p => p.Edition).HasMaxLength(PrivacyPolicy.EditionMaxLength);
        policy.Property(p => p.Body).HasMaxLength(PrivacyPolicy.BodyMaxLength);
        policy.HasIndex(p => p.Edition).IsUnique();
        policy.HasIndex(p => p.Status).IsUnique().HasFilter("\"Status\" = 'Active'");
    }
}

public static class ContentQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Article> Articles => db.Set<Article>();
        public DbSet<Faq> Faqs => db.Set<Faq>();
        public DbSet<PrivacyPolicy> PrivacyPolicies => db.Set<PrivacyPolicy>();
    }

    extension(IQueryable<Article> articles)
    {
        public IQueryable<Article> Published() => articles.Where(a => a.PublishedAt != null);

        public IQueryable<ArticleLine> Lines() => articles.Select(a => new ArticleLine(a.Id, a.Slug, a.Title, a.Summary, a.Category, a.PublishedAt!.Value));
    }
}

/// <summary>An article as lists show it.</summary>
public sealed record ArticleLine(Guid Id, string Slug, string Title, string Summary, ArticleCategory Category, DateTimeOffset PublishedAt);
