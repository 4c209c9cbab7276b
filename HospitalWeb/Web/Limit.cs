namespace HospitalWeb.Web;

/// <summary>What may be done only so often.</summary>
public enum Limit { Everything, SignIn, Reset, Search, OwnRecord, Print, Export, Report }

/// <summary>This page may be asked only so often by one person, or by one address where nobody is signed in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedAttribute(Limit limit) : Attribute
{
    public Limit Limit => limit;
}
