using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Infrastructure.Security;

/// <summary>Logs a form that is refused for its token, and a thing that somebody signed in asked for by its id and was not shown.</summary>
internal sealed class LoggedRefusals : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var services = context.HttpContext.RequestServices;
        var person = services.GetRequiredService<Caller>().Person?.Id;
        if (context.Result is IAntiforgeryValidationFailedResult)
            services.GetRequiredService<SecurityLog>().Write(SecurityEventKind.TokenRefused, person);
        else if (context.Result is NotFoundResult && person is not null && context.RouteData.Values.ContainsKey("id"))
            services.GetRequiredService<SecurityLog>().Write(SecurityEventKind.ThingNotFound, person);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
