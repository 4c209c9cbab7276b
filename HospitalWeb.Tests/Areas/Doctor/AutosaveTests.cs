using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HospitalWeb.Data.Encounters;
using HospitalWeb.Domain.Encounters;
using HospitalWeb.Domain.Staff;
using HospitalWeb.Security;
using HospitalWeb.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Tests.Areas.Doctor;

/// <summary>What the script of the note's page sends while somebody types.</summary>
public sealed class AutosaveTests(HospitalApp app) : PageTest(app)
{
    private readonly Practitioner doctor = Given.Doctor();

    [Fact]
    public async Task The_draft_is_kept_with_its_time_and_the_next_save_goes_on_from_it()
    {
        var (visit, form) = await AForm();

        var first = await Kept(form, "Three days", version: "");
        var second = await Kept(form, "Three days. No fever.", first.GetProperty("version").GetString()!);

        Assert.Equal("09:00:00", first.GetProperty("at").GetString());
        Assert.NotEqual(first.GetProperty("version").GetString(), second.GetProperty("version").GetString());
        var note = Assert.Single(await NotesOf(visit));
        Assert.Equal((NoteStatus.Draft, "Three days. No fever."), (note.Status, note.Content.Subjective.History));
        var saved = await form.Submit(("DraftVersion", second.GetProperty("version").GetString()!), ("Input.History", "Four days."));
        Assert.Equal("Draft saved. Nobody but you sees it until you sign it.", saved.Notice);
    }

    [Fact]
    public async Task Of_two_drafts_that_two_tabs_began_at_one_moment_the_page_goes_on_with_the_first()
    {
        var (visit, form) = await AForm();
        await Kept(form, "First tab", version: "");
        await App.UsingDb(async db =>
        {
            var (first, open) = (await db.ClinicalNotes.SingleAsync(n => n.EncounterId == visit.Id), await db.Encounters.SingleAsync(e => e.Id == visit.Id));
            db.Add(ClinicalNote.Begin(open, first.Author with { At = first.Author.At.AddSeconds(1) }));
            await db.SaveChangesAsync();
        });

        var again = await form.Browser.Open(form.Path);

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("First tab", again.Document.QuerySelector<IHtmlTextAreaElement>("[name='Input.History']")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_tab_saved_meanwhile_is_told_and_not_overwritten()
    {
        var (visit, form) = await AForm();
        await Kept(form, "First tab", version: "");

        var other = await Send(form, "Second tab", version: "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Contains("Somebody else changed this record meanwhile.", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("First tab", Assert.Single(await NotesOf(visit)).Content.Subjective.History);
    }

    [Fact]
    public async Task Without_the_page_s_own_key_nothing_is_kept()
    {
        var (visit, form) = await AForm();

        var refused = await form.Browser.Client.PostAsync($"{form.Path}?handler=Autosave", new FormUrlEncodedContent([new("Input.History", "Forged")]));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(await NotesOf(visit));
    }

    private static async Task<JsonElement> Kept(Browser.Page form, string history, string version)
    {
        var answer = await Send(form, history, version);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static Task<HttpResponseMessage> Send(Browser.Page form, string history, string version)
    {
        var fields = form.Document.QuerySelectorAll<IHtmlInputElement>("form[data-autosave] input[type=hidden]").Where(input => input.Name is not ("__once" or "DraftVersion")).Select(input => KeyValuePair.Create(input.Name!, input.Value));
        return form.Browser.Client.PostAsync($"{form.Path}?handler=Autosave", new FormUrlEncodedContent([.. fields, new("DraftVersion", version), new("Input.ChiefComplaint", "Cough"), new("Input.History", history)]));
    }

    private async Task<(Encounter, Browser.Page)> AForm()
    {
        var visit = Given.AVisit(doctor: doctor);
        await App.Save(visit);
        return (visit, await As(Role.Doctor, practitioner: doctor.Id).Open($"/doctor/patients/{visit.PatientId}/visits/{visit.Id}/note"));
    }

    private Task<List<ClinicalNote>> NotesOf(Encounter visit) => App.UsingDb(db => db.ClinicalNotes.AsNoTracking().Where(n => n.EncounterId == visit.Id).ToListAsync());
}
