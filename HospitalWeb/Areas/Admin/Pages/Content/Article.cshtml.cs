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

/// <summary>Writes an article or changes one. Its address stays as it was first written, since others link to it.</summary>
[Requires(Permission.ManageContent)]
public sealed class ArticleModel(HospitalContext db, FacilityClock clock) : PageModel
{
    [FromRoute]
    public Guid? Id { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        if (Id is null) return Page();
        if (await db.Articles.SingleOrDefaultAsync(a => a.Id == Id) is not { } article) return NotFound();
        Input = new() { Slug = article.Slug, Title = article.Title, Summary = article.Summary, Body = article.Body, Category = article.Category, IsFeatured = article.IsFeatured, IsPublished = article.IsPublished };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var article = await db.Articles.SingleOrDefaultAsync(a => a.Id == Id);
        if (Id is not null && article is null) return NotFound();
        if (article is null && await db.Articles.AnyAsync(a => a.Slug == Input.Slug)) ModelState.AddModelError("Input.Slug", "Another article has this address.");
        if (!ModelState.IsValid) return Page();

        if (article is null) db.Add(article = new() { Slug = Input.Slug!, Title = Input.Title!, Summary = Input.Summary!, Body = Input.Body! });
        (article.Title, article.Summary, article.Body, article.Category, article.IsFeatured) = (Input.Title!, Input.Summary!, Input.Body!, Input.Category!.Value, Input.IsFeatured);
        if (Input.IsPublished) article.Publish(clock.Now);
        else article.Withdraw();
        await db.SaveChangesAsync();

        TempData.Notice(Input.IsPublished ? $"\"{article.Title}\" can be read by everybody." : $"\"{article.Title}\" is saved as a draft.");
        return RedirectToPage("Index");
    }

    public sealed class Form
    {
        [Required(ErrorMessage = "Enter the address."), StringLength(Article.SlugMaxLength), RegularExpression("[a-z0-9-]+", ErrorMessage = "Use small letters, digits and hyphens.")]
        public string? Slug { get; set; }

        [Required(ErrorMessage = "Enter the title."), StringLength(200)]
        public string? Title { get; set; }

        [Required(ErrorMessage = "Sum it up in a sentence or two."), StringLength(Article.SummaryMaxLength)]
        public string? Summary { get; set; }

        [Required(ErrorMessage = "Write the article."), StringLength(Article.BodyMaxLength)]
        public string? Body { get; set; }

        [Required(ErrorMessage = "Choose what it is about.")]
        public ArticleCategory? Category { get; set; }

        public bool IsFeatured { get; set; }
        public bool IsPublished { get; set; }
    }
}
