namespace HospitalWeb.Domain.Laboratory;

/// <summary>How a result stands to its range, after HL7 table 0078. "No range" is not "in range".</summary>
public enum ResultFlag { InRange, L, H, LL, HH, A, NoRange }

public static class ResultFlags
{
    extension(ResultFlag flag)
    {
        public bool IsCritical => flag is ResultFlag.LL or ResultFlag.HH;

        public bool IsOutOfRange => flag is not (ResultFlag.InRange or ResultFlag.NoRange);

        public string Word => flag switch
        {
            ResultFlag.LL => "Critical low",
            ResultFlag.L => "Low",
            ResultFlag.H => "High",
            ResultFlag.HH => "Critical high",
            ResultFlag.A => "Abnormal",
            ResultFlag.NoRange => "No range",
            _ => "In range",
        };
    }
}
