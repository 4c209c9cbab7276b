using HospitalWeb.Security.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HospitalWeb.Security;

/// <summary>Of Identity's own pages only those that a hospital wants: nobody registers here by himself, and no account comes from elsewhere.</summary>
public static class AccountPages
{
    private static readonly HashSet<string> Kept =
    [
        "/Account/Login", "/Account/Unlock", "/Account/Logout", "/Account/AccessDenied", "/Account/Lockout", "/Account/LoginWith2fa", "/Account/LoginWithRecoveryCode",
        "/Account/ForgotPassword", "/Account/ForgotPasswordConfirmation", "/Account/ResetPassword", "/Account/ResetPasswordConfirmation", "/Account/ConfirmEmailChange",
        "/Account/Manage/Index", "/Account/Manage/Email", "/Account/Manage/ChangePassword", "/Account/Manage/TwoFactorAuthentication", "/Account/Manage/EnableAuthenticator",
        "/Account/Manage/ResetAuthenticator", "/Account/Manage/GenerateRecoveryCodes", "/Account/Manage/ShowRecoveryCodes", "/Account/Manage/Disable2fa", "/Account/Manage/Sessions",
        "/Account/Manage/Passkeys/Index", "/Account/Manage/Passkeys/Rename", "/Account/Manage/Passkeys/Remove",
    ];

    // Identity's own pages that change the second factor carry no attribute of ours.
    private static readonly string[] Fresh = ["/Account/Manage/ResetAuthenticator", "/Account/Manage/Disable2fa"];

    public static void KeepAccountPages(this PageConventionCollection pages)
    {
        pages.AddAreaFolderRouteModelConvention("Identity", "/", page =>
        {
            if (!Kept.Contains(page.ViewEnginePath)) page.Selectors.Clear();
        });
        foreach (var page in Fresh) pages.AddAreaPageApplicationModelConvention("Identity", page, model => model.EndpointMetadata.Add(new FreshSignInAttribute()));
        foreach (var second in new[] { "/Account/LoginWith2fa", "/Account/LoginWithRecoveryCode" })
            pages.AddAreaPageApplicationModelConvention("Identity", second, page => page.Filters.Add(new AfterThePassword()));
        pages.AddAreaPageApplicationModelConvention("Identity", "/Account/Manage/Disable2fa", page => page.Filters.Add(new WhileThereIsOne()));
    }

    /// <summary>The second step is nothing without the first: whoever comes here by himself begins at the beginning.</summary>
    private sealed class AfterThePassword : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            if ((await context.HttpContext.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded) await next();
            else context.Result = new LocalRedirectResult(SignIn.SignInPath);
        }
    }

    /// <summary>Identity answers with an error where no second factor is on. Nothing is wrong then: there is nothing to switch off.</summary>
    private sealed class WhileThereIsOne : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var account = await context.HttpContext.RequestServices.GetRequiredService<UserManager<Account>>().GetUserAsync(context.HttpContext.User);
            if (account is { TwoFactorEnabled: false }) context.Result = new LocalRedirectResult("/Identity/Account/Manage/TwoFactorAuthentication");
            else await next();
        }
    }
}
