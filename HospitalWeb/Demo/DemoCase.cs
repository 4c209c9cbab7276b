using HospitalWeb.Domain.Prescribing;

namespace HospitalWeb.Demo;

/// <summary>What brings a patient here, what is found and what is done about it.</summary>
internal sealed record DemoCase(string Complaint, string History, string Examination, string Impression, string Icd, string Treatment, string Advice, DemoMedicine? Medicine, params string[] Tests)
{
    public static readonly IReadOnlyList<DemoCase> All =
    [
        new("Sore throat and fever", "Three days of sore throat, worse on swallowing. No cough.", "Tonsils enlarged with exudate. Tender cervical nodes. Chest clear.", "Acute tonsillitis.", "J03.90",
            "Antibiotic for ten days, paracetamol as required.", "Drink plenty. Come back if you cannot swallow or are no better in three days.", new("phenoxymethylpenicillin", 500, Frequency.FourTimesADay, 10), "CBC", "CRP"),
        new("Burning on passing urine", "Two days of dysuria and frequency. No fever, no loin pain.", "Abdomen soft, no renal angle tenderness.", "Lower urinary tract infection.", "N39.0",
            "Nitrofurantoin for five days.", "Drink plenty and finish the course.", new("nitrofurantoin", 100, Frequency.TwiceADay, 5), "UA", "UE"),
        new("High blood pressure, routine review", "Feels well. Takes tablets most days.", "Pulse regular. No oedema. Fundi normal.", "Essential hypertension, not at target.", "I10",
            "Start amlodipine, review in four weeks.", "Less salt, and walk every day. Measure your blood pressure at home.", new("amlodipine", 5, Frequency.OnceADay, 28), "UE", "LIPID"),
        new("Diabetes review", "Some thirst. Diet has slipped over the holidays.", "Feet: pulses and sensation intact.", "Type 2 diabetes with poor control.", "E11.9",
            "Restart metformin, repeat HbA1c in three months.", "Take the tablets with food. See the dietitian.", new("metformin", 500, Frequency.TwiceADay, 28), "HBA1C", "UE"),
        new("Wheeze and breathlessness", "Worse at night and after sport. Inhaler ran out.", "Widespread expiratory wheeze, speaking in sentences.", "Asthma, mild exacerbation.", "J45.909",
            "Salbutamol inhaler, review technique.", "Use the inhaler when you wheeze. Come at once if you cannot finish a sentence.", new("salbutamol", 2, Frequency.AsRequired, 14, MaxPerDay: 4), "CBC"),
        new("Low back pain", "Since lifting boxes on Sunday. No weakness, no numbness.", "Paraspinal tenderness, straight leg raise normal.", "Mechanical low back pain.", "M54.50",
            "Stay active, paracetamol regularly.", "Keep moving. Come back if your legs feel weak or numb.", new("paracetamol", 1000, Frequency.FourTimesADay, 7)),
        new("Heartburn", "Burning after meals for two months. No weight loss.", "Abdomen soft, mild epigastric tenderness.", "Gastro-oesophageal reflux.", "K21.9",
            "Omeprazole for four weeks.", "Smaller meals, and nothing late in the evening.", new("omeprazole", 20, Frequency.InTheMorning, 28), "CBC"),
        new("Tired all the time", "Three months of tiredness. Sleeping well.", "Pale conjunctivae. Otherwise normal.", "Iron deficiency anaemia.", "D50.9",
            "Iron tablets, look for the cause.", "Take the tablets with juice, not with tea.", new("ferrous sulfate", 200, Frequency.OnceADay, 28), "CBC", "FERR", "TSH"),
    ];
}

internal sealed record DemoMedicine(string Generic, decimal Dose, Frequency Frequency, int Days, int? MaxPerDay = null);
