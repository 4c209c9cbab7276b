using HospitalWeb.Domain.Content;

namespace HospitalWeb.Demo;

/// <summary>What the public reads.</summary>
internal sealed class DemoContent(DemoKit kit)
{
    private static readonly (string Slug, string Title, ArticleCategory Category, string Summary, string Body)[] Articles =
    [
        ("flu-vaccine", "The flu vaccine this winter", ArticleCategory.Flu, "Who should have it, when, and what to expect afterwards.",
            "Flu comes back every winter, and it changes. A new vaccine each autumn keeps up with it.\n\n## Who should have it\n- everybody over 65\n- pregnant women\n- people with asthma, diabetes, or heart or kidney disease\n- people who look after others\n\n## Afterwards\nYour arm may be sore for a day or two. The vaccine cannot give you the flu."),
        ("blood-pressure-at-home", "Measuring your blood pressure at home", ArticleCategory.Preventive, "Five minutes of rest, the right cuff, two readings: how to get numbers your doctor can use.",
            "Sit for five minutes before you measure. Rest your arm on the table, at the height of your heart, and do not talk.\n\n## How often\nMeasure twice in the morning and twice in the evening for a week, and write every number down.\n\n## When to call us\nCall the same day when the upper number stays above 180, even if you feel well. Call an ambulance if you also have chest pain, or trouble speaking or seeing."),
        ("sleep-better", "Sleeping better without tablets", ArticleCategory.MentalHealth, "Small habits that work, and those that only sound as if they did.",
            "Get up at the same time every day, also after a bad night. Keep the bed for sleeping.\n\n- no coffee after noon\n- a dark, cool room\n- if you lie awake for twenty minutes, get up and read something dull"),
        ("walking", "Half an hour of walking", ArticleCategory.Fitness, "The exercise that needs nothing but shoes.", "Walk fast enough that you can talk but not sing. Half an hour on five days a week lowers blood pressure and helps with sugar, sleep and mood. Three times ten minutes counts as well."),
        ("eating-with-diabetes", "Eating well with diabetes", ArticleCategory.Nutrition, "No forbidden foods, but a plate with a plan.", "Fill half of the plate with vegetables, a quarter with protein and a quarter with starch.\n\nDrink water. Fruit is better eaten than drunk."),
        ("before-your-operation", "Before your operation", ArticleCategory.General, "What to bring, when to stop eating, whom to tell about your medicines.", "Bring your medicines in their boxes, a list of your allergies, and somebody who can take you home.\n\n## Eating and drinking\nNo food for six hours and no drink for two hours before, unless you were told otherwise."),
    ];

    private static readonly (string Category, string Question, string Answer)[] Questions =
    [
        ("Appointments", "How do I change an appointment?", "Sign in and open Appointments, or call reception. Up to 24 hours before you can cancel online."),
        ("Appointments", "What should I bring?", "An identity document, your insurance card, the medicines you take and any letters from other doctors."),
        ("Results", "When do I see my results?", "As soon as the laboratory has released them you find them under Results. Your doctor calls you when something needs doing at once."),
        ("Bills", "How can I pay?", "By card, cash or bank transfer at the cashier's desk. You may pay in parts."),
        ("Bills", "Where do I get a copy of a bill?", "Every bill can be printed from Bills in your account. Its code proves that it is genuine."),
        ("Visiting", "When can I visit?", "From 14:00 to 20:00. On intensive care, please call first."),
        ("Records", "Who can see my record?", "Those who treat you. Each time a record is opened is written down and can be checked."),
    ];

    public Task PublishAsync()
    {
        foreach (var ((slug, title, category, summary, body), index) in Articles.Select((article, index) => (article, index)))
        {
            var article = new Article { Slug = slug, Title = title, Category = category, Summary = summary, Body = body, IsFeatured = index < 2 };
            article.Publish(kit.At(kit.Today.AddDays(-3 * index - 1), 8));
            kit.Db.Add(article);
        }
        kit.Db.AddRange(Questions.Select((faq, index) => new Faq { Category = faq.Category, Question = faq.Question, Answer = faq.Answer, Order = index + 1 }));

        var policy = new PrivacyPolicy
        {
            Edition = "1.0", Title = "Privacy policy", EffectiveFrom = kit.Today.AddDays(-60),
            Body = "This is a demo hospital. Nobody in it exists, and nothing you enter should be about a real person.\n\n## What we keep\n- who you are and how to reach you\n- what was found, done and prescribed\n- who opened your record, and when\n\n## Your rights\nYou may read your record, ask for a copy, and have mistakes corrected. Ask at reception.",
        };
        policy.Activate(current: null);
        kit.Db.Add(policy);
        return kit.SaveAsync();
    }
}
