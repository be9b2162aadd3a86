using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AjsPantry.Features.Account;

/// <summary>Answers as if the page were not there.</summary>
internal sealed class NotOfferedHere : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context) => context.Result = new NotFoundResult();

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
