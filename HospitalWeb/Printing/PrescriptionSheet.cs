using HospitalWeb.Data;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Printing;

public sealed record PrescriptionSheet : Sheet
{
    public override string Title => "Prescription";
    public override string Number => HumanNumber.Format(Prescription.Prefix, PrescriptionNumber);
    public required int PrescriptionNumber { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public required string? Prescriber { get; init; }
    public required string? Licence { get; init; }
    public required Stamp? Signed { get; init; }
    public required DateOnly? ValidUntil { get; init; }
    public required string? Note { get; init; }
    public required string? CancelReason { get; init; }
    public required AllergyStatus AllergyStatus { get; init; }
    public required List<Agent> Allergies { get; init; }
    public List<Item> Items { get; init; } = [];

    public override string? Mark => CancelReason is null ? base.Mark : "CANCELLED";

    public sealed record Agent(string Text, string? Reaction);

    public sealed record Item
    {
        public required MedicineLine Medicine { get; init; }
        public required decimal? Quantity { get; init; }
        public required string? QuantityUnit { get; init; }
        public required int Refills { get; init; }
        public required string? Instructions { get; init; }
        public required CheckState Check { get; init; }
        public required AlertOverride? Override { get; init; }
    }
}

public static class PrescriptionSheets
{
    extension(HospitalContext db)
    {
        /// <summary>A draft is printed where it is written and nowhere else.</summary>
        public async Task<PrescriptionSheet?> PrescriptionSheetAsync(Guid patientId, Guid id, bool orDraft = false)
        {
            var prescriptions = orDraft ? db.Prescriptions.Where(p => p.PatientId == patientId) : db.Prescriptions.OwnedBy(patientId);
            var head = await prescriptions.AsNoTracking().AsSplitQuery().Where(p => p.Id == id).Select(p => new PrescriptionSheet
            {
                Patient = new(p.Patient.ListName, p.Patient.Number, p.Patient.BirthDate, p.Patient.Sex),
                VerificationCode = p.VerificationCode,
                IsDraft = p.Status == PrescriptionStatus.Draft,
                PrescriptionNumber = p.Number,
                WrittenAt = p.WrittenAt,
                Prescriber = p.Prescriber == null ? null : p.Prescriber.DisplayName,
                Licence = p.Prescriber == null ? null : p.Prescriber.LicenceNumber,
                Signed = p.Signed,
                ValidUntil = p.ValidUntil,
                Note = p.Note,
                CancelReason = p.CancelReason,
                AllergyStatus = p.Patient.AllergyStatus,
                Allergies = p.Patient.Allergies.Where(a => a.Status == AllergyState.Active).OrderByDescending(a => a.Recorded.At).Select(a => new PrescriptionSheet.Agent(a.Text, a.Reaction)).ToList(),
            }).SingleOrDefaultAsync();
            if (head is null) return null;

            var items = await db.PrescriptionItems.AsNoTracking().Where(i => i.PrescriptionId == id).OrderBy(i => i.Position).Select(i => new PrescriptionSheet.Item
            {
                Medicine = i.Medicine, Quantity = i.Quantity, QuantityUnit = i.QuantityUnit, Refills = i.Refills, Instructions = i.Instructions, Check = i.Check, Override = i.Override,
            }).ToListAsync();
            return head with { Items = items };
        }
    }
}
