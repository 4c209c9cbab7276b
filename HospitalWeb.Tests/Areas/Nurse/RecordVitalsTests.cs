using System.Net;
using HospitalWeb.Data.Nursing;
using HospitalWeb.Domain.Notifications;
using HospitalWeb.Domain.Nursing;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Nurse;

public sealed class RecordVitalsTests(HospitalApp app) : PageTest(app)
{
    private static readonly (string, string)[] Usual =
    [
        ("Input.SystolicMmHg", "120"), ("Input.DiastolicMmHg", "80"), ("Input.HeartRatePerMin", "70"), ("Input.RespiratoryRatePerMin", "16"),
        ("Input.TemperatureC", "37.0"), ("Input.OxygenSaturationPercent", "98"), ("Input.OnOxygen", "false"), ("Input.Consciousness", "Alert"), ("Input.WeightKg", "70"), ("Input.HeightCm", "170"),
    ];

    [Fact]
    public async Task A_nurse_records_vitals_and_sees_score_and_body_mass_index()
    {
        var patient = await APatient();
        var form = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals/record");

        var next = await form.Submit(Usual);

        Assert.Equal("Vitals recorded. NEWS2 0, low risk.", next.Notice);
        Assert.Contains("BMI 24.2 kg/m² (calculated)", next.Main);
        var signs = await Recorded(patient);
        Assert.Equal((120, 80, 37.0m, false, "Test Nurse"), (signs.SystolicMmHg, signs.DiastolicMmHg, signs.TemperatureC, signs.OnOxygen, signs.Recorded.Name));
    }

    [Fact]
    public async Task A_missing_item_makes_the_score_incomplete_and_not_low()
    {
        var patient = await APatient();
        var form = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals/record");

        var next = await form.Submit(("Input.HeartRatePerMin", "135"));

        Assert.StartsWith("Vitals recorded. NEWS2 incomplete: respiratory rate, oxygen saturation", next.Notice);
        Assert.Contains("135 HH ▲▲ Critical high", next.Main);
    }

    [Fact]
    public async Task Vitals_belong_to_the_open_visit()
    {
        var visit = Given.AVisit();
        await App.Save(visit);
        var form = await As(Role.Nurse).Open($"/nurse/patients/{visit.PatientId}/vitals/record");

        await form.Submit(Usual);

        Assert.Equal(visit.Id, (await Recorded(visit.Patient)).EncounterId);
    }

    [Theory]
    [InlineData("Input.TemperatureC", "370", "Temperature 370 °C is not possible (25 to 45). Did you mean 37.0?")]
    [InlineData("Input.OxygenSaturationPercent", "150", "Oxygen saturation 150 % is not possible (30 to 100).")]
    [InlineData("Input.HeightCm", "1.7", "Height 1.7 cm is not possible (20 to 260). Did you mean 170?")]
    [InlineData("Input.DiastolicMmHg", "130", "The diastolic pressure must be lower than the systolic. Swapped?")]
    public async Task An_impossible_value_is_refused_and_what_was_typed_stays(string field, string typed, string sentence)
    {
        var patient = await APatient();
        var form = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals/record");

        var again = await form.Submit([.. Usual.Where(f => f.Item1 != field), (field, typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(sentence, again.Errors);
        Assert.Equal(typed, again.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
        Assert.False(await App.UsingDb(db => db.VitalSigns.AnyAsync(v => v.PatientId == patient.Id)));
    }

    [Fact]
    public async Task An_improbable_value_is_asked_about_once_and_then_recorded()
    {
        var patient = await APatient();
        var form = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals/record");

        var asked = await form.Submit([.. Usual.Where(f => f.Item1 != "Input.HeartRatePerMin"), ("Input.HeartRatePerMin", "230")]);
        Assert.Contains("Heart rate 230 per min is improbable.", asked.Errors);
        var next = await asked.Submit(("Input.Confirmed", "true"));

        Assert.StartsWith("Vitals recorded.", next.Notice);
        Assert.Equal(230, (await Recorded(patient)).HeartRatePerMin);
    }

    [Theory]
    [InlineData("25", "91", Severity.Critical), InlineData("25", "98", Severity.High), InlineData("16", "98", null)]
    public async Task The_doctor_of_the_visit_is_warned_of_a_high_score(string breathing, string saturation, Severity? severity)
    {
        var doctor = Given.Doctor();
        var visit = Given.AVisit(doctor: doctor);
        await App.Save(visit);
        await App.Save(new Account { UserName = doctor.LicenceNumber, DisplayName = doctor.DisplayName, PractitionerId = doctor.Id });
        var form = await As(Role.Nurse).Open($"/nurse/patients/{visit.PatientId}/vitals/record");

        await form.Submit([.. Usual.Where(f => f.Item1 is not ("Input.RespiratoryRatePerMin" or "Input.OxygenSaturationPercent" or "Input.OnOxygen")),
            ("Input.RespiratoryRatePerMin", breathing), ("Input.OxygenSaturationPercent", saturation), ("Input.OnOxygen", saturation == "91" ? "true" : "false")]);

        var warnings = await App.UsingDb(db => db.Set<Notification>().Where(n => n.PatientId == visit.PatientId).ToListAsync());
        Assert.Equal(severity, warnings.SingleOrDefault()?.Severity);
    }

    [Fact]
    public async Task Nothing_entered_and_a_future_time_are_refused()
    {
        var patient = await APatient();
        var form = await As(Role.Nurse).Open($"/nurse/patients/{patient.Id}/vitals/record");

        Assert.Contains("Enter at least one measurement.", (await form.Submit()).Errors);
        Assert.Contains("The time of measurement cannot lie in the future.", (await form.Submit(("Input.Date", "+1d"), ("Input.HeartRatePerMin", "70"))).Errors);
    }

    [Fact]
    public async Task A_form_of_one_patient_cannot_be_sent_to_another()
    {
        var (one, other) = (await APatient(), await APatient("Jones"));
        var form = await As(Role.Nurse).Open($"/nurse/patients/{one.Id}/vitals/record");
        form.Document.QuerySelector("main form[method=post]")!.SetAttribute("action", $"/nurse/patients/{other.Id}/vitals/record");

        var refused = await form.Submit(Usual);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.False(await App.UsingDb(db => db.VitalSigns.AnyAsync(v => v.PatientId == other.Id)));
    }

    [Fact]
    public async Task An_unknown_patient_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Nurse).Open($"/nurse/patients/{Guid.NewGuid()}/vitals/record")).Status);

    private async Task<Patient> APatient(string family = "Smith")
    {
        var patient = Given.Patient(family, born: new(1980, 7, 14));
        await App.Save(patient);
        return patient;
    }

    private Task<VitalSigns> Recorded(Patient patient) => App.UsingDb(db => db.VitalSigns.SingleAsync(v => v.PatientId == patient.Id));
}
