using HospitalWeb.Domain.Notifications;

namespace HospitalWeb.Domain.Laboratory;

/// <summary>What is said, and to whom, when a result cannot wait until somebody looks for it.</summary>
public static class ResultAlert
{
    public static IEnumerable<Notification> Critical(LabResult result, IEnumerable<Guid> accountIds, DateTimeOffset now) => accountIds.Distinct().Select(account => Notification.To(
        account, NotificationKind.CriticalResult, Severity.Critical,
        $"Critical result: {result.Analyte.Display} {Text(result)}, {result.Flag.Word.ToLowerInvariant()}",
        $"{result.Patient.ListName}. {RangeSentence(result)} Act on it, then acknowledge it here.",
        ResultsOf(result.Patient.Id), result.Patient.Id, now));

    public static IEnumerable<Notification> Corrected(LabResult right, IEnumerable<Guid> accountIds, DateTimeOffset now) => accountIds.Distinct().Select(account => Notification.To(
        account, NotificationKind.CorrectedResult, Severity.High,
        $"Corrected result: {right.Analyte.Display} {Text(right)}, was {right.Corrects!.Value}",
        $"{right.Patient.ListName}. Reason: {right.CorrectionReason}",
        ResultsOf(right.Patient.Id), right.Patient.Id, now));

    private static string Text(LabResult result) => $"{result.Value} {result.Unit}".TrimEnd();

    private static string RangeSentence(LabResult result) => result.RangeLow is { } low && result.RangeHigh is { } high
        ? $"Range {LabResult.FormatValue(low, null, result.Decimals)} to {LabResult.FormatValue(high, null, result.Decimals)} {result.Unit}."
        : "";

    private static string ResultsOf(Guid patientId) => $"/doctor/patients/{patientId}/results";
}
