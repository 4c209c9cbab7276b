using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace HospitalWeb.E2E.Support;

/// <summary>What the browser is asked about the page it shows. Each answers with the faults it found.</summary>
internal static class Looks
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What keeps somebody out, by WCAG 2.2 A and AA. Asked directly, in a quarter of the time that the library around axe takes.</summary>
    public static async Task<string[]> BarriersAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] }))
                .violations.map(found => `${found.id}: ${found.help}\n   ${found.nodes.slice(0, 3).map(node => node.html).join("\n   ")}`)
            """);
    }

    // What watches sizes is told of a new one once the browser has drawn it.
    public const string Drawn = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    public const string TooWide = """
        () => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const wide = [...document.body.querySelectorAll("*")].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > width + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 150));
            return wide.length ? wide : [`words run out of their place: ${document.documentElement.scrollWidth} px`];
        }
        """;

    // Links within a sentence may be as small as its letters (WCAG 2.2, 2.5.8); on a phone the controls one works with are as large as a finger.
    public const string SmallTargets = """
        least => {
            const controls = least > 24 ? ".btn:not(.btn-sm, .btn-link), .form-control, .form-select, .hw-nav a, .hw-nav summary, .hw-topbar a, .hw-tabs a" : "a[href], button, summary, input:not([type=hidden]), select, textarea";
            const seen = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getClientRects().length > 0 && !e.closest(".visually-hidden-focusable");
            const inSentence = e => e.tagName === "A" && getComputedStyle(e).display === "inline";
            const height = e => Math.max(e.getBoundingClientRect().height, e.closest(".hw-check, .hw-radio")?.getBoundingClientRect().height ?? 0);
            return [...document.querySelectorAll(controls)].filter(e => seen(e) && !inSentence(e) && height(e) < least - 0.5).slice(0, 3).map(e => `${Math.round(height(e))} px: ${e.outerHTML.slice(0, 150)}`);
        }
        """;

    // From the end of the page back to its beginning: what gets the focus must not lie below what stays in sight, and that must stay whole.
    public const string Covered = """
        () => {
            const head = table => table.tHead?.rows[0]?.cells[0], first = table => table.tBodies[0]?.rows[0];
            const below = [...document.querySelectorAll("main table")].filter(t => head(t) && first(t) && getComputedStyle(t.tHead).position !== "absolute" && head(t).getBoundingClientRect().bottom > first(t).getBoundingClientRect().top + 1);
            if (below.length > 0) return below.map(table => `rows lie below the head of: ${table.caption?.textContent}`);
            const banner = document.querySelector(".hw-banner");
            if (!banner) return [];
            const stays = getComputedStyle(banner).display === "contents" ? banner.firstElementChild : banner;
            const found = [];
            if (stays.getBoundingClientRect().height > innerHeight / 4) found.push(`the banner takes ${Math.round(stays.getBoundingClientRect().height)} of ${innerHeight} px`);
            scrollTo(0, document.documentElement.scrollHeight);
            const controls = [...document.querySelectorAll("main a[href], main button, main summary, main input:not([type=hidden]), main select, main textarea")].filter(e => e.checkVisibility() && !banner.contains(e));
            for (const control of controls.reverse()) {
                control.blur();
                control.focus();
                const [own, above] = [control.getBoundingClientRect(), stays.getBoundingClientRect()];
                if (above.top < -1) found.push("the banner is not wholly in sight");
                if (own.top < above.bottom - 1) found.push(`covered (from ${Math.round(own.top)}, banner to ${Math.round(above.bottom)}, ${getComputedStyle(document.documentElement).scrollPaddingTop}): ${control.outerHTML.slice(0, 150)}`);
                if (own.bottom > innerHeight + 1 && own.height < innerHeight / 2) found.push(`below the edge: ${control.outerHTML.slice(0, 150)}`);
                if (found.length > 2) break;
            }
            scrollTo(0, 0);
            return found;
        }
        """;

    public const string CutOff = """
        () => [...document.querySelectorAll("main *")].filter(e => {
            const style = getComputedStyle(e);
            return e.checkVisibility() && !e.matches("svg *, .visually-hidden, thead, .hw-table-wrap, .hw-scroll, .form-control, .form-select") && (style.textOverflow === "ellipsis" || style.overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1);
        }).map(e => e.outerHTML.slice(0, 150))
        """;
}
