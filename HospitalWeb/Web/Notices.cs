using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HospitalWeb.Web;

/// <summary>One sentence for the next page: what has just been done.</summary>
public static class Notices
{
    private const string Key = "Notice";

    public static void Notice(this ITempDataDictionary temp, string sentence) => temp[Key] = sentence;

    public static string? TakeNotice(this ITempDataDictionary temp) => temp[Key] as string;
}
