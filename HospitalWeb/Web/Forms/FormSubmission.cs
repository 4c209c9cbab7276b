using HospitalWeb.Domain;

namespace HospitalWeb.Web.Forms;

/// <summary>One form that was sent and accepted. Its key is saved together with what the form did, so a form sent twice does its work once.</summary>
[NotAudited]
public sealed class FormSubmission
{
    public const int LocationMaxLength = 1000;

    public required Guid Id { get; init; }
    public Guid? AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>Where the first sender was led; the second is led there too.</summary>
    public string? Location { get; private set; }
}
