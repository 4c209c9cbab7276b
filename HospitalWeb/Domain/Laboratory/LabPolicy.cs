namespace HospitalWeb.Domain.Laboratory;

/// <summary>What this laboratory asks of its staff.</summary>
public sealed class LabPolicy
{
    /// <summary>Whoever entered a result may not verify it. Off only where one person staffs the bench alone.</summary>
    public bool SecondPersonVerifies { get; set; } = true;
}
