using System.Security.Cryptography;
using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.DrugSafety;
using HospitalWeb.Data.Facilities;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain.Audit;
using HospitalWeb.Domain.Facilities;
using HospitalWeb.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Demo;

/// <summary>
/// A hospital to look around in: staff of every role and patients in every state, made by the rules that hold for everybody.
/// The same seed gives the same hospital. Days count from today; what is going on right now counts back from the current hour.
/// </summary>
internal sealed class DemoHospital(IServiceProvider services, IConfiguration configuration, TimeProvider time) : IReferenceData
{
    private const string Unfinished = "The demo hospital was not finished when it was made. Delete the database (the folder var/ for the embedded one) and start again.";

    public async Task LoadAsync(HospitalContext db, CancellationToken token)
    {
        if (await db.Facilities.AnyAsync(token)) return;
        if (await db.Patients.AnyAsync(token)) throw new InvalidOperationException(Unfinished);

        CurrentActor.Become("Demo hospital");
        db.AuditInBulk(AuditAction.Create, "demo hospital");
        var kit = new DemoKit(db, configuration.GetValue("Demo:Seed", 1), time.GetUtcNow());
        await FillAsync(kit);
        db.Add(new Facility
        {
            Name = "Riverside Demo Hospital", TimeZone = DemoKit.ZoneName, Currency = kit.Currency, IsDemo = true,
            Letterhead = new() { AddressLines = ["12 Quay Street", "London SE1 0AA"], Phone = "020 7946 0100", Email = "hello@demo.example", Website = "www.demo.example", EmergencyNumber = "999" },
        });
        await db.SaveChangesAsync(token);
        db.ChangeTracker.Clear();
    }

    private async Task FillAsync(DemoKit kit)
    {
        var password = configuration["Demo:Password"] is { Length: > 0 } chosen ? chosen : RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);
        // Everybody looks around with one password; a real hospital asks its staff for more.
        await kit.Db.Roles.ForEachAsync(role => role.NeedsSecondFactor = false);
        var crew = await new DemoStaff(kit, services.GetRequiredService<UserManager<Account>>(), password).HireAsync();
        await new DemoContent(kit).PublishAsync();
        await new DemoPremises(kit, crew).OpenAsync();
        var patients = await new DemoPatients(kit, crew).RegisterAsync();
        var clinic = await DemoClinic.OpenAsync(kit, crew, services.GetRequiredService<DrugShelf>(), services.GetRequiredService<Charges>());
        await new DemoFortnight(kit, crew, clinic).RunAsync(patients);
        await new DemoToday(kit, crew, clinic).RunAsync(patients);
        await new DemoPharmacy(kit, crew, clinic).RunAsync(patients);
        await new DemoLaboratory(kit, crew, clinic).RunAsync(patients);
        await new DemoInpatients(kit, crew, clinic).RunAsync(patients);
        await BillAsync(kit, crew);
        await crew.GivePortalAsync(kit.Db);
        Console.WriteLine($"Demo hospital: sign in as {DemoStaff.Mailboxes} with the password  {password}");
    }

    // Many small saves: they are quick where little else is being kept track of.
    private async Task BillAsync(DemoKit kit, DemoCrew crew)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HospitalContext>();
        db.AuditInBulk(AuditAction.Create, "demo hospital");
        await new DemoBilling(kit, db, crew).RunAsync();
    }
}
