using HospitalWeb.Data;
using HospitalWeb.Data.Access;
using HospitalWeb.Domain.Access;
using HospitalWeb.Web;

namespace HospitalWeb.Security.Access;

public enum Ground { None, Relationship, Permission, Emergency }

/// <summary>Whether this account may open this patient now, and why.</summary>
public sealed record AccessDecision(Ground Ground, bool Exists = true, TieKind? Tie = null, RunningEmergency? Emergency = null)
{
    public bool Opens => Ground != Ground.None;
    /// <summary>Not only in an emergency: such a person may bring others into the care.</summary>
    public bool Treats => Ground is Ground.Relationship or Ground.Permission;
}

/// <summary>
/// Decides who may open whom, in one query a request: a permission opens a page, and beyond it a treatment relationship, a right to every chart, or an emergency opens the patient.
/// </summary>
public sealed class PatientAccess(HospitalContext db, CurrentUser me, FacilityClock clock)
{
    private readonly Dictionary<(Guid, Desk, bool), AccessDecision> decided = [];

    /// <summary>What the last patient who was asked for on this request is open by.</summary>
    public AccessDecision? Current { get; private set; }

    public bool MayBreakGlass => me.Can(Permission.BreakGlass);

    /// <summary>A page before care is for people whom nobody here treats yet: its permission is enough, but for confidential patients.</summary>
    public async Task<AccessDecision> ToAsync(Guid patientId, Desk desk, bool beforeCare)
    {
        if (!decided.TryGetValue((patientId, desk, beforeCare), out var decision)) decided[(patientId, desk, beforeCare)] = decision = await DecideAsync(patientId, desk, beforeCare);
        return Current = decision;
    }

    /// <summary>The patients whom a search or a list at this desk may show.</summary>
    public PatientView ViewFrom(Desk desk, bool beforeCare = false) => new(db.TiesOf(AskerAt(desk)), SeesEverybody(desk, beforeCare), Confidential: me.Can(Permission.SeeConfidential));

    private async Task<AccessDecision> DecideAsync(Guid patientId, Desk desk, bool beforeCare)
    {
        if (await db.StandingAsync(patientId, AskerAt(desk), MayBreakGlass) is not { } found) return new(Ground.None, Exists: false);

        var ground = found.Tie is not null ? Ground.Relationship
            : SeesEverybody(desk, beforeCare) && (me.Can(Permission.SeeConfidential) || !found.IsConfidential) ? Ground.Permission
            : found.Emergency is not null ? Ground.Emergency : Ground.None;
        return new(ground, true, found.Tie, found.Emergency);
    }

    private bool SeesEverybody(Desk desk, bool beforeCare) => beforeCare || desk == Desk.Reception || me.Can(Permission.OpenAnyChart);

    private Asker AskerAt(Desk desk) => new(desk, me.AccountId, me.PractitionerId, clock.Now, clock.Today);
}
