namespace HospitalWeb.Data.Access;

/// <summary>From where somebody asks for a patient: whoever treats is tied by what he does himself, a department by the work that lies there.</summary>
public enum Desk { Doctor, Nurse, Pharmacy, Lab, Billing, Wards, Reception }

/// <summary>Who asks, from which desk, on what day.</summary>
public sealed record Asker(Desk Desk, Guid AccountId, Guid? PractitionerId, DateTimeOffset Now, DateOnly Today);
