namespace HospitalWeb.Security;

/// <summary>The roles a hospital starts with. What each may do is kept with the role and edited by administrators.</summary>
public enum Role { Admin, Doctor, Nurse, Receptionist, Pharmacist, LabTechnician, Radiographer, BillingClerk, WardManager, Auditor, Patient }
