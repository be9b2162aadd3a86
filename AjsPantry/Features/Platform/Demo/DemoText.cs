using System.Globalization;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>Days and figures as they stand in a form.</summary>
internal static class DemoText
{
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(decimal figure) => figure.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Of(int figure) => figure.ToString(CultureInfo.InvariantCulture);
}
