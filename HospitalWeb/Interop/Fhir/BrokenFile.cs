namespace HospitalWeb.Interop.Fhir;

/// <summary>A file that cannot be read as FHIR. It is skipped whole.</summary>
internal sealed class BrokenFile(string path, long? line, string reason) : Exception($"{path}{(line is null ? "" : $", line {line}")}: {reason}");

/// <summary>A resource that says something FHIR does not allow; the file it stands in is broken.</summary>
internal sealed class Malformed(string reason) : Exception(reason);

/// <summary>A sound resource that has no place in the record; the reason is told with the count.</summary>
internal sealed class Skip(string reason) : Exception(reason);
