using System.ComponentModel.DataAnnotations;

namespace HospitalWeb.Domain.Laboratory;

public enum LabItemStatus
{
    Ordered,
    Collected,
    Received,
    [Display(Name = "In progress")] InProgress,
    Resulted,
    Verified,
    Released,
    Corrected,
    Rejected,
    Cancelled,
}
