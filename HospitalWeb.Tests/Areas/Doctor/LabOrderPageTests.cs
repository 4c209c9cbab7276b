using System.Net;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Domain.Laboratory;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Doctor;

public sealed class LabOrderPageTests(HospitalApp app) : PageTest(app)
{
    private static string New(Patient patient) => $"/doctor/patients/{patient.Id}/lab-orders/new";

    [Fact]
    public async Task A_doctor_orders_two_tests_and_sees_them_wait()
    {
        var (patient, one, two) = (Given.Patient("Ordered"), Given.ALabTest("Alpha"), Given.ALabTest("Beta"));
        await App.Save(patient, one, two);
        var form = await As(Role.Doctor).Open(New(patient));

        var next = await form.Submit(("Input.Tests", one.Id.ToString()), ("Input.Tests", two.Id.ToString()), ("Input.Urgency", "Stat"), ("Input.ClinicalNotes", "Weak"));

        Assert.Contains("is ordered: Alpha, Beta.", next.Notice);
        Assert.Contains("Awaiting sample", next.Main);
        var order = await App.UsingDb(db => db.LabOrders.Include(o => o.Items).SingleAsync(o => o.PatientId == patient.Id));
        Assert.Equal((Urgency.Stat, "Weak", 2), (order.Urgency, order.ClinicalNotes, order.Items.Count));
    }

    [Fact]
    public async Task Searching_narrows_the_list_and_keeps_what_was_chosen()
    {
        var (patient, chosen, sought, other) = (Given.Patient("Search"), Given.ALabTest("Chosen one"), Given.ALabTest("Sought one"), Given.ALabTest("Something else"));
        await App.Save(patient, chosen, sought, other);
        var form = await As(Role.Doctor).Open(New(patient));

        var narrowed = await form.Submit(("Narrow", "true"), ("Input.Tests", chosen.Id.ToString()), ("Input.Search", "sought"));

        Assert.Contains("Chosen one", narrowed.Main);
        Assert.Contains("Sought one", narrowed.Main);
        Assert.DoesNotContain("Something else", narrowed.Main);
        Assert.NotNull(narrowed.Document.QuerySelector($"#test-{chosen.Code}[checked]"));
    }

    [Fact]
    public async Task The_same_test_within_a_day_needs_a_reason()
    {
        var (patient, test) = (Given.Patient("Again"), Given.ALabTest("Repeat"));
        await App.Save(patient, Given.ALabOrder(patient, test));
        var form = await As(Role.Doctor).Open(New(patient));

        var asked = await form.Submit(("Input.Tests", test.Id.ToString()));
        Assert.Contains("Repeat was ordered within the last day.", asked.Errors);
        var next = await asked.Submit(("Input.Tests", test.Id.ToString()), ("Input.AgainBecause", "Follows treatment"));

        Assert.Contains("is ordered: Repeat.", next.Notice);
    }

    [Fact]
    public async Task Nothing_is_ordered_for_the_dead()
    {
        var (patient, test) = (Given.Patient("Dead"), Given.ALabTest());
        patient.Die(Given.Now.AddDays(-1));
        await App.Save(patient, test);

        var refused = await (await As(Role.Doctor).Open(New(patient))).Submit(("Input.Tests", test.Id.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("DEAD, Jane has died. Nothing can be ordered.", refused.Errors);
    }
}
