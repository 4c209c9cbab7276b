using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HospitalWeb.Web;

/// <summary>The title of a tab. Of one patient's pages the patient comes first, so that tabs differ; public and portal titles name nobody.</summary>
public static class PageTitle
{
    public static string Of(ViewDataDictionary view, NavigationArea area, string? facility)
    {
        var patient = area.Name is "Public" or "Patient" ? null : view["PatientName"] as string;
        string?[] parts = [patient, view["Title"] as string, area.Words is "" ? facility : area.Words];
        return string.Join(" – ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
