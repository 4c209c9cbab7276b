using HospitalWeb.Domain;
using HospitalWeb.Domain.Billing;
using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Tests.Support;

public static partial class Given
{
    public static readonly Currency Pound = new("GBP");
    public static readonly Stamp Clerk = new(HeaderSignIn.AccountOf(HospitalWeb.Security.Role.BillingClerk), "Jo Clerk", Now);

    public static Money Pounds(decimal amount) => new(amount, Pound);

    public static Service AService(string code = "TEST", decimal? price = 80, string name = "Test service", DateOnly? from = null) =>
        new() { Code = code, Name = name, Price = price is { } p ? new UnitPrice(p, Pound) : null, EffectiveFrom = from ?? new(2026, 1, 1) };

    /// <summary>The patient is saved already.</summary>
    public static Charge ACharge(Patient patient, decimal? price = 100, string description = "Consultation", decimal quantity = 1) =>
        Charge.For(ChargeSource.Consultation, Guid.NewGuid(), patient.Id, null, null, description, price is { } p ? new UnitPrice(p, Pound) : null, quantity, Clerk);

    public static Bill ADraft(Patient patient, params decimal[] prices) =>
        Bill.Draft(patient.Id, Pound, [.. prices.Select((price, at) => ACharge(patient, price, $"Service {at + 1}"))], Clerk);

    /// <summary>Drafted and then issued, each saved on its own: the database takes no line for a bill that is issued already.</summary>
    public static Task<Bill> IssuedAsync(this HospitalApp app, Bill draft, int number, Action<Bill>? then = null) => app.UsingDb(async db =>
    {
        db.Add(draft);
        await db.SaveChangesAsync();
        draft.Issue(number, Clerk);
        then?.Invoke(draft);
        await db.SaveChangesAsync();
        return draft;
    });
}
