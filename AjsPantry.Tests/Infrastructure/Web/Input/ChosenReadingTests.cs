using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace AjsPantry.Tests.Infrastructure.Web.Input;

/// <summary>What the button of a reading does to the form before anything else reads it.</summary>
public sealed class ChosenReadingTests
{
    [Theory]
    [InlineData("Input.Quantity=1.5", "1.5")]
    [InlineData("input.quantity=1.5", "1.5")]
    [InlineData("Input.Quantity=1=2", "1=2")]
    [InlineData("Input.Quantity", "1,500")]
    [InlineData("Input.Price=1.5", "1,500")]
    [InlineData(null, "1,500")]
    public void Only_a_field_that_was_sent_takes_the_chosen_number(string? pressed, string quantity)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase)
        {
            ["Input.Quantity"] = "1,500",
            ["Input.Item"] = "Rice",
        };
        if (pressed is not null)
            fields[ChosenReading.Field] = pressed;
        var files = new FormFileCollection { new FormFile(Stream.Null, 0, 0, "photo", "photo.jpg") };
        var request = new DefaultHttpContext().Request;
        request.Form = new FormCollection(fields, files);
        Execute(request.HttpContext);
        Assert.Equal((quantity, "Rice"), ($"{request.Form["Input.Quantity"]}", $"{request.Form["Input.Item"]}"));
        Assert.Equal([pressed is null ? 2 : 3, 1], [request.Form.Count, request.Form.Files.Count]);
    }

    [Fact]
    public void A_request_without_a_form_stays_as_it_is()
    {
        var context = new DefaultHttpContext();
        Execute(context);
        Assert.False(context.Request.HasFormContentType);
    }

    private static void Execute(HttpContext context) =>
        new ChosenReading().OnResourceExecuting(new ResourceExecutingContext(
            new ActionContext(context, new RouteData(), new ActionDescriptor()), [], []));
}
