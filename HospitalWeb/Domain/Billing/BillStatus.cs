using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Billing;

public enum BillStatus { Draft, Issued, [Display(Name = "Partly paid")] PartlyPaid, Paid, Void }
