namespace HospitalWeb.Jobs;

/// <summary>Work that the timetable asks for. Safe to run twice and to be broken off: it looks at what is there, not at when it last ran.</summary>
public interface IHospitalJob
{
    Task RunAsync(CancellationToken token);
}
