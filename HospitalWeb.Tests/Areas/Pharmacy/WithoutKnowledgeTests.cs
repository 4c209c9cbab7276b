using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Domain.Prescribing;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Pharmacy;

public sealed class WithoutKnowledgeTests(HospitalApp app) : PageTest(app)
{
    [Fact]
    public async Task With_no_drug_knowledge_every_page_says_so_and_the_order_is_marked_not_checked()
    {
        var (patient, doctor) = (Given.Allergic(Given.Allergy("Penicillin")), Given.Doctor());
        await App.Save(patient, doctor);
        await App.UsingDb(db => db.DrugKnowledge.ExecuteDeleteAsync());
        var amoxicillin = await App.UsingDb(db => db.Medications.Where(m => m.Brand == "Amoxil").Select(m => m.Id).SingleAsync());
        var form = await As(Role.Doctor, doctor.Id).Open($"/doctor/patients/{patient.Id}/prescriptions/new?medication={amoxicillin}");
        Assert.StartsWith("▲ Allergy checks are not running", form.Text(".hw-strip"), StringComparison.Ordinal);

        var draft = await form.Submit(("Input.Dose", "500"), ("Input.Route", "Oral"), ("Input.Frequency", "TwiceADay"), ("Input.Days", "5"));
        var signing = await draft.Click("Go to signing");
        Assert.Contains("Check the allergies by hand and say so before you sign.", (await signing.Submit()).Errors, StringComparison.Ordinal);
        await signing.Submit(("Input.CheckedByHand", "true"));

        var queue = await As(Role.Pharmacist).Open("/pharmacy");
        Assert.StartsWith("▲ Allergy checks are not running", queue.Text(".hw-strip"), StringComparison.Ordinal);
        Assert.Contains("Not checked", queue.Text(".hw-board"), StringComparison.Ordinal);
        var found = await As(Role.Pharmacist).Open("/pharmacy?find=prx 1");
        Assert.Contains("Checked by hand: Test Doctor", found.Main, StringComparison.Ordinal);
        Assert.Contains("There is no signed prescription \"777\".", (await As(Role.Pharmacist).Open("/pharmacy?find=777")).Errors, StringComparison.Ordinal);
        Assert.Equal(CheckState.NotChecked, await App.UsingDb(db => db.PrescriptionItems.Select(i => i.Check).SingleAsync()));
    }
}
