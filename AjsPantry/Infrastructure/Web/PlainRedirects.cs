using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Infrastructure.Web;

/// <summary>Where an answer leads on to stands in a header, which takes ASCII only; the rest is encoded here, for all pages.</summary>
internal sealed class PlainRedirects : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is LocalRedirectResult { Url: { } url } local && !url.All(char.IsAscii))
            local.Url = ReturnAddress.Safe(url);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
