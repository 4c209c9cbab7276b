using HospitalWeb.Domain.Nursing;
using HospitalWeb.Web.Charts;

namespace HospitalWeb.Web.Clinical;

/// <summary>Which curves vitals make, and on which scales.</summary>
public static class VitalTrends
{
    public static IReadOnlyList<Trend> Of(IEnumerable<VitalSigns> signs)
    {
        var valid = signs.Where(v => v.IsValid).ToList();
        return [.. new[]
        {
            Pressure(valid),
            One(valid, Vital.HeartRate, 30, 160),
            One(valid, Vital.RespiratoryRate, 0, 40),
            One(valid, Vital.Temperature, 35, 41),
            One(valid, Vital.OxygenSaturation, 80, 100),
            One(valid, Vital.Glucose, 0, 20),
            Weight(valid),
        }.Where(trend => trend.Points.Count > 1)];
    }

    private static Trend Pressure(List<VitalSigns> signs) =>
        new("Blood pressure", "mmHg", [.. signs.Where(v => v.SystolicMmHg is not null && v.DiastolicMmHg is not null).Select(v => new TrendPoint(v.TakenAt, v.SystolicMmHg!.Value, v.DiastolicMmHg))], 40, 200);

    private static Trend One(List<VitalSigns> signs, Vital vital, decimal from, decimal to)
    {
        var limits = VitalLimits.Of(vital);
        return new(limits.Name, limits.Unit, Points(signs, vital), from, to) { Usual = VitalFlags.Usual(vital), UsualFor = "16y and over" };
    }

    // Weights differ too much for one scale; the tens around the values serve.
    private static Trend Weight(List<VitalSigns> signs)
    {
        var points = Points(signs, Vital.Weight);
        return new("Weight", "kg", points, Math.Floor(points.Select(p => p.Value).DefaultIfEmpty().Min() / 10) * 10, Math.Ceiling((points.Select(p => p.Value).DefaultIfEmpty().Max() + 0.1m) / 10) * 10);
    }

    private static List<TrendPoint> Points(List<VitalSigns> signs, Vital vital) => [.. signs.Where(v => v[vital] is not null).Select(v => new TrendPoint(v.TakenAt, v[vital]!.Value))];
}
