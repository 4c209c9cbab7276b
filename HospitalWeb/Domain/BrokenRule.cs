namespace HospitalWeb.Domain;

/// <summary>A rule of the hospital that somebody tried to break. The message is shown to the person at the screen.</summary>
public sealed class BrokenRule(string message) : Exception(message)
{
    public static void When(bool broken, string message)
    {
        if (broken) throw new BrokenRule(message);
    }
}
