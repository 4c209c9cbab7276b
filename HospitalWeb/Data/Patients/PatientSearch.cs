using HospitalWeb.Data.Access;
using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Patients;

/// <summary>
/// Finds patients by what somebody typed. Every word is a range of one index; the matches are capped before anything is sorted,
/// so that a search for "a" costs no more than a search for a whole name.
/// </summary>
public static class PatientSearch
{
    public const int MostShown = 50;
    private const int MostTermsRead = 200;
    private const int ShortestPart = 3;

    extension(HospitalContext db)
    {
        /// <summary>Those whom the asker may find: narrowed before the matches are capped, so that one's own patients are not lost among all others.</summary>
        public IQueryable<Patient> PatientsLike(PatientQuery query, PatientView view)
        {
            var patients = db.Set<Patient>();
            if (query.IsEmpty) return patients.Where(p => false);

            var found = query.Words.Count > 0 ? db.PatientIdsByWords(query.Words, view) : null;
            if (query.Number is { } number)
            {
                var others = query.WordsBesideNumber;
                var numbered = db.Fitting(patients.VisibleTo(view).Where(p => p.Number == number).Select(p => p.Id), others);
                found = found is null || !query.NumberMayBePhone ? numbered : found.Union(numbered);
            }

            return patients.Where(p => found!.Contains(p.Id)).OrderBy(p => p.ListName).ThenBy(p => p.Id);
        }

        /// <summary>Those who share a whole word (a name, a birth date, an identifier) or the end of a phone number; those who share most come first.</summary>
        public IQueryable<Patient> PatientsResembling(IReadOnlyCollection<string> words, string ending, int most, PatientView view)
        {
            string[] terms = [.. words, ending];
            var alike = db.Set<PatientSearchTerm>()
                .Where(t => terms.Contains(t.Term) && (t.IsWordStart || t.Term == ending))
                .GroupBy(t => t.PatientId)
                .OrderByDescending(same => same.Count()).ThenBy(same => same.Key)
                .Select(same => same.Key)
                .Take(most);
            return db.Set<Patient>().VisibleTo(view).Where(p => alike.Contains(p.Id));
        }

        // The longest word leads: it matches the fewest.
        private IQueryable<Guid> PatientIdsByWords(IReadOnlyList<string> words, PatientView view)
        {
            var ordered = words.OrderByDescending(word => word.Length).ToList();
            var led = Beginning(db.Set<PatientSearchTerm>(), ordered[0]).VisibleTo(view, db.Set<Patient>());
            var all = db.Set<PatientSearchTerm>();
            foreach (var word in ordered.Skip(1))
            {
                var other = Beginning(all, word);
                led = led.Where(t => other.Any(o => o.PatientId == t.PatientId));
            }

            return led.OrderBy(t => t.Term).ThenBy(t => t.PatientId).Take(MostTermsRead).Select(t => t.PatientId).Distinct();
        }

        private IQueryable<Guid> Fitting(IQueryable<Guid> ids, IReadOnlyList<string> words)
        {
            var all = db.Set<PatientSearchTerm>();
            foreach (var word in words)
            {
                var term = Beginning(all, word);
                ids = ids.Where(id => term.Any(t => t.PatientId == id));
            }

            return ids;
        }
    }

    // A range instead of LIKE: it stays a range of the index also when the database plans once for all values.
    private static IQueryable<PatientSearchTerm> Beginning(IQueryable<PatientSearchTerm> terms, string word)
    {
        var (from, until) = (word, word + '\uffff');
#pragma warning disable CA1309 // the database compares, by the collation of the column
        var range = terms.Where(t => string.Compare(t.Term, from) >= 0 && string.Compare(t.Term, until) < 0);
#pragma warning restore CA1309
        return word.Length < ShortestPart ? range.Where(t => t.IsWordStart) : range;
    }
}
