namespace HospitalWeb.Data;

/// <summary>Knowledge that every hospital starts with, such as a list of diagnoses. Loading it again adds nothing.</summary>
public interface IReferenceData
{
    Task LoadAsync(HospitalContext db, CancellationToken token);
}

public static class ReferenceFiles
{
    /// <summary>A file of database/reference, which travels inside the program.</summary>
    public static StreamReader Open(string file) =>
        new(typeof(ReferenceFiles).Assembly.GetManifestResourceStream($"Reference.{file}") ?? throw new FileNotFoundException($"There is no reference file {file}."));
}
