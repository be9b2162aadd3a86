using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Infrastructure.Hosting;

/// <summary>
/// Shows every file of a form to the scanner before anything else reads it. What it does not let through is taken out of the form, so
/// that no page can keep it, and the person reads why at its field.
/// </summary>
internal sealed class ScannedUploads(FileScanner scanner) : IAsyncResourceFilter, IAsyncPageFilter
{
    private static readonly object Refused = new();

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (scanner.IsOn && request.HasFormContentType)
            await ScanAsync(request, context.HttpContext.RequestAborted);
        await next();
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HttpContext.Items[Refused] is List<FieldMessage> refused)
        {
            // The file is not in the form any more; that one is missing is no news beside why.
            context.ModelState.Clear();
            foreach (var message in refused)
                context.ModelState.AddModelError(message.Field, message.Text);
        }

        await next();
    }

    private async Task ScanAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var passed = new FormFileCollection();
        List<FieldMessage> refused = [];
        foreach (var file in form.Files)
        {
            if (await RefusalAsync(file, cancellationToken) is { } why)
                refused.Add(new FieldMessage(file.Name, why));
            else
                passed.Add(file);
        }

        if (refused.Count == 0)
            return;
        request.Form = new FormCollection(form.ToDictionary(), passed);
        request.HttpContext.Items[Refused] = refused;
    }

    private async Task<string?> RefusalAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        return await scanner.RefusalAsync(content.GetBuffer().AsMemory(0, (int)content.Length), cancellationToken);
    }
}
