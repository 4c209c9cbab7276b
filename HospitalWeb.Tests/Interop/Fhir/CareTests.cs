using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Interop.Fhir;

public sealed class CareTests(HospitalApp app) : ImportTest(app)
{
    private readonly string patient = Bundle.Id(), visit = Bundle.Id(), npi = Bundle.Id();

    [Fact]
    public async Task A_visit_finds_its_doctor_by_number_and_its_hospital_in_another_file()
    {
        Put("hospitalInformation1.json", Bundle.OfKind("batch", """{"resourceType":"Organization","id":"5e765f2b-e908-3888-9fc7-df2cb87beb58","identifier":[{"system":"urn:org","value":"1"}],"name":"STURDY MEMORIAL"}"""));
        Put("practitionerInformation1.json", Bundle.OfKind("batch", Bundle.Doctor(Bundle.Id(), npi)));
        Put("a-patient.json", Bundle.Of(Bundle.Patient(patient), Bundle.Visit(visit, patient, $$"""
            ,"type":[{{Bundle.Code(CodedConcept.Snomed, "410429000", "Cardiac Arrest")}}]
            ,"participant":[{"individual":{"reference":"Practitioner?identifier={{Bundle.Npi}}|{{npi}}"} }]
            ,"serviceProvider":{"reference":"Organization?identifier=urn:org|1"}
            """)));
        var outcome = await RunFolder();

        Assert.Equal(0, outcome.Exit);
        var found = await App.UsingDb(db => db.Encounters.Include(e => e.Practitioner).Include(e => e.TookPlaceAt).SingleAsync(e => e.ImportedFrom == $"urn:uuid:{visit}"));
        Assert.Equal(("Rentería94", "STURDY MEMORIAL", EncounterStatus.Completed, EncounterClass.OutpatientVisit), (found.Practitioner!.FamilyName, found.TookPlaceAt!.Name, found.Status, found.Class));
        Assert.Equal(new CodedConcept(CodedConcept.Snomed, "410429000", "Cardiac Arrest"), found.TypeCode);
        Assert.Equal(new DateTimeOffset(2015, 3, 4, 16, 30, 0, TimeSpan.Zero), found.EndedAt);
    }

    [Fact]
    public async Task A_problem_keeps_its_code_its_system_and_when_it_ended()
    {
        var id = Bundle.Id();
        await Import(Bundle.Patient(patient), Bundle.Visit(visit, patient), Bundle.About("Condition", id, patient, visit, $$"""
            "clinicalStatus":{"coding":[{"code":"resolved"}]},"verificationStatus":{"coding":[{"code":"confirmed"}]},"category":[{"coding":[{"code":"encounter-diagnosis"}]}],
            "code":{{Bundle.Code(CodedConcept.Snomed, "195662009", "Acute viral pharyngitis")}},"onsetDateTime":"2012-08-02T08:20:57-07:00","abatementDateTime":"2012-08-16"
            """));

        var condition = await App.UsingDb(db => db.Set<Condition>().SingleAsync(c => c.ImportedFrom == $"urn:uuid:{id}"));
        Assert.Equal((CodedConcept.Snomed, "195662009", ConditionStatus.Resolved), (condition.Concept.System, condition.Concept.Code, condition.Status));
        Assert.Equal((new DateOnly(2012, 8, 2), new DateOnly(2012, 8, 16)), (condition.OnsetOn, condition.AbatedOn));
    }

    [Fact]
    public async Task An_allergy_goes_to_the_patient_who_is_then_known_to_have_been_asked()
    {
        await Import(Bundle.Patient(patient), Bundle.About("AllergyIntolerance", Bundle.Id(), patient, null, $$"""
            "clinicalStatus":{"coding":[{"code":"active"}]},"verificationStatus":{"coding":[{"code":"confirmed"}]},"criticality":"high","code":{{Bundle.Code(CodedConcept.RxNorm, "7984", "Penicillin V")}},
            "reaction":[{"manifestation":[{"text":"Itching"}],"severity":"mild"},{"manifestation":[{"text":"Anaphylaxis"}],"severity":"severe"}]
            """));

        var found = await App.UsingDb(db => db.Set<Patient>().Include(p => p.Allergies).SingleAsync(p => p.ImportedFrom == $"urn:uuid:{patient}"));
        var allergy = Assert.Single(found.Allergies);
        Assert.Equal(AllergyStatus.Recorded, found.AllergyStatus);
        Assert.Equal(("Penicillin V", "Itching, Anaphylaxis", AllergySeverity.Severe, AllergyCriticality.High, true), (allergy.Text, allergy.Reaction, allergy.Severity, allergy.Criticality, allergy.IsAnaphylaxis));
    }

    [Fact]
    public async Task That_no_allergy_is_known_is_not_taken_for_an_allergy()
    {
        var outcome = await Import(Bundle.Patient(patient), Bundle.About("AllergyIntolerance", Bundle.Id(), patient, null, $"\"code\":{Bundle.Code(CodedConcept.Snomed, "716186003", "No known allergy")}"));

        Assert.Contains("AllergyIntolerance  1 read  0 imported  1 skipped", outcome.Lines);
    }

    [Fact]
    public async Task A_medicine_inside_the_request_is_found_and_a_dose_without_a_unit_stays_words()
    {
        var id = Bundle.Id();
        await Import(Bundle.Patient(patient), Bundle.Visit(visit, patient), Bundle.About("MedicationRequest", id, patient, visit, $$"""
            "status":"active","intent":"order","contained":[{"resourceType":"Medication","id":"m","code":{{Bundle.Code(CodedConcept.RxNorm, "313820", "Acetaminophen 160 MG Chewable Tablet")}}}],
            "medicationReference":{"reference":"#m"},"authoredOn":"2015-03-04T08:00:00-08:00",
            "dosageInstruction":[{"text":"Every six hours","timing":{"repeat":{"frequency":1,"period":1.0,"periodUnit":"d"} },"doseAndRate":[{"doseQuantity":{"value":2.0} }]}]
            """));

        var prescription = await App.UsingDb(db => db.Set<Prescription>().Include(p => p.Items).SingleAsync(p => p.ImportedFrom == $"urn:uuid:{id}"));
        var item = Assert.Single(prescription.Items);
        Assert.Equal(("Acetaminophen 160 MG Chewable Tablet", "313820", null, Frequency.OnceADay), (item.Medicine.Generic, item.Code?.Code, item.Medicine.DoseAmount, item.Medicine.Frequency));
        Assert.Equal("Dose 2 (unit not given); Every six hours", item.Instructions);
    }

    [Fact]
    public async Task Vaccines_and_procedures_keep_what_when_and_why()
    {
        var (vaccine, procedure, why) = (Bundle.Id(), Bundle.Id(), Bundle.Id());
        await Import(Bundle.Patient(patient), Bundle.Visit(visit, patient),
            Bundle.About("Immunization", vaccine, patient, visit, $"\"status\":\"completed\",\"vaccineCode\":{Bundle.Code(CodedConcept.Cvx, "140", "Influenza")},\"occurrenceDateTime\":\"2015-03-04T08:00:00-08:00\""),
            Bundle.About("Condition", why, patient, visit, $"\"code\":{Bundle.Code(CodedConcept.Snomed, "72892002", "Normal pregnancy")}"),
            Bundle.About("Procedure", procedure, patient, visit, $"\"status\":\"completed\",\"code\":{Bundle.Code(CodedConcept.Snomed, "252160004", "Pregnancy test")},\"performedPeriod\":{{\"start\":\"2015-03-04T08:05:00-08:00\"}},\"reasonReference\":[{{\"reference\":\"urn:uuid:{why}\"}}]"));

        var given = await App.UsingDb(db => db.Set<Immunization>().SingleAsync(i => i.ImportedFrom == $"urn:uuid:{vaccine}"));
        var done = await App.UsingDb(db => db.Set<Procedure>().SingleAsync(p => p.ImportedFrom == $"urn:uuid:{procedure}"));
        Assert.Equal((CodedConcept.Cvx, "140"), (given.Vaccine.System, given.Vaccine.Code));
        Assert.Equal(("252160004", "Normal pregnancy"), (done.Concept.Code, done.Reason!.Display));
    }

    [Fact]
    public async Task What_was_claimed_elsewhere_is_told_and_owed_to_nobody()
    {
        await Import(Bundle.Patient(patient), Bundle.Visit(visit, patient), Bundle.About("Claim", Bundle.Id(), patient, null, $$"""
            "status":"active","type":{"coding":[{"code":"professional"}]},"created":"2015-03-04T09:00:00-08:00","insurance":[{"sequence":1,"focal":true,"coverage":{"display":"Humana"} }],"item":[{"sequence":1,"encounter":[{"reference":"urn:uuid:{{visit}}"}]}],"total":{"value":129.16,"currency":"USD"}
            """));

        var claim = await App.UsingDb(db => db.PastClaims.Join(db.Encounters, c => c.EncounterId, e => e.Id, (c, e) => new { c.Total, c.Payer, e.ImportedFrom }).SingleAsync(c => c.ImportedFrom == $"urn:uuid:{visit}"));
        Assert.Equal((new Money(129.16m, new("USD")), "Humana"), (claim.Total, claim.Payer));
        Assert.Equal(0, await App.UsingDb(db => db.Charges.CountAsync()));
    }
}
