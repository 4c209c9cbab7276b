namespace HospitalWeb.Data;

/// <summary>Triggers that refuse what no page would do either, and the policies of one patient's rows: the hand-written end of the first migration.</summary>
public static class Guards
{
    public static string Postgres => Read("Guards.Postgres") + Read("RowSecurity.Postgres");
    public static string SqlServer => Read("Guards.SqlServer");

    private static string Read(string name)
    {
        using var script = new StreamReader(typeof(Guards).Assembly.GetManifestResourceStream($"{name}.sql")!);
        return script.ReadToEnd();
    }
}
