using HospitalWeb.Security;

namespace HospitalWeb.Tests.Access;

/// <summary>
/// Who may open which page, written by hand and read by people. A page that is missing here fails the tests, and so does a line without a page.
/// </summary>
internal static class AccessTable
{
    public static readonly Role[] Everybody = Enum.GetValues<Role>();

    /// <summary>Pages for anybody, signed in or not.</summary>
    public static readonly string[] Public =
    [
        // Public
        "/set-up", "/error/{status:int?}", "/verify/{code}",
        "/", "/doctors", "/doctors/{id:guid}", "/articles", "/articles/{slug}", "/faq", "/privacy", "/activate", "/activate/asked",
        // Signing in
        "/Identity/Account/Login", "/Identity/Account/Unlock", "/Identity/Account/Logout", "/Identity/Account/Lockout",
        "/Identity/Account/ForgotPassword", "/Identity/Account/ForgotPasswordConfirmation", "/Identity/Account/ResetPassword", "/Identity/Account/ResetPasswordConfirmation", "/Identity/Account/ConfirmEmailChange",
        "/Identity/Account/LoginWith2fa", "/Identity/Account/LoginWithRecoveryCode",
    ];

    /// <summary>Pages for those who are signed in, with the roles that may open them on the first day.</summary>
    public static readonly Dictionary<string, Role[]> SignedIn = new()
    {
        // One's own account
        ["/Identity/Account/AccessDenied"] = Everybody,
        ["/Identity/Account/Manage"] = Everybody,
        ["/Identity/Account/Manage/Email"] = Everybody,
        ["/Identity/Account/Manage/ChangePassword"] = Everybody,
        ["/Identity/Account/Manage/TwoFactorAuthentication"] = Everybody,
        ["/Identity/Account/Manage/EnableAuthenticator"] = Everybody,
        ["/Identity/Account/Manage/ResetAuthenticator"] = Everybody,
        ["/Identity/Account/Manage/GenerateRecoveryCodes"] = Everybody,
        ["/Identity/Account/Manage/ShowRecoveryCodes"] = Everybody,
        ["/Identity/Account/Manage/Disable2fa"] = Everybody,
        ["/Identity/Account/Manage/Sessions"] = Everybody,
        ["/Identity/Account/Manage/Passkeys"] = Everybody,
        ["/Identity/Account/Manage/Passkeys/Rename/{id}"] = Everybody,
        ["/Identity/Account/Manage/Passkeys/Remove/{id}"] = Everybody,
        ["/held/{id:guid}"] = Everybody,
        ["/find"] = Everybody,
        ["/notifications"] = Everybody,
        ["/notifications/{id:guid}/acknowledge"] = Everybody,

        // Emergency
        ["/emergency-access/{id:guid}"] = [Role.Doctor, Role.Nurse],
        ["/emergency-access/{id:guid}/end"] = [Role.Doctor, Role.Nurse],

        // Reception
        ["/reception"] = [Role.Receptionist],
        ["/reception/patients"] = [Role.Receptionist],
        ["/reception/patients/new"] = [Role.Receptionist],
        ["/reception/patients/{patientId:guid}"] = [Role.Receptionist],
        ["/reception/patients/{patientId:guid}/edit"] = [Role.Receptionist],
        ["/reception/patients/{patientId:guid}/portal-code"] = [Role.Receptionist],
        ["/reception/patients/{patientId:guid}/proxies"] = [Role.Receptionist],
        ["/records"] = [Role.Patient],
        ["/reception/patients/{patientId:guid}/book"] = [Role.Receptionist],
        ["/reception/patients/{patientId:guid}/walk-in"] = [Role.Receptionist],
        ["/reception/patients/{patientId:guid}/appointments/{id:guid}"] = [Role.Receptionist],
        ["/reception/patients/{patientId:guid}/appointments/{id:guid}/check-in"] = [Role.Receptionist],
        ["/reception/patients/{patientId:guid}/appointments/{id:guid}/move"] = [Role.Receptionist],
        ["/reception/patients/{patientId:guid}/appointments/{id:guid}/cancel"] = [Role.Receptionist],

        // Doctor
        ["/doctor/patients/{patientId:guid}/care-team"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/confidential"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/prescriptions"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/prescriptions/new/{prescriptionId:guid?}"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}/items/{itemId:guid}/override"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}/sign"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}/cancel"] = [Role.Doctor],
        ["/doctor"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/problems"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/problems/add"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/problems/{conditionId:guid}/end"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/visits/begin"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/visits/{encounterId:guid}"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/visits/{encounterId:guid}/note"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/visits/{encounterId:guid}/diagnoses/add"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/visits/{encounterId:guid}/diagnoses/{diagnosisId:guid}/remove"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/visits/{encounterId:guid}/complete"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/visits/{encounterId:guid}/cancel"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/notes/{noteId:guid}"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/notes/{noteId:guid}/sign"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/notes/{noteId:guid}/amend"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/notes/{noteId:guid}/discard"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/notes/{noteId:guid}/seal"] = [Role.Doctor],
        ["/doctor/patients"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/allergies"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/allergies/record"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/allergies/{allergyId:guid}/end"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/flags"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/flags/raise"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/flags/{flagId:guid}/resolve"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/vitals"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/vitals/record"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/vitals/{vitalsId:guid}/error"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}/print"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/lab-orders/{orderId:guid}/report"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/lab-orders/new"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/observations"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/results"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/results/{code}"] = [Role.Doctor],

        // Nurse
        ["/nurse"] = [Role.Nurse],
        ["/nurse/specimens"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}/orders/{orderId:guid}/collect"] = [Role.Nurse],
        ["/nurse/patients"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}/allergies"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}/allergies/record"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}/allergies/{allergyId:guid}/end"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}/visits/{encounterId:guid}/triage"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}/flags"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}/flags/raise"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}/flags/{flagId:guid}/resolve"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}/vitals"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}/vitals/record"] = [Role.Nurse],
        ["/nurse/patients/{patientId:guid}/vitals/{vitalsId:guid}/error"] = [Role.Nurse],

        // Pharmacy
        ["/pharmacy"] = [Role.Pharmacist],
        ["/pharmacy/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}"] = [Role.Pharmacist],
        ["/pharmacy/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}/items/{itemId:guid}/dispense"] = [Role.Pharmacist],
        ["/pharmacy/stock"] = [Role.Pharmacist],
        ["/pharmacy/stock/{medicationId:guid}"] = [Role.Pharmacist],
        ["/pharmacy/stock/{medicationId:guid}/receive"] = [Role.Pharmacist],
        ["/pharmacy/stock/batches/{batchId:guid}/adjust"] = [Role.Pharmacist],
        ["/pharmacy/formulary"] = [Role.Pharmacist],
        ["/pharmacy/formulary/new"] = [Role.Pharmacist],
        ["/pharmacy/formulary/{medicationId:guid}"] = [Role.Pharmacist],
        ["/pharmacy/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}/print"] = [Role.Pharmacist],

        // Laboratory
        ["/lab/patients/{patientId:guid}/orders/{orderId:guid}/report"] = [Role.LabTechnician, Role.Radiographer],
        ["/lab"] = [Role.LabTechnician, Role.Radiographer],
        ["/lab/patients/{patientId:guid}/orders/{orderId:guid}"] = [Role.LabTechnician, Role.Radiographer],
        ["/lab/patients/{patientId:guid}/orders/{orderId:guid}/collect"] = [Role.LabTechnician],
        ["/lab/patients/{patientId:guid}/specimens/{specimenId:guid}/receive"] = [Role.LabTechnician],
        ["/lab/patients/{patientId:guid}/specimens/{specimenId:guid}/reject"] = [Role.LabTechnician],
        ["/lab/patients/{patientId:guid}/tests/{itemId:guid}/results"] = [Role.LabTechnician],
        ["/lab/patients/{patientId:guid}/tests/{itemId:guid}/verify"] = [Role.LabTechnician],
        ["/lab/patients/{patientId:guid}/tests/{itemId:guid}/release"] = [Role.LabTechnician],
        ["/lab/patients/{patientId:guid}/tests/{itemId:guid}/correct"] = [Role.LabTechnician],
        ["/lab/patients/{patientId:guid}/tests/{itemId:guid}/cancel"] = [Role.LabTechnician],
        ["/lab/catalogue"] = [Role.LabTechnician],
        ["/lab/catalogue/{testId:guid}"] = [Role.LabTechnician],
        ["/lab/catalogue/{testId:guid}/analytes/{analyteId:guid}"] = [Role.LabTechnician],

        // Billing
        ["/billing"] = [Role.BillingClerk],
        ["/billing/bills"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/bills/{id:guid}"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/bills/{id:guid}/invoice"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/receipts/{id:guid}"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/bills/new"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/bills/{id:guid}/issue"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/bills/{id:guid}/pay"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/bills/{id:guid}/credit"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/bills/{id:guid}/void"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/bills/{billId:guid}/payments/{id:guid}/refund"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/charges/new"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/charges/{id:guid}/price"] = [Role.BillingClerk],
        ["/billing/patients/{patientId:guid}/charges/{id:guid}/cancel"] = [Role.BillingClerk],
        ["/billing/takings"] = [Role.BillingClerk],
        ["/billing/prices"] = [Role.BillingClerk],
        ["/billing/prices/new"] = [Role.BillingClerk],
        ["/billing/prices/{code}"] = [Role.BillingClerk],

        // Wards
        ["/wards"] = [Role.Doctor, Role.Nurse, Role.WardManager],
        ["/wards/admit"] = [Role.Doctor, Role.WardManager],
        ["/wards/patients/{patientId:guid}/admit"] = [Role.Doctor, Role.WardManager],
        ["/wards/patients/{patientId:guid}/admissions/{admissionId:guid}"] = [Role.Doctor, Role.Nurse, Role.WardManager],
        ["/wards/patients/{patientId:guid}/admissions/{admissionId:guid}/transfer"] = [Role.WardManager],
        ["/wards/patients/{patientId:guid}/admissions/{admissionId:guid}/discharge"] = [Role.Doctor, Role.WardManager],
        ["/wards/patients/{patientId:guid}/admissions/{admissionId:guid}/cancel"] = [Role.Doctor, Role.WardManager],
        ["/wards/beds/{bedId:guid}/block"] = [Role.WardManager],
        ["/wards/beds/{bedId:guid}/reserve"] = [Role.WardManager],
        ["/wards/beds/{bedId:guid}/free"] = [Role.WardManager],
        ["/wards/manage"] = [Role.WardManager],
        ["/wards/manage/new"] = [Role.WardManager],
        ["/wards/manage/{wardId:guid}"] = [Role.WardManager],

        // Portal
        ["/patient/visits"] = [Role.Patient],
        ["/patient/visits/{encounterId:guid}"] = [Role.Patient],
        ["/patient"] = [Role.Patient],
        ["/patient/access"] = [Role.Patient],
        ["/patient/bills"] = [Role.Patient],
        ["/patient/bills/{id:guid}"] = [Role.Patient],
        ["/patient/bills/{id:guid}/invoice"] = [Role.Patient],
        ["/patient/receipts/{id:guid}"] = [Role.Patient],
        ["/patient/prescriptions/{prescriptionId:guid}/print"] = [Role.Patient],
        ["/patient/results/{orderId:guid}/report"] = [Role.Patient],
        ["/patient/results"] = [Role.Patient],
        ["/patient/appointments"] = [Role.Patient],
        ["/patient/appointments/{id:guid}"] = [Role.Patient],
        ["/patient/appointments/{id:guid}/cancel"] = [Role.Patient],
        ["/patient/prescriptions"] = [Role.Patient],
        ["/patient/prescriptions/{prescriptionId:guid}"] = [Role.Patient],

        // Administration
        ["/admin"] = [Role.Admin, Role.Auditor],
        ["/admin/accounts"] = [Role.Admin],
        ["/admin/accounts/new"] = [Role.Admin],
        ["/admin/accounts/{id:guid}"] = [Role.Admin],
        ["/admin/accounts/{id:guid}/wards"] = [Role.Admin],
        ["/admin/emergency-access"] = [Role.Admin, Role.Auditor],
        ["/admin/emergency-access/{id:guid}"] = [Role.Admin, Role.Auditor],
        ["/admin/unusual-access"] = [Role.Admin, Role.Auditor],
        ["/admin/unusual-access/{id:guid}"] = [Role.Admin, Role.Auditor],
        ["/admin/roles"] = [Role.Admin],
        ["/admin/access"] = [Role.Admin],
        ["/admin/schedules"] = [Role.Admin],
        ["/admin/schedules/{practitionerId:guid}"] = [Role.Admin],
        ["/admin/schedules/{practitionerId:guid}/days"] = [Role.Admin],
        ["/admin/facility"] = [Role.Admin],
        ["/admin/content"] = [Role.Admin],
        ["/admin/content/articles/{id:guid?}"] = [Role.Admin],
        ["/admin/content/faqs/{id:guid?}"] = [Role.Admin],
        ["/admin/content/policies/new"] = [Role.Admin],
        ["/admin/content/policies/{id:guid}"] = [Role.Admin],
        ["/admin/jobs"] = [Role.Admin],
        ["/admin/mail"] = [Role.Admin],
        ["/admin/mail/{id:guid}"] = [Role.Admin],
        ["/admin/audit"] = [Role.Admin, Role.Auditor],
        ["/admin/audit/{sequence:long}"] = [Role.Admin, Role.Auditor],
        ["/admin/audit/verify"] = [Role.Admin, Role.Auditor],
        ["/admin/audit/export"] = [Role.Admin, Role.Auditor],
    };

    /// <summary>Forms that stand on a page beside its own, and forms that ask for more than their page, with the roles that may send them.</summary>
    public static readonly Dictionary<string, Role[]> Forms = new()
    {
        ["/Identity/Account/Manage/Sessions?handler=End"] = Everybody,
        ["/Identity/Account/Manage/EnableAuthenticator?handler=Start"] = Everybody,
        ["/wards?handler=Cleaned"] = [Role.WardManager],
        ["/doctor/patients/{patientId:guid}/results?handler=Read"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/visits/{encounterId:guid}/note?handler=Autosave"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}?handler=Remove"] = [Role.Doctor],
        ["/reception/patients/{patientId:guid}/proxies?handler=End"] = [Role.Receptionist],
        ["/patient/access?handler=End"] = [Role.Patient],
        ["/doctor/patients/{patientId:guid}/notes/{noteId:guid}/seal?handler=Open"] = [Role.Doctor],
        ["/doctor/patients/{patientId:guid}/care-team?handler=End"] = [Role.Doctor],
        ["/pharmacy/formulary/{medicationId:guid}?handler=Activity"] = [Role.Pharmacist],
        ["/billing/patients/{patientId:guid}/bills/{id:guid}?handler=Print"] = [Role.BillingClerk],
        ["/admin/accounts/{id:guid}?handler=Disable"] = [Role.Admin],
        ["/admin/accounts/{id:guid}?handler=Enable"] = [Role.Admin],
        ["/admin/accounts/{id:guid}?handler=Link"] = [Role.Admin],
        ["/admin/accounts/{id:guid}?handler=Factor"] = [Role.Admin],
        ["/admin/schedules/{practitionerId:guid}?handler=End"] = [Role.Admin],
        ["/admin/jobs?handler="] = [Role.Admin],
    };

    /// <summary>What asks for a permission of its own, beyond its page's: without it the page opens and the form does not.</summary>
    public static readonly Dictionary<string, Permission> FormsAskingForMore = new()
    {
        ["/wards?handler=Cleaned"] = Permission.ManageBeds,
        ["/doctor/patients/{patientId:guid}/results?handler=Read"] = Permission.AcknowledgeResults,
        ["/doctor/patients/{patientId:guid}/prescriptions/{prescriptionId:guid}?handler=Remove"] = Permission.Prescribe,
        ["/admin/jobs?handler="] = Permission.RunJobs,
    };

    /// <summary>Who may follow which live board.</summary>
    public static readonly Dictionary<string, Role[]> Boards = new()
    {
        ["queue"] = [Role.Receptionist, Role.Nurse, Role.Doctor],
        ["pharmacy"] = [Role.Pharmacist],
        ["lab"] = [Role.LabTechnician, Role.Radiographer, Role.Doctor, Role.Nurse],
        ["beds"] = [Role.Doctor, Role.Nurse, Role.WardManager],
        ["bell"] = Everybody,
    };

    /// <summary>What is no page. Whoever is not signed in may ask for the first, and must sign in for the second; no address of a third kind is served.</summary>
    public static readonly string[] PublicAddresses = ["/session", "/health/live", "/health/ready", "/csp-report", "/session/passkey/sign-in", "/session/passkey/unlock", "/{*path}"];
    public static readonly string[] SignedInAddresses = ["/session/active", "/live", "/live/negotiate", "/session/passkey/new"];
}
