using HospitalWeb.Data;
using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain;
using HospitalWeb.Domain.DrugSafety;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Pharmacy.Pages;

/// <summary>Signed prescriptions that wait to be dispensed: the urgent ones first, within an urgency the oldest.</summary>
[Requires(Permission.DispenseMedicines)]
public sealed class IndexModel(HospitalContext db, DrugShelf shelf, FacilityClock clock) : PageModel
{
    private const int PageSize = 25;

    /// <summary>The last card shown: its urgency and number.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; init; }

    /// <summary>A prescription's number, as read from paper: also one that waits no longer, such as one with refills left.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; init; }

    public IReadOnlyList<Card> Cards { get; private set; } = [];
    public IReadOnlySet<Guid> Alike => field ??= Namesakes.Among(Cards.Select(card => (card.PatientId, card.Patient)));
    public string? Next { get; private set; }
    public DateTimeOffset Now => clock.Now;
    public AllergyCheck Check { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (Find is not null && await FindAsync(Find) is { } found) return found;

        Check = new(await shelf.CurrentAsync(db), AllergyStatus.NoneKnown, []);
        var waiting = db.Prescriptions.ToDispense(clock.Today);
        if (After?.Split('-') is [var urgency, var number] && Enum.TryParse<DispenseUrgency>(urgency, out var rank) && int.TryParse(number, out var last))
            waiting = waiting.Where(p => p.Urgency > rank || p.Urgency == rank && p.Number > last);

        var page = await waiting.InQueueOrder().Take(PageSize + 1).Select(p => new Card
        {
            Id = p.Id, Number = p.Number, PatientId = p.PatientId, Patient = p.Patient.ListName, Born = p.Patient.BirthDate, PatientNumber = p.Patient.Number,
            Urgency = p.Urgency, Status = p.Status, SignedAt = p.Signed!.At, Prescriber = p.Prescriber!.DisplayName,
            AllergyStatus = p.Patient.AllergyStatus, Allergies = p.Patient.Allergies.Where(a => a.Status == AllergyState.Active).Select(a => a.Text).ToList(),
            Items = p.Items.OrderBy(i => i.Position).Select(i => new Line { Medicine = i.Medicine, Override = i.Override, Check = i.Check }).ToList(),
        }).ToListAsync();
        Cards = [.. page.Take(PageSize)];
        Next = page.Count > PageSize ? $"{(int)Cards[^1].Urgency}-{Cards[^1].Number}" : null;
        return Page();
    }

    private async Task<IActionResult?> FindAsync(string typed)
    {
        if (HumanNumber.Parse(Prescription.Prefix, typed) is { } number
            && await db.Prescriptions.Where(p => p.Number == number && p.Status != PrescriptionStatus.Draft).Select(p => new { p.Id, p.PatientId }).SingleOrDefaultAsync() is { } prescription)
            return RedirectToPage("/Prescriptions/Details", new { prescription.PatientId, PrescriptionId = prescription.Id });

        ModelState.AddModelError(nameof(Find), $"There is no signed prescription \"{typed}\". Enter the number on the paper, for example PRX-00042.");
        return null;
    }

    public sealed record Card
    {
        public required Guid Id { get; init; }
        public required int Number { get; init; }
        public required Guid PatientId { get; init; }
        public required string Patient { get; init; }
        public required DateOnly? Born { get; init; }
        public required int PatientNumber { get; init; }
        public required DispenseUrgency Urgency { get; init; }
        public required PrescriptionStatus Status { get; init; }
        public required DateTimeOffset SignedAt { get; init; }
        public required string? Prescriber { get; init; }
        public required AllergyStatus AllergyStatus { get; init; }
        public required List<string> Allergies { get; init; }
        public required List<Line> Items { get; init; }

        public string Label => HumanNumber.Format(Prescription.Prefix, Number);
        public string Mrn => HumanNumber.Format(HospitalWeb.Domain.Patients.Patient.Prefix, PatientNumber);
    }

    public sealed record Line
    {
        public required MedicineLine Medicine { get; init; }
        public required AlertOverride? Override { get; init; }
        public required CheckState Check { get; init; }
    }
}
