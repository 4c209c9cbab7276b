namespace HospitalWeb.Domain.Laboratory;

/// <summary>A result in the words a patient reads first. A slight deviation is called slight: bare flags alarm people for nothing.</summary>
public static class PlainResult
{
    /// <summary>Beyond a bound by no more than this part of the range's width is "a little".</summary>
    private const decimal Little = 0.25m;

    public static string Words(ResultFlag flag, decimal? value, decimal? low, decimal? high) => flag switch
    {
        ResultFlag.InRange => "In the usual range",
        ResultFlag.H => value - high <= Width(low, high) * Little ? "A little high" : "High",
        ResultFlag.L => low - value <= Width(low, high) * Little ? "A little low" : "Low",
        ResultFlag.HH => "Very high. Your care team has been told",
        ResultFlag.LL => "Very low. Your care team has been told",
        ResultFlag.A => "Not the usual finding. Your doctor will explain what it means",
        _ => "We have no usual range to compare this with",
    };

    private static decimal? Width(decimal? low, decimal? high) => high - (low ?? 0) ?? low;
}
