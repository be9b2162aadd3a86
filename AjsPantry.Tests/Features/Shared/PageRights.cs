using AjsPantry.Infrastructure.Identity;

namespace AjsPantry.Tests.Features.Shared;

/// <summary>What a page asks of those who open it.</summary>
/// <param name="Permission">Null for pages that anybody may open.</param>
/// <param name="IsOffered">False for pages of Identity's own that this product answers with 404.</param>
internal sealed record PageRight(Permission? Permission, bool IsOffered = true);

/// <summary>The right that every page asks for, written down a second time on purpose.</summary>
internal static class PageRights
{
    private static readonly PageRight Anybody = new(null);
    private static readonly PageRight Nobody = new(null, IsOffered: false);
    private static readonly PageRight Account = new(Permission.UseAccount);

    public static readonly IReadOnlyDictionary<string, PageRight> Table = new Dictionary<string, PageRight>
    {
        ["/Account/Index"] = Account,
        ["/Account/SignIn"] = Anybody,
        ["/Account/SignOut"] = Account,
        ["/Administration/Audit"] = new(Permission.ViewAudit),
        ["/Administration/AuditDownload"] = new(Permission.ViewAudit),
        ["/Administration/Floor"] = new(Permission.ManageTenant),
        ["/Administration/FloorArchive"] = new(Permission.ManageTenant),
        ["/Administration/Floors"] = new(Permission.ManageTenant),
        ["/Administration/Jobs"] = new(Permission.RunJobs),
        ["/Administration/NewFloor"] = new(Permission.ManageTenant),
        ["/Administration/Settings"] = new(Permission.ManageTenant),
        ["/Dashboard/Index"] = new(Permission.ViewHome),
        ["/Expenses/Bill"] = new(Permission.ViewExpenses),
        ["/Expenses/Edit"] = new(Permission.RecordBills),
        ["/Expenses/Index"] = new(Permission.ViewExpenses),
        ["/Expenses/Record"] = new(Permission.RecordBills),
        ["/Expenses/Report"] = new(Permission.MakeReports),
        ["/Expenses/ReportDownload"] = new(Permission.MakeReports),
        ["/Expenses/Reports"] = new(Permission.MakeReports),
        ["/Expenses/Voiding"] = new(Permission.RecordBills),
        ["/Help/Rights"] = Account,
        ["/Platform/Audit"] = new(Permission.OperatePlatform),
        ["/Platform/AuditDownload"] = new(Permission.OperatePlatform),
        ["/Platform/Index"] = new(Permission.OperatePlatform),
        ["/Platform/NewLink"] = new(Permission.OperatePlatform),
        ["/Platform/NewTenant"] = new(Permission.OperatePlatform),
        ["/Platform/Restoring"] = new(Permission.OperatePlatform),
        ["/Platform/Suspension"] = new(Permission.OperatePlatform),
        ["/Platform/Tenant"] = new(Permission.OperatePlatform),
        ["/Shared/Status"] = Nobody,
        ["Identity/Account/AccessDenied"] = Nobody,
        ["Identity/Account/ConfirmEmail"] = Nobody,
        ["Identity/Account/ConfirmEmailChange"] = Nobody,
        ["Identity/Account/ExternalLogin"] = Nobody,
        ["Identity/Account/ForgotPassword"] = Nobody,
        ["Identity/Account/ForgotPasswordConfirmation"] = Nobody,
        ["Identity/Account/Lockout"] = Anybody,
        ["Identity/Account/Login"] = Nobody,
        ["Identity/Account/LoginWith2fa"] = Anybody,
        ["Identity/Account/LoginWithRecoveryCode"] = Anybody,
        ["Identity/Account/Logout"] = Nobody,
        ["Identity/Account/Manage/ChangePassword"] = Account,
        ["Identity/Account/Manage/DeletePersonalData"] = Nobody,
        ["Identity/Account/Manage/Disable2fa"] = Account,
        ["Identity/Account/Manage/DownloadPersonalData"] = Nobody,
        ["Identity/Account/Manage/Email"] = Nobody,
        ["Identity/Account/Manage/EnableAuthenticator"] = Account,
        ["Identity/Account/Manage/ExternalLogins"] = Nobody,
        ["Identity/Account/Manage/GenerateRecoveryCodes"] = Account,
        ["Identity/Account/Manage/Index"] = Nobody,
        ["Identity/Account/Manage/PersonalData"] = Nobody,
        ["Identity/Account/Manage/ResetAuthenticator"] = Account,
        ["Identity/Account/Manage/SetPassword"] = Nobody,
        ["Identity/Account/Manage/ShowRecoveryCodes"] = Account,
        ["Identity/Account/Manage/TwoFactorAuthentication"] = Account,
        ["Identity/Account/Register"] = Nobody,
        ["Identity/Account/RegisterConfirmation"] = Nobody,
        ["Identity/Account/ResendEmailConfirmation"] = Nobody,
        ["Identity/Account/ResetPassword"] = Nobody,
        ["Identity/Account/ResetPasswordConfirmation"] = Nobody,
        ["Identity/Error"] = Nobody,
    };
}
