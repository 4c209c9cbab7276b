using System.Data.Common;
using HospitalWeb.Data;
using HospitalWeb.Data.Notifications;
using HospitalWeb.Data.Patients;
using HospitalWeb.Data.Wards;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Web.Clinical;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Components;

/// <summary>
/// Whose record this page shows, in one query. The layout puts it on every page that has a patient in its route.
/// Who does not treat patients gets no allergies, not even as an empty heading.
/// </summary>
public sealed class PatientBannerViewComponent(HospitalContext db, CurrentUser me, FacilityClock clock, NamesHere names) : ViewComponent
{
    public const string NameItem = "PatientName";

    private static readonly Permission[] Clinical = [Permission.OpenCharts, Permission.DispenseMedicines, Permission.EnterLab, Permission.EnterWards];

    private bool IsClinical => RouteData.Values["area"] is not ("Reception" or "Billing" or "Admin") && Clinical.Any(me.Can);

    public async Task<IViewComponentResult> InvokeAsync(Guid patientId)
    {
        PatientBanner? banner;
        Namesake? namesake;
        try
        {
            banner = await ReadAsync(patientId, IsClinical);
            namesake = banner is null ? null : await names.OfAsync(patientId, banner.Line.ListName);
        }
        catch (DbException)
        {
            return View("Unavailable");
        }

        if (banner is null) return Content("");

        HttpContext.Items[NameItem] = banner.Line.ListName;
        HttpContext.Items[typeof(Bell)] = new Bell(banner.Waiting, banner.HasCritical);
        (banner.Today, banner.Namesake) = (clock.Today, namesake);
        banner.ClinicalPath = ClinicalArea() is { } area ? $"/{area}/patients/{patientId}" : null;
        return View(banner);
    }

    private Task<PatientBanner?> ReadAsync(Guid patientId, bool clinical)
    {
        var (stays, waiting) = (db.BedStays.Open(), db.Notifications.To(me.AccountId).Unhandled());
        return db.Patients.AsNoTracking().AsSingleQuery().Where(p => p.Id == patientId).Select(p => new PatientBanner
        {
            Line = new(p.Id, p.Number, p.ListName, p.BirthDate, p.BirthDateIsEstimated, p.Sex, p.DiedAt),
            PreferredName = p.PreferredName,
            GenderIdentity = p.GenderIdentity,
            Address = p.Address,
            Phone = p.Phone,
            Email = p.Email,
            ShowsClinical = clinical,
            AllergyStatus = p.AllergyStatus,
            AllergyReviewed = p.AllergyReviewed,
            Allergies = p.Allergies.Where(a => clinical && a.Status == AllergyState.Active)
                .Select(a => new PatientBanner.Agent(a.Text, a.Reaction, a.Severity, a.DrugClassCode != null || a.IngredientCode != null || a.Substance != null)).ToList(),
            Flags = p.Flags.Where(f => clinical && f.ResolveReason == null).Select(f => new PatientBanner.Flag(f.Kind, f.Level, f.Text, f.Raised, f.ReviewOn)).ToList(),
            Place = stays.Where(s => clinical && s.Admission.PatientId == p.Id).OrderBy(s => s.From).Select(s => s.Bed.Ward.Name + ", bed " + s.Bed.Label).FirstOrDefault(),
            Waiting = waiting.Take(BellViewComponent.MostShown + 1).Count(),
            HasCritical = waiting.Any(n => n.NeedsAcknowledgement),
        }).SingleOrDefaultAsync();
    }

    private string? ClinicalArea() =>
        !me.Can(Permission.OpenCharts) ? null
        : RouteData.Values["area"] is "Nurse" && me.Can(Permission.EnterNurse) || !me.Can(Permission.EnterDoctor) ? me.Can(Permission.EnterNurse) ? "nurse" : null
        : "doctor";
}

public sealed record PatientBanner
{
    private const int MostFlags = 5;

    public required PatientLine Line { get; init; }
    public string? PreferredName { get; init; }
    public string? GenderIdentity { get; init; }
    public required Address Address { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public bool ShowsClinical { get; init; }
    public AllergyStatus AllergyStatus { get; init; }
    public Stamp? AllergyReviewed { get; init; }
    public List<Agent> Allergies { get; init; } = [];
    public List<Flag> Flags { get; init; } = [];
    /// <summary>The ward and the bed the patient lies in.</summary>
    public string? Place { get; init; }
    /// <summary>What waits at the reader's bell, counted along.</summary>
    public int Waiting { get; init; }
    public bool HasCritical { get; init; }
    public DateOnly Today { get; set; }
    /// <summary>Somebody in the same department or ward today who is easily taken for this patient.</summary>
    public Namesake? Namesake { get; set; }
    /// <summary>Where the patient's allergies and flags are kept, for those who may go there.</summary>
    public string? ClinicalPath { get; set; }

    /// <summary>One of six hues of the patient's own, the same in every tab; it means nothing.</summary>
    public int Bar => Line.Id.ToByteArray()[^1] % 6 + 1;
    public string Gender => GenderIdentity ?? Words.Of(Line.Sex);
    public bool SexDiffers => GenderIdentity is not null && !string.Equals(GenderIdentity, Words.Of(Line.Sex), StringComparison.OrdinalIgnoreCase);
    public IEnumerable<Flag> WorstFlagFirst => Flags.OrderByDescending(f => f.Level).ThenBy(f => f.Kind).ThenBy(f => f.Text);
    public IEnumerable<Flag> ShownFlags => WorstFlagFirst.Take(MostFlags);
    public string? MoreFlags => (Flags.Count - MostFlags) switch { < 1 => null, 1 => "1 more flag", var more => $"{more} more flags" };
    public IEnumerable<Agent> WorstFirst => Allergies.OrderByDescending(a => a.IsAnaphylaxis).ThenByDescending(a => a.Severity).ThenBy(a => a.Text);

    public sealed record Flag(FlagKind Kind, FlagLevel Level, string? Text, Stamp Raised, DateOnly? ReviewOn);

    public sealed record Agent(string Text, string? Reaction, AllergySeverity? Severity, bool IsChecked)
    {
        public bool IsAnaphylaxis => Reaction?.Contains("anaphyla", StringComparison.OrdinalIgnoreCase) == true;
    }
}
