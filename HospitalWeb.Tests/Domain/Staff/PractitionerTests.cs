using HospitalWeb.Domain.Staff;

namespace HospitalWeb.Tests.Domain.Staff;

public sealed class PractitionerTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static Practitioner Doctor(string? licence = "L-1") => new("Dr.", "asha", "Patel") { Profession = Profession.Doctor, LicenceNumber = licence };

    [Fact]
    public void Staff_are_shown_with_title_and_initial() => Assert.Equal("Dr A Patel", Doctor().DisplayName);

    [Fact]
    public void A_licence_holds_through_its_last_day()
    {
        var doctor = Doctor();

        doctor.RenewLicence(Today);

        Assert.True(doctor.MaySign(Today));
        Assert.False(doctor.MaySign(Today.AddDays(1)));
    }

    [Fact]
    public void Without_a_licence_nobody_signs() => Assert.False(Doctor(null).MaySign(Today));

    [Fact]
    public void Who_has_left_does_not_sign()
    {
        var doctor = Doctor();

        doctor.Leave();

        Assert.False(doctor.MaySign(Today));
    }
}
