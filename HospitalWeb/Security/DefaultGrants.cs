using static HospitalWeb.Security.Permission;

namespace HospitalWeb.Security;

/// <summary>What each role may do on the first day.</summary>
public static class DefaultGrants
{
    public static IReadOnlyList<Permission> Of(Role role) => role switch
    {
        Role.Admin => [EnterAdmin, ManageAccounts, ManageRoles, ManageFacility, ManageSchedules, ManageContent, SeeJobs, RunJobs, SeeMail, SeeAudit, ReviewEmergencyAccess, ManagePrices, ManageFormulary, ManageLabCatalogue, ManageBeds],
        Role.Doctor => [EnterDoctor, OpenCharts, RecordVitals, RecordAllergies, RecordFlags, WriteNotes, RecordDiagnoses, Prescribe, OrderLabTests, AcknowledgeResults, EnterWards, AdmitPatients, DischargePatients, ProtectPatients, ManageCareTeams, BreakGlass],
        Role.Nurse => [EnterNurse, OpenCharts, RecordVitals, RecordAllergies, RecordFlags, EnterWards, CollectSpecimens, BreakGlass],
        Role.Receptionist => [EnterReception, RegisterPatients, BookAppointments, CheckInPatients, ManageProxies],
        Role.Pharmacist => [EnterPharmacy, DispenseMedicines, ManageStock, ManageFormulary],
        Role.LabTechnician => [EnterLab, CollectSpecimens, EnterResults, VerifyResults, ManageLabCatalogue],
        Role.Radiographer => [EnterLab],
        Role.BillingClerk => [EnterBilling, IssueBills, TakePayments, RefundPayments, ManagePrices],
        Role.WardManager => [EnterWards, AdmitPatients, TransferPatients, DischargePatients, ManageBeds],
        Role.Auditor => [EnterAdmin, SeeAudit, ReviewEmergencyAccess],
        Role.Patient => [SeeOwnRecord],
        _ => [],
    };
}
