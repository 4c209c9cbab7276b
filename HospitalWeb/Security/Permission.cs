namespace HospitalWeb.Security;

/// <summary>One thing somebody may be allowed to do. Roles hold them; pages ask for them.</summary>
public enum Permission
{
    // Reception
    EnterReception, RegisterPatients, BookAppointments, CheckInPatients, ManageProxies,
    // Care
    EnterDoctor, EnterNurse, OpenCharts, RecordVitals, RecordAllergies, RecordFlags, WriteNotes, RecordDiagnoses, Prescribe, OrderLabTests, AcknowledgeResults,
    // Access to patients
    OpenAnyChart, SeeConfidential, SeeSealedNotes, ProtectPatients, ManageCareTeams, BreakGlass, ReviewEmergencyAccess,
    // Pharmacy
    EnterPharmacy, DispenseMedicines, ManageStock, ManageFormulary,
    // Laboratory
    EnterLab, CollectSpecimens, EnterResults, VerifyResults, ManageLabCatalogue,
    // Billing
    EnterBilling, IssueBills, TakePayments, RefundPayments, ManagePrices,
    // Wards
    EnterWards, AdmitPatients, TransferPatients, DischargePatients, ManageBeds,
    // Portal
    SeeOwnRecord,
    // Administration
    EnterAdmin, ManageAccounts, ManageRoles, ManageFacility, ManageSchedules, ManageContent, SeeJobs, RunJobs, SeeMail, SeeAudit,
}
