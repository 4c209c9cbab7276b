using System.Collections.Concurrent;
using HospitalWeb.Data.Patients;
using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Staff;
using HospitalWeb.E2E.Support;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.E2E.Journeys;

/// <summary>Whoever sits down at the computer next finds no patient in its browser.</summary>
public sealed class NothingLeftBehind(Journey journey) : IClassFixture<Journey>
{
    private const string Family = "Wiedehopf", Phone = "0794 655 5198", Canary = "Rohrdommel6Jt";

    private const string Storage = """
        async () => JSON.stringify({
            local: { ...localStorage },
            session: { ...sessionStorage },
            databases: (await indexedDB.databases()).map(database => database.name),
            caches: await Promise.all((await caches.keys()).map(async name => [name, (await (await caches.open(name)).keys()).map(request => request.url)])),
            workers: (await navigator.serviceWorker.getRegistrations()).map(worker => worker.scope),
            name: window.name, cookies: document.cookie })
        """;

    private readonly ConcurrentQueue<string> addresses = [];
    private readonly Practitioner doctor = Given.Doctor("Patel", "Asha");

    [Fact]
    public async Task After_a_day_of_work_no_storage_and_no_address_names_a_patient()
    {
        await journey.App.Save(doctor);
        var desk = await journey.SignInAsync(Role.Receptionist);
        Listen(desk);
        await desk.OpenAsync("/reception/patients/new");
        await desk.FillAsync("Family name", Family);
        await desk.FillAsync("Birth date", "14-Jul-1985");
        await desk.ChooseAsync("Sex", "Female");
        await desk.FillAsync("Phone", Phone);
        await desk.FillAsync("Address", Canary);
        await desk.PressAsync("Register patient");
        await desk.SeesAsync("is registered as");
        var patient = await journey.App.UsingDb(db => db.Patients.SingleAsync(p => p.FamilyName == Family));
        await LooksThroughAsync(desk, "/reception", "/reception/patients", $"/reception/patients/{patient.Id}", $"/reception/patients/{patient.Id}/edit");
        await NothingIsLeftAsync(desk, patient);

        var medic = await journey.SignInAsync(Role.Doctor, doctor);
        Listen(medic);
        await LooksThroughAsync(medic, "/doctor", $"/doctor/patients/{patient.Id}", $"/doctor/patients/{patient.Id}/prescriptions", $"/doctor/patients/{patient.Id}/allergies");
        await medic.OpenAsync($"/doctor/patients/{patient.Id}/allergies/record");
        await medic.FillAsync("Substance", "Penicillin");
        await medic.FillAsync("Reaction", Canary);
        await medic.PressAsync("Record the allergy");
        await medic.SeesAsync($"penicillins ({Canary})");
        await NothingIsLeftAsync(medic, patient);
    }

    private void Listen(Person person) => person.Page.Context.Request += (_, request) => addresses.Enqueue(request.Url);

    private static async Task LooksThroughAsync(Person person, params string[] pages)
    {
        foreach (var page in pages) await person.OpenAsync(page);
    }

    private async Task NothingIsLeftAsync(Person person, Patient patient)
    {
        var kept = await person.Page.EvaluateAsync<string>(Storage);
        Assert.Contains("\"workers\":[]", kept, StringComparison.Ordinal);
        Assert.NotEmpty(addresses);

        foreach (var word in new[] { Family, HumanNumber.Of(patient), Phone, "6555198", Canary })
        {
            Assert.DoesNotContain(word, kept, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(addresses, address => Uri.UnescapeDataString(address).Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }
}
