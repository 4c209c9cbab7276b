using System.ComponentModel.DataAnnotations;
using HospitalWeb.Data;
using HospitalWeb.Data.Content;
using HospitalWeb.Domain.Content;
using HospitalWeb.Security;
using HospitalWeb.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HospitalWeb.Areas.Admin.Pages.Content;

[Requires(Permission.ManageContent)]
public sealed class QuestionModel(HospitalContext db) : PageModel
{
    [FromRoute]
    public Guid? Id { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        if (Id is null) return Page();
        if (await db.Faqs.SingleOrDefaultAsync(f => f.Id == Id) is not { } faq) return NotFound();
        Input = new() { Question = faq.Question, Answer = faq.Answer, Category = faq.Category, Order = faq.Order, IsActive = faq.IsActive };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var faq = await db.Faqs.SingleOrDefaultAsync(f => f.Id == Id);
        if (Id is not null && faq is null) return NotFound();
        if (!ModelState.IsValid) return Page();

        if (faq is null) db.Add(faq = new() { Question = Input.Question!, Answer = Input.Answer! });
        (faq.Question, faq.Answer, faq.Category, faq.Order, faq.IsActive) = (Input.Question!, Input.Answer!, Input.Category, Input.Order ?? 0, Input.IsActive);
        await db.SaveChangesAsync();

        TempData.Notice("The question is saved.");
        return RedirectToPage("Index");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the question."), StringLength(Faq.QuestionMaxLength)]
        public string? Question { get; set; }

        [Required(ErrorMessage = "Enter the answer."), StringLength(Faq.AnswerMaxLength)]
        public string? Answer { get; set; }

        [StringLength(200)]
        public string? Category { get; set; }

        public int? Order { get; set; }
        public bool IsActive { get; set; } = true;
    }
}
