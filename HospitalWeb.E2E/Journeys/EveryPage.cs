using HospitalWeb.E2E.Support;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using HospitalWeb.Web;

namespace HospitalWeb.E2E.Journeys;

/// <summary>What holds for every page that there is, on a wide screen and on the smallest phone.</summary>
public sealed class EveryPage(LookedAtHospital hospital) : IClassFixture<LookedAtHospital>
{
    [Fact]
    public void None_shuts_anybody_out() => None(Fault.Barrier);

    [Fact]
    public void None_scrolls_sideways() => None(Fault.TooWide);

    [Fact]
    public void Everything_to_press_is_large_enough() => None(Fault.SmallTarget);

    [Fact]
    public void The_patient_s_banner_stays_whole_and_covers_nothing_that_has_the_focus() => None(Fault.Covered);

    [Fact]
    public async Task The_longest_name_is_shown_whole_on_the_smallest_phone()
    {
        var patient = Given.Patient(new string('W', 35), new string('M', 35));
        await hospital.Journey.App.Save(patient, Given.AVisit(patient));
        var nurse = await hospital.Journey.SignInAsync(Role.Nurse, width: 320);

        foreach (var path in new[] { $"/nurse/patients/{patient.Id}", $"/nurse/patients/{patient.Id}/vitals/record", $"/nurse/patients?q={Uri.EscapeDataString(hospital.Journey.App.Services.GetRequiredService<WordSeal>().Seal(new('W', 35))!)}" })
        {
            await nurse.OpenAsync(path);
            Assert.Empty(await nurse.Page.EvaluateAsync<string[]>(Looks.TooWide));
            Assert.Empty(await nurse.Page.EvaluateAsync<string[]>(Looks.CutOff));
        }
    }

    private void None(Fault fault) => Assert.True(!hospital.Faults(fault).Any(), string.Join('\n', hospital.Faults(fault).Take(40)));
}
