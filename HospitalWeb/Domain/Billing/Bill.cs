using HospitalWeb.Domain.Patients;

namespace HospitalWeb.Domain.Billing;

/// <summary>
/// What one patient owes for chosen charges. Drafted, then issued under a number without gaps and never changed again;
/// what is paid and credited together never exceeds the total.
/// </summary>
public sealed class Bill
{
    public const string Prefix = "BIL";
    public const int ReasonMaxLength = 500;

    public Guid Id { get; private set; }
    public required Guid PatientId { get; init; }
    public Patient Patient { get; private set; } = null!;
    public required Currency Currency { get; init; }
    public required Stamp Drafted { get; init; }
    public int? Number { get; private set; }
    public string? VerificationCode { get; private set; }
    public List<BillLine> Lines { get; private set; } = [];
    public List<Receipt> Receipts { get; private set; } = [];
    public List<Credit> Credits { get; private set; } = [];
    public Money Total { get; private set; }
    public Money Paid { get; private set; }
    public Money Credited { get; private set; }
    public string? DiscountReason { get; private set; }
    public Stamp? Issued { get; private set; }
    public Stamp? Voided { get; private set; }
    public string? VoidReason { get; private set; }

    public Money Balance => Total - Credited - Paid;
    public Money Discount => Lines.Select(line => line.Discount).Total(Currency);
    public string? HumanNumber => Number is { } number ? Domain.HumanNumber.Format(Prefix, number) : null;
    public BillStatus Status => StatusOf(Issued is not null, Voided is not null, Paid, Balance);

    public static BillStatus StatusOf(bool issued, bool voided, Money paid, Money balance) => (issued, voided) switch
    {
        (_, true) => BillStatus.Void,
        (false, _) => BillStatus.Draft,
        _ when !balance.IsPositive => BillStatus.Paid,
        _ => paid.IsPositive ? BillStatus.PartlyPaid : BillStatus.Issued,
    };

    public static Bill Draft(Guid patientId, Currency currency, IReadOnlyCollection<Charge> charges, Stamp stamp)
    {
        BrokenRule.When(charges.Count == 0, "Choose at least one charge for the bill.");

        var bill = new Bill { PatientId = patientId, Currency = currency, Drafted = stamp, Paid = Money.Zero(currency), Credited = Money.Zero(currency) };
        foreach (var charge in charges) bill.Add(charge);
        bill.Total = bill.Sum();
        return bill;
    }

    public void GiveDiscount(Money discount, string reason)
    {
        BrokenRule.When(Status != BillStatus.Draft, "Only a draft can be discounted. Credit an issued bill instead.");
        BrokenRule.When(discount.IsNegative, "A discount cannot be below zero.");
        BrokenRule.When(discount > Gross(), $"The discount is more than the {Gross()} on the bill.");
        BrokenRule.When(discount.IsPositive && string.IsNullOrWhiteSpace(reason), "Say why the bill is discounted.");

        var shares = Share.Out(discount, [.. Lines.Select(line => line.Amount ?? Money.Zero(Currency))]);
        foreach (var (line, share) in Lines.Zip(shares)) line.Discount = share;
        DiscountReason = discount.IsZero ? null : reason.Trim();
        Total = Sum();
    }

    public void GiveDiscount(decimal percent, string reason)
    {
        BrokenRule.When(percent is < 0 or > 100, "A discount is between 0 and 100 percent.");

        GiveDiscount(Gross() * (percent / 100), reason);
    }

    public void Issue(int number, Stamp stamp)
    {
        BrokenRule.When(Status == BillStatus.Void, "This bill is void.");
        BrokenRule.When(Status != BillStatus.Draft, $"{HumanNumber} was already issued by {Issued?.Name}.");
        var unpriced = Lines.Find(line => line.Amount is null);
        BrokenRule.When(unpriced is not null, $"{unpriced?.Description} is not priced. Discard the draft, price it on the account and draft the bill again.");

        (Number, Issued, VerificationCode) = (number, stamp, Domain.VerificationCode.New());
    }

    /// <summary>Takes money by one or several methods against one receipt.</summary>
    public Receipt Take(IReadOnlyCollection<Tender> tenders, int receiptNumber, DateOnly day, Stamp stamp)
    {
        MustBeOpen();
        BrokenRule.When(tenders.Count == 0, "Enter an amount above zero.");
        var receipt = new Receipt { Number = receiptNumber, Day = day, Taken = stamp, VerificationCode = Domain.VerificationCode.New(), Payments = [.. tenders.Select(Payment.Of)] };
        BrokenRule.When(receipt.Total(Currency) > Balance, $"{receipt.Total(Currency)} is more than the {Balance} still to pay.");

        Receipts.Add(receipt);
        Paid += receipt.Total(Currency);
        return receipt;
    }

    public Refund Refund(Payment payment, Money amount, string reason, int refundNumber, DateOnly day, Stamp stamp)
    {
        BrokenRule.When(Receipts.All(receipt => !receipt.Payments.Contains(payment)), "This payment belongs to another bill.");
        var refund = payment.GiveBack(amount, reason, refundNumber, day, stamp);
        Paid -= amount;
        return refund;
    }

    /// <summary>Takes back part of what is still owed. What has been paid is refunded instead.</summary>
    public Credit GiveCredit(Money amount, string reason, int creditNumber, Stamp stamp)
    {
        MustBeOpen();
        BrokenRule.When(!amount.IsPositive, "Enter an amount above zero.");
        BrokenRule.When(amount > Balance, $"Only {Balance} is still owed. Refund a payment before crediting more.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the bill is credited.");

        var credit = new Credit { Number = creditNumber, Amount = amount, Reason = reason.Trim(), Given = stamp };
        Credits.Add(credit);
        Credited += amount;
        return credit;
    }

    public void Void(string reason, Stamp stamp)
    {
        BrokenRule.When(Voided is not null, $"The bill was already voided by {Voided?.Name}.");
        BrokenRule.When(!Paid.IsZero, $"{Paid} has been paid. Refund it before voiding the bill.");
        BrokenRule.When(string.IsNullOrWhiteSpace(reason), "Say why the bill is void.");

        (Voided, VoidReason) = (stamp, reason.Trim());
        foreach (var line in Lines) line.Charge.Free();
    }

    private void Add(Charge charge)
    {
        BrokenRule.When(charge.PatientId != PatientId, $"{charge.Description} belongs to another patient.");
        BrokenRule.When(charge.IsBilled, $"{charge.Description} is already on a bill.");
        BrokenRule.When(charge.IsCancelled, $"{charge.Description} was cancelled.");
        BrokenRule.When(charge.UnitPrice is { } price && price.Currency != Currency, $"{charge.Description} is priced in {charge.UnitPrice?.Currency}, the bill is in {Currency}.");

        charge.PutOn(this);
        Lines.Add(BillLine.Of(charge, Lines.Count + 1, Currency));
    }

    private void MustBeOpen()
    {
        BrokenRule.When(Status == BillStatus.Void, "This bill is void.");
        BrokenRule.When(Status == BillStatus.Draft, "Issue the bill before taking payment.");
        var last = Receipts.OrderBy(receipt => receipt.Number).LastOrDefault();
        BrokenRule.When(Status == BillStatus.Paid, last is null ? "Nothing is owed on this bill." : $"This bill is already paid: {last.HumanNumber}, taken by {last.Taken.Name}.");
    }

    private Money Gross() => Lines.Select(line => line.Amount ?? Money.Zero(Currency)).Total(Currency);

    private Money Sum() => Lines.Select(line => line.Net).Total(Currency);
}
