using HospitalWeb.Domain.DrugSafety;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.DrugSafety;

internal sealed class DrugKnowledgeMapping : IEntityTypeConfiguration<DrugKnowledge>
{
    public void Configure(EntityTypeBuilder<DrugKnowledge> knowledge)
    {
        knowledge.Property(k => k.Edition).HasMaxLength(DrugKnowledge.EditionMaxLength);
        knowledge.HasIndex(k => k.Edition).IsUnique();
        knowledge.ComplexProperty(k => k.Facts, facts =>
        {
            facts.ToJson();
            facts.ComplexCollection(f => f.Ingredients);
            facts.ComplexCollection(f => f.Classes);
            facts.ComplexCollection(f => f.CrossReactions);
            facts.ComplexCollection(f => f.Synonyms);
        });
    }
}

public static class DrugKnowledgeQueries
{
    extension(HospitalContext db)
    {
        public DbSet<DrugKnowledge> DrugKnowledge => db.Set<DrugKnowledge>();
    }

    extension(IQueryable<DrugKnowledge> editions)
    {
        public IQueryable<DrugKnowledge> NewestFirst() => editions.OrderByDescending(k => k.LoadedAt);
    }
}
