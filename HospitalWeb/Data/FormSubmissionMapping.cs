using HospitalWeb.Web.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data;

internal sealed class FormSubmissionMapping : IEntityTypeConfiguration<FormSubmission>
{
    public void Configure(EntityTypeBuilder<FormSubmission> submission)
    {
        submission.Property(s => s.Id).ValueGeneratedNever();
        submission.Property(s => s.Location).HasMaxLength(FormSubmission.LocationMaxLength);
        submission.HasIndex(s => s.At);
    }
}
