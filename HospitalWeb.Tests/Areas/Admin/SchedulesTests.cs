using System.Net;
using HospitalWeb.Data.Scheduling;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Admin;

public sealed class SchedulesTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task Hours_are_added_and_ended()
    {
        var doctor = Given.Doctor("Hours");
        await App.Save(doctor);
        var page = await As(Role.Admin).Open($"/admin/schedules/{doctor.Id}");

        page = await page.SubmitForm("#add", ("Input.Day", "Monday"), ("Input.From", "09:00"), ("Input.Until", "12:30"), ("Input.SlotMinutes", "20"));
        Assert.Contains("09:00", page.Main, StringComparison.Ordinal);
        page = await page.Submit();

        Assert.Contains("What is booked stays", page.Notice, StringComparison.Ordinal);
        Assert.NotNull((await App.UsingDb(db => db.Availabilities.SingleAsync(a => a.PractitionerId == doctor.Id))).EffectiveUntil);
    }

    [Fact]
    public async Task A_day_of_leave_is_added()
    {
        var doctor = Given.Doctor("Leave");
        await App.Save(doctor);
        var page = await As(Role.Admin).Open($"/admin/schedules/{doctor.Id}/days");

        page = await page.Submit(("Input.Kind", "Blocked"), ("Input.Date", "05-Mar-2026"), ("Input.Reason", "Leave"));

        Assert.Contains("Whole day", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_of_the_same_code_is_refused()
    {
        var page = await (await As(Role.Admin).Open("/admin/schedules")).Submit(("Input.Name", "Cardiology"), ("Input.Code", "CARD"));
        Assert.Contains("Cardiology", page.Main, StringComparison.Ordinal);

        page = await page.Submit(("Input.Name", "Cards"), ("Input.Code", "card"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task A_doctor_who_is_not_there_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await As(Role.Admin).Open($"/admin/schedules/{Guid.NewGuid()}")).Status);
}
