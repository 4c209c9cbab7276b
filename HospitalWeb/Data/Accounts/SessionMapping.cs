using System.Linq.Expressions;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Security;
using HospitalWeb.Security.Links;
using HospitalWeb.Security.Passkeys;
using HospitalWeb.Security.Portal;
using HospitalWeb.Security.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Accounts;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<HeldForm>, IEntityTypeConfiguration<SignInTries>, IEntityTypeConfiguration<PasskeyChallenge>,
    IEntityTypeConfiguration<AccountLink>, IEntityTypeConfiguration<PortalCode>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.Property(s => s.KeyHash).HasMaxLength(Session.KeyHashLength).IsFixedLength();
        session.Property(s => s.SecurityStamp).HasMaxLength(Session.StampMaxLength);
        session.Property(s => s.Method).HasMaxLength(Session.MethodMaxLength);
        session.Property(s => s.Device).HasMaxLength(Session.DeviceMaxLength);
        session.Property(s => s.IpAddress).HasMaxLength(45);
        session.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasIndex(s => new { s.AccountId, s.StartedAt });
        session.HasIndex(s => s.EndsAt);
    }

    public void Configure(EntityTypeBuilder<HeldForm> held)
    {
        held.Property(h => h.Path).HasMaxLength(HeldForm.PathMaxLength);
        held.Property(h => h.Fields).Metadata.SetMaxLength(null);
        held.HasOne<Account>().WithMany().HasForeignKey(h => h.AccountId);
        held.HasIndex(h => h.At);
    }

    public void Configure(EntityTypeBuilder<SignInTries> tries)
    {
        tries.Property(t => t.Id).ValueGeneratedNever();
        tries.HasIndex(t => t.LastAt);
    }

    public void Configure(EntityTypeBuilder<PasskeyChallenge> challenge)
    {
        challenge.HasKey(c => c.Hash);
        challenge.Property(c => c.Hash).HasMaxLength(PasskeyChallenge.HashLength).IsFixedLength();
        challenge.Property(c => c.HolderHash).HasMaxLength(PasskeyChallenge.HashLength).IsFixedLength();
        challenge.Property(c => c.State).HasMaxLength(PasskeyChallenge.StateMaxLength);
        challenge.HasIndex(c => c.EndsAt);
    }

    public void Configure(EntityTypeBuilder<AccountLink> link)
    {
        link.Property(l => l.TokenHash).HasMaxLength(AccountLink.HashLength).IsFixedLength();
        link.Property(l => l.Of).HasMaxLength(AccountLink.HashLength).IsFixedLength();
        link.Property(l => l.NewEmail).HasMaxLength(254);
        link.HasOne(l => l.Account).WithMany().HasForeignKey(l => l.AccountId);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => new { l.AccountId, l.MadeAt });
        link.HasIndex(l => l.EndsAt);
    }

    public void Configure(EntityTypeBuilder<PortalCode> code)
    {
        code.Property(c => c.CodeHash).HasMaxLength(PortalCode.HashLength).IsFixedLength();
        code.HasOne<Patient>().WithMany().HasForeignKey(c => c.PatientId);
        code.HasIndex(c => c.CodeHash).IsUnique();
        code.HasIndex(c => c.PatientId);
    }
}

public static class SessionQueries
{
    extension(HospitalContext db)
    {
        public DbSet<Session> Sessions => db.Set<Session>();
        public DbSet<HeldForm> HeldForms => db.Set<HeldForm>();
        public DbSet<AccountLink> AccountLinks => db.Set<AccountLink>();
        public DbSet<PortalCode> PortalCodes => db.Set<PortalCode>();
        public DbSet<SignInTries> SignInTries => db.Set<SignInTries>();
        public DbSet<PasskeyChallenge> PasskeyChallenges => db.Set<PasskeyChallenge>();
    }

    extension(IQueryable<Session> sessions)
    {
        /// <summary>Neither ended nor outlived, of an account that may sign in and has not been changed since in what it signs in with.</summary>
        public IQueryable<Session> Alive(DateTimeOffset now) => sessions.Where(s => s.EndedAt == null && s.EndsAt > now && s.SecurityStamp == s.Account.SecurityStamp && !s.Account.IsDisabled && s.Account.EmailConfirmed);

        public IQueryable<KnownSession> Known(HospitalContext db) => sessions.Select(s => new KnownSession(
            s.Id, s.AccountId, s.Account.UserName!, s.Account.DisplayName, s.Account.PractitionerId, s.Account.PatientId, s.Method, s.LastActiveAt, s.AuthenticatedAt,
            s.Account.TwoFactorEnabled || s.Method == "hwk" || db.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>>().Any(key => key.UserId == s.AccountId),
            db.UserRoles.Where(held => held.UserId == s.AccountId).Join(db.Roles, held => held.RoleId, role => role.Id, (_, role) => new KnownSession.HeldRole(role.Name!, role.NeedsSecondFactor)).ToList()));

        public Task EndAsync(Expression<Func<Session, bool>> which, DateTimeOffset now) => sessions.Where(which).Where(s => s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now));
    }
}
