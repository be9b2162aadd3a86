using AjsPantry.Infrastructure.Web.Nodes;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AjsPantry.Infrastructure.Telemetry;

/// <summary>
/// Traces, metrics and logs for whoever runs the installation, with nothing in them that says what people wrote or who they are beyond an
/// id.
/// </summary>
public static class TelemetrySetup
{
    /// <summary>Of what the application itself measures.</summary>
    public const string MeterName = "AjsPantry";

    /// <summary>The collector's address, by the name that every OpenTelemetry program knows; nothing is collected without one.</summary>
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddPantryTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.AddConsoleFormatter<LogLines, ConsoleFormatterOptions>(options => options.IncludeScopes = true);
            builder.Logging.AddConsole(options => options.FormatterName = LogLines.FormatterName);
        }

        if (string.IsNullOrWhiteSpace(builder.Configuration[Collector]))
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("ajs-pantry", serviceInstanceId: NodeName.Current))
            .WithTracing(tracing => tracing.AddSource("Npgsql").AddAspNetCoreInstrumentation(options =>
                // Links to join and to calendars have their secret in the path: the route stands for it.
                options.EnrichWithHttpResponse = (activity,
                    response) =>
                        activity.SetTag("url.path", (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none")))
            .WithMetrics(metrics =>
                metrics.AddMeter(
                    MeterName, "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"))
            .UseOtlpExporter();
    }
}
