using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Domain.Billing;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Billing.Pages.Bills;

internal static class BillOfPage
{
    extension(HospitalContext db)
    {
        public Task<BillSummary?> BillOfPatientAsync(Guid patientId, Guid id) => db.Bills.Where(b => b.Id == id && b.PatientId == patientId).Summaries().SingleOrDefaultAsync();

        public Task<Bill> BillWithMoneyAsync(Guid id) => db.Bills.WithMoney().SingleAsync(b => b.Id == id);
    }
}
