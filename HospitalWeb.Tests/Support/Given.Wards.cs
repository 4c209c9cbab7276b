using HospitalWeb.Domain;
using HospitalWeb.Domain.Patients;
using HospitalWeb.Domain.Wards;

namespace HospitalWeb.Tests.Support;

public static partial class Given
{
    public static readonly Stamp OnTheWard = new(Guid.NewGuid(), "Test Ward Manager", Now);

    private static int wards;

    public static Ward AWard(int beds = 2, string? name = null)
    {
        var number = Interlocked.Increment(ref wards);
        var ward = new Ward { Name = name ?? $"Ward {number}", Code = $"W{number}", Kind = WardKind.General, BedDayPriceCode = "BED-DAY" };
        for (var bed = 1; bed <= beds; bed++) ward.AddBed($"{bed}");
        return ward;
    }

    public static Admission AnAdmission(Patient patient, Bed bed, Stamp? by = null) => Admission.Admit(patient, bed, null, "Pneumonia", by ?? OnTheWard);
}
