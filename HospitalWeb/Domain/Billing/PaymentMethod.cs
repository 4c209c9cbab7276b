using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Billing;

public enum PaymentMethod
{
    Cash,
    Card,
    Insurance,
    [Display(Name = "Mobile money")] MobileMoney,
    [Display(Name = "Bank transfer")] BankTransfer,
    Deposit,
    Waiver,
}
