using HospitalWeb.Data.Billing;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Data.Billing;

public sealed class NumbersTests(HospitalApp app) : IClassFixture<HospitalApp>
{
    private sealed class Struck : Exception;

    [Fact]
    public async Task Numbers_have_no_gap_and_no_twin_although_every_third_act_fails_or_comes_to_nothing()
    {
        var drawn = await Task.WhenAll(Enumerable.Range(0, 64).Select(Draw));

        var kept = drawn.OfType<int>().Order().ToList();
        Assert.Equal(Enumerable.Range(1, kept.Count), kept);
        Assert.Equal(42, kept.Count);

        async Task<int?> Draw(int at)
        {
            try
            {
                var drawn = await app.UsingDb(db => db.NumberedAsync<object>("TST", async number =>
                {
                    await Task.Yield();
                    return at % 6 == 0 ? throw new Struck() : at % 3 == 0 ? null : number;
                }));
                return (int?)drawn;
            }
            catch (Struck)
            {
                return null;
            }
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_to_overpay_a_bill()
    {
        var patient = Given.Patient();
        await app.Save(patient);
        var bill = await app.IssuedAsync(Given.ADraft(patient, 100), 90001);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => app.UsingDb(db => db.Bills.Where(b => b.Id == bill.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.Paid.Amount, 100.01m))));

        Assert.Contains("CK_Bill_NeverOverpaid", refused.Message);
    }

    [Fact]
    public async Task The_database_itself_refuses_to_charge_an_act_twice()
    {
        var patient = Given.Patient();
        await app.Save(patient);
        var act = Guid.NewGuid();
        Charge Again() => Charge.For(ChargeSource.LabTest, act, patient.Id, null, null, "Full blood count", null, 1, Given.Clerk);
        await app.Save(Again());

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => app.Save(Again()));

        Assert.True(HospitalWeb.Data.ProviderDifferences.IsUniqueViolation(refused));
    }

    [Fact]
    public async Task An_act_is_charged_at_the_price_of_its_day_and_an_unknown_code_waits_for_one()
    {
        var patient = Given.Patient();
        await app.Save(patient, Given.AService("DAY", 80), Given.AService("DAY", 90, from: Given.Today), Given.AService("DAY", 99, from: Given.Today.AddDays(1)));

        var (known, unknown) = await app.UsingDb(async db =>
        {
            using var scope = app.Services.CreateScope();
            var charges = new Charges(db, scope.ServiceProvider.GetRequiredService<HospitalWeb.Web.FacilityClock>());
            return (await charges.RaiseAsync(ChargeSource.Manual, Guid.NewGuid(), patient.Id, null, "DAY", 2, Given.Clerk),
                await charges.RaiseAsync(ChargeSource.Manual, Guid.NewGuid(), patient.Id, null, "NONE", 1, Given.Clerk, "Unlisted"));
        });

        Assert.Equal(Given.Pounds(180), known.Amount);
        Assert.Equal((false, "Unlisted"), (unknown.IsPriced, unknown.Description));
    }
}
