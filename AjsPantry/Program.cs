using System.Globalization;
using AjsPantry.Features.Account;
using AjsPantry.Features.Administration;
using AjsPantry.Features.Dashboard;
using AjsPantry.Features.Expenses;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Features.Feedback;
using AjsPantry.Features.Fines;
using AjsPantry.Features.Help;
using AjsPantry.Features.Loans;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.Notices;
using AjsPantry.Features.People;
using AjsPantry.Features.Platform;
using AjsPantry.Features.Platform.Demo;
using AjsPantry.Features.Procurement;
using AjsPantry.Features.Requests;
using AjsPantry.Features.Search;
using AjsPantry.Features.Shared;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Hosting;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Keys;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using AjsPantry.Infrastructure.Telemetry;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Nodes;

// What people read is formatted with their residence's culture. Links, reminders and files must be the same on every machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

if (args is ["migrate"])
    return await MigrateCommand.RunAsync();

var isCommand = args is ["demo"] or ["operator", ..] or ["report", "--check"] or ["keys", "--check" or "--renew"];
var builder = WebApplication.CreateBuilder(isCommand ? [] : args);
var httpsOnly = !builder.Environment.IsDevelopment();
DatabaseAddress.Apply(builder.Configuration);
if (args is ["keys", "--renew"])
    KeysCommand.ActAsOwner(builder.Configuration);
builder.AddPantryTelemetry();
builder.Services.AddPantryDb(builder.Configuration);
builder.Services.AddReadCache();
builder.Services.AddPantryKeys(builder.Configuration);
builder.Services.AddPantryIdentity(httpsOnly);
builder.Services.AddPantryJobs(builder.Configuration);
builder.Services.AddPantryMail(builder.Configuration);
builder.Services.AddPantryPages(builder.Configuration, httpsOnly);
builder.Services.AddShared();
builder.Services.AddAccount();
builder.Services.AddDashboard();
builder.Services.AddMenus();
builder.Services.AddRequests();
builder.Services.AddNotices();
builder.Services.AddTeaTasks();
builder.Services.AddEvents();
builder.Services.AddExpenses();
builder.Services.AddProcurement();
builder.Services.AddLoans();
builder.Services.AddFines();
builder.Services.AddFeedback();
builder.Services.AddPeople();
builder.Services.AddAdministration();
builder.Services.AddPlatform();
builder.Services.AddSearch();
builder.Services.AddHelp();
if (args is ["demo"])
    builder.Services.AddSingleton<TimeProvider, DemoClock>();

var app = builder.Build();
if (isCommand)
    SettingsCheck.RunForCommand(app.Configuration);
if (args is ["demo"])
    return await DemoCommand.RunAsync(app);
if (args is ["operator", ..])
    return await OperatorCommand.RunAsync(app.Services, args, Console.Out, Console.Error);
if (args is ["report", "--check"])
    return await ReportCheckCommand.RunAsync(app);
if (args is ["keys", var option])
    return await KeysCommand.RunAsync(app, option);

SettingsCheck.Run(app.Configuration, app.Environment);
await StartupCheck.RunAsync(app.Services, app.Lifetime.ApplicationStopping);
app.StopGently();
app.UseRequestIds();
app.UseForwardedHeaders();
app.UseWholeCookies();
app.UseSecurityHeaders();
if (httpsOnly)
    app.UseHsts().UseHttpsRedirection();
app.UseExceptionHandler("/status/500", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/status/{0}");
app.UseDatabaseOutage();
app.UseRouting();
app.UsePageTimes();
app.UseSmallForms();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();
app.UseLargeForms();
app.UseRequiredSecondFactor();
app.MapStaticAssets().AllowAnonymous();
app.MapHealth();
app.MapRazorPages().WithStaticAssets();
app.MapPantryJobs();
await app.RunAsync();
return 0;

/// <summary>Visible to tests, which start the application in their own process.</summary>
public partial class Program;
