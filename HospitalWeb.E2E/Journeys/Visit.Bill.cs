using HospitalWeb.E2E.Support;
using HospitalWeb.Security;

namespace HospitalWeb.E2E.Journeys;

/// <summary>The visit's last chapter: the bill, and what is read at home.</summary>
public sealed partial class Visit
{
    private async Task BillAndPayAsync()
    {
        var clerk = await journey.SignInAsync(Role.BillingClerk);
        await clerk.ChecksPageAsync();
        await clerk.OpenAsync($"/billing/patients/{patient.Id}");
        await clerk.ChecksPageAsync();
        await clerk.FollowAsync("Make a bill");
        await clerk.ChecksPageAsync();
        await clerk.PressAsync("Draft the bill");
        await clerk.FollowAsync("Issue the bill");
        await clerk.ChecksPageAsync();
        await clerk.PressAsync("Issue the bill");
        await clerk.SeesAsync("BIL-00001");
        await clerk.ChecksPageAsync();
        var bill = clerk.Page.Url;

        await PayAsync(clerk, bill, "Cash", "10");
        await clerk.OpenAsync(bill);
        await clerk.ChecksPageAsync();
        await PayAsync(clerk, bill, "Card", null);
        await clerk.OpenAsync(bill);
        await clerk.SeesAsync("Paid");
        await clerk.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Refund" }).First.ClickAsync();
        await clerk.FillAsync("Amount", "1");
        await clerk.FillAsync("Reason", "Charged too much for dressing");
        await clerk.ChecksPageAsync();
        await clerk.PressAsync("Refund this payment");
        await clerk.SeesAsync("refund");
        await clerk.ChecksPageAsync();
    }

    private static async Task PayAsync(Person clerk, string bill, string method, string? amount)
    {
        await clerk.OpenAsync($"{bill}/pay");
        await clerk.ChooseAsync("Method", method);
        if (amount is not null) await clerk.FillAsync("Amount", amount);
        await clerk.ChecksPageAsync();
        await clerk.PressAsync("Take the payment");
        await clerk.SeesAsync("RCT-");
    }

    private async Task ReadItAllAtHomeAsync()
    {
        var atHome = await journey.SignInAsync(Role.Patient, patient: patient.Id);
        foreach (var page in new[] { "", "/appointments", "/visits", "/results", "/prescriptions", "/bills" })
        {
            await atHome.OpenAsync($"/patient{page}");
            await atHome.ChecksPageAsync();
        }
        await atHome.OpenAsync("/patient/prescriptions");
        await atHome.SeesAsync("oxycycline");
        await atHome.OpenAsync("/patient/results");
        await atHome.SeesAsync("aemoglobin");
        await atHome.OpenAsync("/patient/bills");
        await atHome.SeesAsync("BIL-00001");
    }
}
