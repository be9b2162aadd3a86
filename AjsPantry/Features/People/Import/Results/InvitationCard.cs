using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.SignIn;

namespace AjsPantry.Features.People.Import.Results;

/// <summary>What stands on one card.</summary>
/// <param name="Address">The whole address of the link.</param>
/// <param name="CodeAddress">Where a code is entered, as one reads it out.</param>
/// <param name="Until">The last day on which it works.</param>
public sealed record InvitationCard(InvitationLink Link, string TenantName, string Address, string CodeAddress, string Until)
{
    /// <summary>One line of a table as spreadsheets and chats take it, with a tab between cells.</summary>
    public string Line => string.Join('\t', ((string[])[Link.Name, Link.Number, Link.Code ?? "", Address]).Select(CsvText.Inert));

    public const string Heading = "Name\tNumber\tCode\tLink";
}
