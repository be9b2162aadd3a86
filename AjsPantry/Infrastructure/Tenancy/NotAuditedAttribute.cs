namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>Leaves a table out of the audit trail: sessions, whose rows change by being used, and the trail itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotAuditedAttribute : Attribute;
