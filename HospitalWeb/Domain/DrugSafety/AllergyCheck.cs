using System.Globalization;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.DrugSafety;

/// <summary>
/// Holds a medicine against the recorded allergies of one patient. The ingredient or its class stops; a cross-reaction warns,
/// and stops after anaphylaxis. What cannot be read is said: silence would look like safety.
/// </summary>
public sealed class AllergyCheck(DrugReference reference, AllergyStatus status, IEnumerable<Allergy> allergies)
{
    private readonly List<Allergy> active = [.. allergies.Where(a => a.IsActive)];

    public string Version => reference.Version;
    public string Source => $"HospitalWeb drug knowledge {reference.Version}";

    /// <summary>False when there is no drug knowledge to check against.</summary>
    public bool IsRunning => !reference.IsEmpty;

    /// <summary>What holds for every medicine of this patient.</summary>
    public IReadOnlyList<SafetyAlert> ForPatient()
    {
        if (!IsRunning) return [];
        if (status == AllergyStatus.NotAsked && active.Count == 0)
            return [Alert(SafetyRule.NotAsked, AlertTier.Note, "allergies not recorded", "nobody has asked yet", "any medicine", "An allergy may exist that nobody knows of")];

        var unread = active.Where(a => !reference.Recognise(a).IsComplete).ToList();
        if (unread.Count == 0) return [];
        var count = unread.Count == 1 ? "1 allergy cannot be checked automatically" : string.Create(CultureInfo.InvariantCulture, $"{unread.Count} allergies cannot be checked automatically");
        return [Alert(SafetyRule.UnreadAllergy, AlertTier.Warning, count, string.Join("; ", unread.Select(Words)), "any medicine", "Check by hand whether the medicines on this prescription are safe")];
    }

    /// <summary>The alerts for a medicine with these ingredients, worst first.</summary>
    public IReadOnlyList<SafetyAlert> For(string medicine, IReadOnlyCollection<string> ingredientCodes)
    {
        if (!IsRunning) return [];
        var known = ingredientCodes.Select(reference.Ingredient).OfType<Ingredient>().ToList();
        return [.. active
            .SelectMany(allergy => reference.Recognise(allergy).Codes.SelectMany(code => known.Select(ingredient => Judge(allergy, code, ingredient, medicine))))
            .OfType<SafetyAlert>()
            .GroupBy(alert => (alert.Recorded, alert.Chosen)).Select(same => same.MaxBy(alert => alert.Tier)!)
            .OrderByDescending(alert => alert.Tier)];
    }

    private SafetyAlert? Judge(Allergy allergy, string code, Ingredient ingredient, string medicine)
    {
        var hazard = $"{reference.Class(code)?.Singular ?? reference.NameOf(code)} allergy";
        if (code == ingredient.Code) return Alert(SafetyRule.Allergy, AlertTier.Stop, hazard, Words(allergy), medicine, $"May cause {Reaction(allergy, ingredient.Classes)}");
        if (ingredient.Classes.Contains(code)) return Alert(SafetyRule.Allergy, AlertTier.Stop, hazard, Words(allergy), $"{medicine}, {reference.Class(code)!.Member}", $"May cause {Reaction(allergy, [code])}");

        var allergyClasses = reference.Ingredient(code)?.Classes ?? [code];
        if (allergyClasses.Intersect(ingredient.Classes).Select(reference.Class).OfType<DrugClass>().OrderByDescending(c => c.IsWhole).FirstOrDefault() is { } shared)
        {
            var tier = shared.IsWhole || allergy.IsAnaphylaxis ? AlertTier.Stop : AlertTier.Warning;
            return Alert(SafetyRule.Allergy, tier, hazard, Words(allergy), $"{medicine}, {shared.Member} like {reference.NameOf(code)}", $"May cause {Reaction(allergy, [shared.Code])}");
        }

        var cross = allergyClasses.SelectMany(reference.CrossReactionsOf).FirstOrDefault(c => ingredient.Classes.Contains(c.Medicine));
        return cross is null ? null : Alert(
            SafetyRule.CrossReaction, allergy.IsAnaphylaxis ? AlertTier.Stop : AlertTier.Warning, $"possible cross-reaction with {reference.NameOf(code)}",
            Words(allergy), $"{medicine}, {reference.Class(cross.Medicine)!.Member}", $"{cross.Reason}: may cause {Reaction(allergy, [cross.Medicine])}");
    }

    private string Reaction(Allergy allergy, IEnumerable<string> classCodes) =>
        allergy.IsAnaphylaxis ? "anaphylaxis" : classCodes.Select(reference.Class).FirstOrDefault(c => c is not null)?.Reaction ?? "an allergic reaction";

    private SafetyAlert Alert(SafetyRule rule, AlertTier tier, string hazard, string recorded, string chosen, string consequence) =>
        new(rule, tier, hazard, recorded, chosen, consequence, Source);

    private static string Words(Allergy allergy)
    {
        var year = string.Create(CultureInfo.InvariantCulture, $"{(allergy.OnsetOn?.Year ?? allergy.Recorded.At.Year)}");
        var reaction = allergy.IsAnaphylaxis ? "anaphylaxis" : allergy.Reaction ?? "reaction not recorded";
        return $"{allergy.Text}, {reaction}, {year} ({allergy.Recorded.Name})";
    }
}
