using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HospitalWeb.Security;

/// <summary>The second step of signing in is nobody's who has not taken the first, or took it too long ago: he begins again.</summary>
public sealed class SecondStep(SignInManager<Account> signIn) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null) context.Result = new LocalRedirectResult(SignIn.SignInPath);
        else await next();
    }

    public static void Guard(PageConventionCollection pages)
    {
        foreach (var page in new[] { "/Account/LoginWith2fa", "/Account/LoginWithRecoveryCode" }) pages.AddAreaPageApplicationModelConvention("Identity", page, model => model.Filters.Add(new TypeFilterAttribute(typeof(SecondStep))));
    }
}
