using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Security.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Web.Clinical;

/// <summary>Lists one's own patients. Somebody else's is found by the whole number, or by both names and the birth date, and stays a number until there is a reason to open the record.</summary>
[Requires(Permission.OpenCharts), Limited(Limit.Search)]
public sealed class FindPatientModel(HospitalContext db, PatientAccess access) : PageModel
{
    [BindProperty(SupportsGet = true, BinderType = typeof(SealedWords))]
    public string? Q { get; set; }

    public bool HasSearched => !string.IsNullOrWhiteSpace(Q);
    public bool HasMore { get; private set; }
    /// <summary>Whom the query names beyond doubt and who is nobody's patient here: known by the number alone.</summary>
    public Stranger? Unrelated { get; private set; }
    public IReadOnlyList<PatientLine> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        if (!HasSearched) return;

        var (query, view) = (PatientQuery.Parse(Q), access.ViewFrom(Desks.Of(RouteData.Values["area"] as string)!.Value));
        var found = await (await db.PatientsLikeAsync(query, view)).Lines().Take(PatientSearch.MostShown + 1).ToListAsync();
        (Rows, HasMore) = ([.. found.Take(PatientSearch.MostShown)], found.Count > PatientSearch.MostShown);
        if (found.Count == 0 && query.NamesOne) await FindStrangerAsync(query, view);
        db.RecordSearch([.. Rows.Select(row => row.Number), .. Unrelated is { } one ? [one.Number] : Array.Empty<int>()]);
    }

    private async Task FindStrangerAsync(PatientQuery query, PatientView view)
    {
        var others = await (await db.PatientsLikeAsync(query, view with { Everybody = true })).Select(p => new Stranger(p.Id, p.Number)).Take(2).ToListAsync();
        if (others is [var one]) Unrelated = one;
    }

    public sealed record Stranger(Guid Id, int Number)
    {
        public string Mrn => HumanNumber.Format(Patient.Prefix, Number);
    }
}
