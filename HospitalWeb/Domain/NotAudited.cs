namespace HospitalWeb.Domain;

/// <summary>Rows of this kind are bookkeeping of the machine: the audit trail passes them over.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotAuditedAttribute : Attribute;

/// <summary>The audit trail says that this was set, never to what.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
