using HospitalWeb.Data.Access;
using HospitalWeb.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Data.Patients;

public sealed record Resemblance(PatientLine Patient, DuplicateScore Score);

public static class PatientResemblance
{
    private const int MostCompared = 100;
    private const int MostShown = 10;

    extension(HospitalContext db)
    {
        /// <summary>The records that may be the same person, the most alike first.</summary>
        public async Task<IReadOnlyList<Resemblance>> ResemblancesAsync(Patient patient, PatientView view)
        {
            // An unknown patient resembles every other unknown one, which helps nobody.
            if (patient.Name == PersonName.Unknown) return [];

            string[] words = [.. SearchWords.Split(patient.FamilyName), .. patient.BirthDate is { } born ? [SearchWords.Birth(born)] : Array.Empty<string>()];
            var candidates = await db.PatientsResembling(words, patient.Identifiers.Select(i => i.Value), patient.Phone, MostCompared, view)
                .Select(p => new { Line = new PatientLine(p.Id, p.Number, p.ListName, p.BirthDate, p.BirthDateIsEstimated, p.Sex, p.DiedAt), p.GivenName, p.FamilyName, p.Phone, Identifiers = p.Identifiers.Select(i => i.Value).ToList() })
                .ToListAsync();

            var likeness = PatientLikeness.Of(patient.Name, new(patient.BirthDate, patient.BirthDateIsEstimated), patient.Sex, patient.Phone, patient.Identifiers.Select(i => i.Value));
            return candidates
                .Select(c => new Resemblance(c.Line, DuplicateScore.Of(likeness, PatientLikeness.Of(new(c.FamilyName, c.GivenName), new(c.Line.BirthDate, c.Line.BirthDateIsEstimated), c.Line.Sex, c.Phone, c.Identifiers))))
                .Where(r => r.Score.IsPossible && r.Patient.Id != patient.Id)
                .OrderByDescending(r => r.Score.Points).ThenBy(r => r.Patient.ListName, StringComparer.Ordinal)
                .Take(MostShown)
                .ToList();
        }
    }
}
