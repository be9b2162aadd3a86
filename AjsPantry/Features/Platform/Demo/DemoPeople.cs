using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>Invented people with the family name Demo. Floor is the floor's number; null for admins and operators.</summary>
internal sealed record DemoPerson(string Residence, string Number, string Name, Role Role, int? Floor)
{
    public string Mail => $"{Number}@{Residence}.example";
}

internal static class DemoPeople
{
    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("platform", "9001", "Omar Demo", Role.Operator, null),
        new("noor", "1001", "Asma Demo", Role.Admin, null),
        new("noor", "1011", "Zoya Demo", Role.PantryHead, 1),
        new("noor", "1012", "Tariq Demo", Role.TeaManager, 1),
        new("noor", "1013", "Meera Demo", Role.Member, 1),
        new("noor", "1021", "Hari Demo", Role.PantryHead, 2),
        new("noor", "1022", "Leela Demo", Role.TeaManager, 2),
        new("noor", "1023", "Imran Demo", Role.Member, 2),
        new("lotus", "2001", "Anil Demo", Role.Admin, null),
        new("lotus", "2011", "Kavya Demo", Role.PantryHead, 1),
        new("lotus", "2012", "Rafi Demo", Role.TeaManager, 1),
        new("lotus", "2013", "Nisha Demo", Role.Member, 1),
        new("lotus", "2021", "Yash Demo", Role.PantryHead, 2),
        new("lotus", "2022", "Sara Demo", Role.TeaManager, 2),
        new("lotus", "2023", "Dev Demo", Role.Member, 2),
    ];

    public static DemoPerson Operator => All.Single(person => person.Role == Role.Operator);

    /// <summary>Whom to sign in as to see what each role sees.</summary>
    public static IEnumerable<DemoPerson> OnePerRole =>
        All.Where(person => person.Residence != "lotus").DistinctBy(person => person.Role).OrderBy(person => person.Role switch
        {
            Role.PantryHead => 0,
            Role.TeaManager => 1,
            Role.Member => 2,
            Role.Admin => 3,
            _ => 4,
        });
}
