using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Audit;

public enum AuditAction
{
    Create,
    Update,
    Delete,
    [Display(Name = "Opened")] Read,
    [Display(Name = "Searched")] Search,
    Print,
    Export,
    Import,
    [Display(Name = "Signed in")] SignIn,
    [Display(Name = "Sign-in failed")] SignInFailed,
    [Display(Name = "Signed out")] SignOut,
    [Display(Name = "Access denied")] AccessDenied,
    [Display(Name = "Run by hand")] Run,
    [Display(Name = "Verified")] Verify,
    [Display(Name = "Archived")] Archive,
    [Display(Name = "Found tampered with")] Tampered,
}

public enum AuditOutcome { Success, Refused, Failed }
