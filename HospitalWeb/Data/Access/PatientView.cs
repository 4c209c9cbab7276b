using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Data.Access;

/// <summary>Which patients somebody may find: those tied to him; all, where a permission is enough; and the confidential ones only by a tie or a right of their own.</summary>
public sealed record PatientView(IQueryable<Tie> Ties, bool Everybody, bool Confidential)
{
    /// <summary>What the program itself looks through, for nobody in particular.</summary>
    public static readonly PatientView Whole = new(Array.Empty<Tie>().AsQueryable(), Everybody: true, Confidential: true);
}

public static class PatientViewQueries
{
    extension(IQueryable<Patient> patients)
    {
        public IQueryable<Patient> VisibleTo(PatientView view)
        {
            var ties = view.Ties;
            return (view.Everybody, view.Confidential) switch
            {
                (true, true) => patients,
                (true, false) => patients.Where(p => !p.IsConfidential || ties.Any(t => t.PatientId == p.Id)),
                _ => patients.Where(p => ties.Any(t => t.PatientId == p.Id)),
            };
        }
    }

    extension(IQueryable<PatientSearchTerm> terms)
    {
        // The confidential are few: leaving them out costs less than asking of each match.
        internal IQueryable<PatientSearchTerm> VisibleTo(PatientView view, IQueryable<Patient> all)
        {
            var ties = view.Ties;
            var hidden = all.Where(p => p.IsConfidential && !ties.Any(t => t.PatientId == p.Id)).Select(p => p.Id);
            return (view.Everybody, view.Confidential) switch
            {
                (true, true) => terms,
                (true, false) => terms.Where(term => !hidden.Contains(term.PatientId)),
                _ => terms.Where(term => ties.Any(t => t.PatientId == term.PatientId)),
            };
        }
    }
}
