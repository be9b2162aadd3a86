using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Documents;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Import;

/// <summary>The empty list to fill in.</summary>
public sealed class TemplateModel : PersonPage
{
    public IActionResult OnGet(string format) => format == "xlsx"
        ? File(ListFiles.TemplateXlsx(), ListFiles.XlsxType, "people.xlsx")
        : File(ListFiles.TemplateCsv(Tenant.Culture), CsvFile.ContentType, "people.csv");
}
