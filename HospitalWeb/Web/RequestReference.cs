using System.Diagnostics;

namespace HospitalWeb.Web;

/// <summary>What finds one request in the log and in the audit trail; the error page shows it.</summary>
public static class RequestReference
{
    public static string Reference(this HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
}
