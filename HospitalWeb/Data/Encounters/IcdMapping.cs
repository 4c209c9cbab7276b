using HospitalWeb.Domain.Encounters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Encounters;

internal sealed class IcdMapping : IEntityTypeConfiguration<IcdCode>, IEntityTypeConfiguration<IcdWord>
{
    public void Configure(EntityTypeBuilder<IcdCode> code)
    {
        code.HasKey(c => c.Code);
        code.Property(c => c.Code).HasMaxLength(IcdCode.CodeMaxLength).IsUnicode(false);
        code.Property(c => c.Title).HasMaxLength(IcdCode.TitleMaxLength);
    }

    public void Configure(EntityTypeBuilder<IcdWord> word)
    {
        word.HasKey(w => new { w.Word, w.Code });
        word.Property(w => w.Word).HasMaxLength(IcdWords.WordMaxLength).IsUnicode(false).UseCollation(HouseConventions.Ordinal);
        word.Property(w => w.Code).HasMaxLength(IcdCode.CodeMaxLength).IsUnicode(false);
        word.HasOne<IcdCode>().WithMany().HasForeignKey(w => w.Code);
    }
}

public static class IcdQueries
{
    extension(HospitalContext db)
    {
        public DbSet<IcdCode> IcdCodes => db.Set<IcdCode>();
        public DbSet<IcdWord> IcdWords => db.Set<IcdWord>();

        /// <summary>Codes that hold every typed word, or a word beginning with it; headings, which cannot be claimed, come last.</summary>
        public IQueryable<IcdCode> IcdSearch(string typed)
        {
            var sought = Domain.Encounters.IcdWords.Sought(typed);
            var found = sought.Count == 0 ? db.IcdCodes.Where(c => false) : db.IcdCodes.AsQueryable();
            var words = db.IcdWords;
            foreach (var beginning in sought)
            {
                var end = Domain.Encounters.IcdWords.After(beginning);
                found = found.Where(c => words.Any(w => w.Code == c.Code && w.Word.CompareTo(beginning) >= 0 && w.Word.CompareTo(end) < 0));
            }
            return found.OrderByDescending(c => c.IsBillable).ThenBy(c => c.Title.Length).ThenBy(c => c.Code);
        }
    }
}
