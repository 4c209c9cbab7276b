using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;

namespace HospitalWeb.Tests.Web;

public sealed class PatientBannerTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task It_says_name_birth_gender_and_number_in_this_order()
    {
        var banner = await Banner(Given.Patient(title: "Mrs"));

        Assert.Matches(@"^SMITH, Jane \(Mrs\) Born 14-Jul-1945 \(80y\) Gender Female MRN PAT-\d{5} Address · Phone and email .* No flags recorded Flags Allergies not recorded Record allergies$", banner);
    }

    [Fact]
    public async Task Known_allergies_are_named_the_most_serious_first_and_free_text_says_that_nothing_checks_it()
    {
        var patient = Given.Patient();
        patient.RecordAllergy(new() { Text = "latex", Reaction = "rash", Severity = AllergySeverity.Mild, Recorded = Given.By("Nora") });
        patient.RecordAllergy(new() { Text = "penicillins", DrugClassCode = "penicillins", Reaction = "anaphylaxis", Severity = AllergySeverity.Severe, Recorded = Given.By("Nora") });

        Assert.Contains("Known allergies penicillins (anaphylaxis) latex (rash) – Not checked automatically", await Banner(patient));
    }

    [Fact]
    public async Task The_five_most_serious_flags_are_named_and_the_rest_counted()
    {
        var patient = Given.Patient();
        Raise(patient, FlagKind.Falls, FlagLevel.Low);
        Raise(patient, FlagKind.Infection, FlagLevel.High, "MRSA");
        Raise(patient, FlagKind.DoNotResuscitate, FlagLevel.High);
        Raise(patient, FlagKind.Anticoagulated, FlagLevel.Medium);
        Raise(patient, FlagKind.Implant, FlagLevel.Medium, "Pacemaker");
        Raise(patient, FlagKind.Aggression, FlagLevel.Medium);
        Raise(patient, FlagKind.Other, FlagLevel.Low, "Deaf in the left ear");
        Raise(patient, FlagKind.Safeguarding, FlagLevel.High).Resolve("Clarified", Given.By("Nora"));

        var banner = await Banner(patient);

        Assert.Contains("✕ Do not resuscitate, high ✕ Infection: MRSA, high ▲ Risk of aggression, medium ▲ Anticoagulated, medium ▲ Pacemaker or implant, medium 2 more flags", banner);
        Assert.DoesNotContain("Safeguarding", banner);
    }

    [Fact]
    public async Task Whoever_lies_in_a_bed_is_found_there()
    {
        var patient = Given.Patient();
        var ward = Given.AWard(name: "Ward North");
        await App.Save(patient, ward, Given.AnAdmission(patient, ward.Beds[0]));

        Assert.Contains("Location Ward North, bed 1", (await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals")).Text(".hw-banner-clinical"));
    }

    [Fact]
    public async Task It_asks_the_database_once()
    {
        var patient = Given.Patient();
        Raise(patient, FlagKind.Falls, FlagLevel.Low);
        patient.RecordAllergy(Given.Allergy("latex"));
        await App.Save(patient);
        var nurse = As(Role.Nurse);
        await nurse.Open($"/nurse/patients/{patient.Id}/flags/raise");

        // Who may open the patient, and that somebody did, are two commands more.
        Assert.Equal(1, await CommandsOf(() => nurse.Open($"/nurse/patients/{patient.Id}/flags/raise")) - await CommandsOf(() => nurse.Open("/nurse/patients")) - 2);
    }

    [Fact]
    public async Task No_known_allergies_says_when_and_by_whom_it_was_asked()
    {
        var patient = Given.Patient();
        patient.RecordNoKnownAllergies(Given.By("Nora"));

        Assert.Contains("No known allergies asked 02-Mar-2026 by Nora", await Banner(patient));
    }

    [Fact]
    public async Task The_dead_show_when_they_died_and_at_what_age_and_no_age_today()
    {
        var patient = Given.Patient();
        patient.Die(new(2026, 2, 3, 10, 0, 0, TimeSpan.Zero));

        var banner = await Banner(patient);

        Assert.Contains("Born 14-Jul-1945 Died 03-Feb-2026 Age at Death 80y", banner);
        Assert.DoesNotContain("(80y)", banner);
    }

    [Fact]
    public async Task Somebody_unknown_is_unknown_in_words()
    {
        var unknown = Patient.Register(PersonName.Unknown, Sex.NotKnown, Birth.NotKnown, Given.By("Rita"));

        Assert.StartsWith("UNKNOWN, Unknown Born Not known Gender Not known MRN", await Banner(unknown));
    }

    [Fact]
    public async Task Reception_sees_whose_record_it_is_and_nothing_clinical()
    {
        var patient = Given.Patient();
        patient.RecordAllergy(new() { Text = "penicillins", DrugClassCode = "penicillins", Recorded = Given.By("Nora") });
        Raise(patient, FlagKind.Infection, FlagLevel.High, "MRSA");
        await App.Save(patient);

        var page = await As(Role.Receptionist).Open($"/reception/patients/{patient.Id}");

        Assert.StartsWith("SMITH, Jane Born", page.Text(".hw-banner"));
        Assert.DoesNotContain("llerg", page.Document.QuerySelector("main")!.InnerHtml);
        Assert.DoesNotContain("penicillin", page.Document.Source.Text);
        Assert.DoesNotContain("MRSA", page.Document.Source.Text);
        Assert.DoesNotContain("Flag", page.Text(".hw-banner"));
    }

    [Fact]
    public async Task The_tab_names_the_patient_first_and_a_list_names_nobody()
    {
        var patient = Given.Patient();
        await App.Save(patient);

        Assert.Equal("SMITH, Jane – Vitals – Nursing", (await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals")).Title);
        Assert.Null((await As(Role.Nurse).Open("/nurse")).Document.QuerySelector(".hw-banner"));
    }

    private static PatientFlag Raise(Patient patient, FlagKind kind, FlagLevel level, string? text = null) => PatientFlag.Raise(patient, kind, level, text, null, Given.By("Nora"), Given.Today);

    private async Task<string> Banner(Patient patient)
    {
        await App.Save(patient);
        return (await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals")).Text("main > .hw-banner:first-child");
    }
}
