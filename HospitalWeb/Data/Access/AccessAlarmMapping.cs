using HospitalWeb.Data.Encryption;
using HospitalWeb.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HospitalWeb.Data.Access;

internal sealed class AccessAlarmMapping : IEntityTypeConfiguration<AccessAlarm>
{
    public void Configure(EntityTypeBuilder<AccessAlarm> alarm)
    {
        alarm.Property(a => a.Key).HasMaxLength(AccessAlarm.KeyMaxLength);
        alarm.Property(a => a.AccountName).HasMaxLength(AccessAlarm.NameMaxLength);
        alarm.Property(a => a.What).HasMaxLength(AccessAlarm.WhatMaxLength);
        alarm.Property(a => a.ReviewNote).Encrypted();
        alarm.HasOne(a => a.Patient).WithMany().HasForeignKey(a => a.PatientId);
        alarm.HasIndex(a => a.Key).IsUnique();
        alarm.HasIndex(a => new { a.At, a.Id });
    }
}

public static class AccessAlarmQueries
{
    extension(HospitalContext db)
    {
        public DbSet<AccessAlarm> AccessAlarms => db.Set<AccessAlarm>();
    }
}
