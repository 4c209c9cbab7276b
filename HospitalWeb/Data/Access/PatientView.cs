using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Data.Access;

/// <summary>Which patients somebody may find: those tied to him; all, where a permission is enough; and the confidential ones only by a tie or a right of their own.</summary>
public sealed record PatientView(IQueryable<Tie> Ties, bool Everybody, bool Confidential);

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
}
