using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Patients;

internal sealed class AllergyMapping : IEntityTypeConfiguration<Allergy>
{
    public void Configure(EntityTypeBuilder<Allergy> allergy)
    {
        allergy.Property(a => a.Text).Encrypted();
        allergy.Property(a => a.Reaction).Encrypted();
        allergy.Property(a => a.DrugClassCode).HasMaxLength(CodedConcept.CodeMaxLength);
        allergy.Property(a => a.IngredientCode).HasMaxLength(CodedConcept.CodeMaxLength);
        allergy.Property(a => a.EndReason).Encrypted();
    }
}
