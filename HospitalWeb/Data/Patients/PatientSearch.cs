using HospitalWeb.Data.Access;
using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Patients;

/// <summary>
/// Finds patients by what somebody typed. Every word is a range of one index; the matches are capped before anything is sorted,
/// so that a search for "a" costs no more than a search for a whole name. Phones and identifiers are encrypted: their holders are looked up first.
/// </summary>
public static class PatientSearch
{
    public const int MostShown = 50;
    private const int MostTermsRead = 200;
    private const int MostPhonesRead = 2000;
    private const int ShortestPart = 3;

    extension(HospitalContext db)
    {
        /// <summary>Those whom the asker may find: narrowed before the matches are capped, so that one's own patients are not lost among all others.</summary>
        public async Task<IQueryable<Patient>> PatientsLikeAsync(PatientQuery query, PatientView view)
        {
            var patients = db.Set<Patient>();
            if (query.IsEmpty) return patients.Where(p => false);

            var holders = new Dictionary<string, List<Guid>>();
            foreach (var code in query.Codes) holders[code] = await db.HoldersAsync(code);
            var found = query.Words.Count > 0 ? db.PatientIdsByWords(query.Words, holders, view) : null;
            if (query.WholeCode is { } whole && await db.HoldersAsync(whole) is { Count: > 0 } few)
            {
                var holding = patients.VisibleTo(view).Where(p => few.Contains(p.Id)).Select(p => p.Id);
                found = found is null ? holding : found.Union(holding);
            }

            if (query.Number is { } number)
            {
                var others = query.WordsBesideNumber;
                var numbered = db.Fitting(patients.VisibleTo(view).Where(p => p.Number == number).Select(p => p.Id), others, holders);
                found = found is null || !query.NumberMayBePhone ? numbered : found.Union(numbered);
            }

            return patients.Where(p => found!.Contains(p.Id)).OrderBy(p => p.ListName).ThenBy(p => p.Id);
        }

        /// <summary>Those who share a whole word (a name, a birth date), an identifier or a phone line; those who share most come first.</summary>
        public IQueryable<Patient> PatientsResembling(IReadOnlyCollection<string> words, IEnumerable<string> identifiers, string? phone, int most, PatientView view)
        {
            var (values, line) = (identifiers.Select(value => BlindIndex.Identifier.Of(db, value)).ToList(), BlindIndex.Phone.Of(db, phone));
            var alike = db.Set<PatientSearchTerm>().Where(t => words.Contains(t.Term) && t.IsWordStart).Select(t => t.PatientId)
                .Concat(db.Set<PatientIdentifier>().Where(i => values.Contains(EF.Property<long?>(i, BlindIndex.IdentifierColumn))).Select(i => i.PatientId));
            if (line is not null) alike = alike.Concat(db.Set<Patient>().Where(p => EF.Property<long?>(p, BlindIndex.PhoneColumn) == line).Select(p => p.Id));
            var mostAlike = alike.GroupBy(id => id).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).Select(same => same.Key).Take(most);
            return db.Set<Patient>().VisibleTo(view).Where(p => mostAlike.Contains(p.Id));
        }

        // The longest word leads: it matches the fewest.
        private IQueryable<Guid> PatientIdsByWords(IReadOnlyList<string> words, IReadOnlyDictionary<string, List<Guid>> holders, PatientView view)
        {
            var ordered = words.OrderByDescending(word => word.Length).ToList();
            var led = Beginning(db.Set<PatientSearchTerm>(), ordered[0]).VisibleTo(view, db.Set<Patient>());
            var all = db.Set<PatientSearchTerm>();
            foreach (var word in ordered.Skip(1))
            {
                var other = Beginning(all, word);
                led = holders.GetValueOrDefault(word) is { Count: > 0 } also
                    ? led.Where(t => also.Contains(t.PatientId) || other.Any(o => o.PatientId == t.PatientId))
                    : led.Where(t => other.Any(o => o.PatientId == t.PatientId));
            }

            var named = led.OrderBy(t => t.Term).ThenBy(t => t.PatientId).Take(MostTermsRead).Select(t => t.PatientId).Distinct();
            return holders.GetValueOrDefault(ordered[0]) is { Count: > 0 } first
                ? named.Union(db.Fitting(db.Set<Patient>().VisibleTo(view).Where(p => first.Contains(p.Id)).Select(p => p.Id), ordered[1..], holders))
                : named;
        }

        private IQueryable<Guid> Fitting(IQueryable<Guid> ids, IReadOnlyList<string> words, IReadOnlyDictionary<string, List<Guid>> holders)
        {
            var all = db.Set<PatientSearchTerm>();
            foreach (var word in words)
            {
                var term = Beginning(all, word);
                ids = holders.GetValueOrDefault(word) is { Count: > 0 } also
                    ? ids.Where(id => also.Contains(id) || term.Any(t => t.PatientId == id))
                    : ids.Where(id => term.Any(t => t.PatientId == id));
            }

            return ids;
        }

        // Whose identifier this is, or whose phone ends so: found blindly, then looked at in the clear.
        private async Task<List<Guid>> HoldersAsync(string code)
        {
            var value = BlindIndex.Identifier.Of(db, code);
            var named = await db.Set<PatientIdentifier>().Where(i => EF.Property<long?>(i, BlindIndex.IdentifierColumn) == value).OrderBy(i => i.Id).Select(i => new { i.PatientId, i.Value }).Take(MostTermsRead).ToListAsync();
            var holders = named.Where(i => PatientIdentifier.Plain(i.Value) == code).Select(i => i.PatientId).ToList();
            if (!code.All(char.IsAsciiDigit)) return holders;

            var (line, end) = (BlindIndex.Phone.Of(db, code), BlindIndex.PhoneEnd.Of(db, code));
            var phones = PhoneDigits.HasLine(code)
                ? db.Set<Patient>().Where(p => EF.Property<long?>(p, BlindIndex.PhoneColumn) == line)
                : db.Set<Patient>().Where(p => EF.Property<long?>(p, BlindIndex.PhoneEndColumn) == end);
            var phoned = end is null ? [] : await phones.OrderBy(p => p.Id).Select(p => new { p.Id, p.Phone }).Take(MostPhonesRead).ToListAsync();
            return [.. holders, .. phoned.Where(p => PhoneDigits.Fits(p.Phone, code)).Select(p => p.Id).Take(MostTermsRead)];
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
