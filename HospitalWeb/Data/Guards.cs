namespace HospitalWeb.Data;

/// <summary>Triggers that refuse what no page would do either: the hand-written end of the first migration.</summary>
public static class Guards
{
    public static string Postgres => Read("Postgres");
    public static string SqlServer => Read("SqlServer");

    private static string Read(string provider)
    {
        using var script = new StreamReader(typeof(Guards).Assembly.GetManifestResourceStream($"Guards.{provider}.sql")!);
        return script.ReadToEnd();
    }
}
