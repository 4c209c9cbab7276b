-- What the model cannot say. Runs once, at the end of the first migration. Each CREATE TRIGGER stands in EXEC(N'…'), so that it may follow other statements.

-- The audit trail only grows. Of sealed months that are seven years old the entries may go to the archive.
-- TRUNCATE fires no trigger: it needs ALTER on the table, which the program's login is not given.
EXEC(N'CREATE OR ALTER TRIGGER [AuditEntryStays] ON [AuditEntry] INSTEAD OF UPDATE, DELETE AS
BEGIN
    DECLARE @Old datetimeoffset = DATEADD(year, -7, SYSDATETIMEOFFSET());
    IF EXISTS (SELECT 1 FROM inserted) OR NOT EXISTS (SELECT 1 FROM deleted) OR EXISTS (SELECT 1 FROM deleted AS d WHERE d.[At] >= @Old
        OR NOT EXISTS (SELECT 1 FROM [AuditSegment] AS s WHERE d.[Sequence] BETWEEN s.[FirstSequence] AND s.[LastSequence] AND DATEADD(month, 1, s.[Month]) < @Old))
        THROW 50001, ''Audit entries are never changed or deleted.'', 1;
    DELETE e FROM [AuditEntry] AS e JOIN deleted AS d ON d.[Sequence] = e.[Sequence];
END');
EXEC(N'CREATE OR ALTER TRIGGER [AuditSegmentStays] ON [AuditSegment] INSTEAD OF UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    THROW 50001, ''Audit entries are never changed or deleted.'', 1;
END');
EXEC(N'CREATE OR ALTER TRIGGER [AuditHeadStays] ON [AuditHead] INSTEAD OF DELETE AS
BEGIN
    SET NOCOUNT ON;
    THROW 50001, ''Audit entries are never changed or deleted.'', 1;
END');
IF NOT EXISTS (SELECT 1 FROM [AuditHead])
    EXEC(N'INSERT INTO [AuditHead] ([Id], [Sequence], [Hash], [Seal], [Version]) VALUES (1, 0, 0x, 0x, ''00000000-0000-0000-0000-000000000000'')');
IF NOT EXISTS (SELECT 1 FROM [UnknownNameCount])
    EXEC(N'INSERT INTO [UnknownNameCount] ([Id], [Untold], [ToldAt], [Version]) VALUES (1, 0, ''2000-01-01'', ''00000000-0000-0000-0000-000000000000'')');

-- A note stays as it was signed, and an amendment as it was written.
EXEC(N'CREATE OR ALTER TRIGGER [ClinicalNoteStaysAsSigned] ON [ClinicalNote] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted AS d LEFT JOIN inserted AS i ON i.[Id] = d.[Id]
        WHERE d.[Status] <> N''Draft'' AND (i.[Id] IS NULL OR i.[Status] = N''Draft'' OR EXISTS (
            SELECT i.[EncounterId], i.[Content], i.[Hash], i.[Author_AccountId], i.[Author_Name], i.[Author_At], i.[Signed_AccountId], i.[Signed_Name], i.[Signed_At]
            EXCEPT
            SELECT d.[EncounterId], d.[Content], d.[Hash], d.[Author_AccountId], d.[Author_Name], d.[Author_At], d.[Signed_AccountId], d.[Signed_Name], d.[Signed_At])))
        THROW 50001, N''A signed note stays as it was signed.'', 1;
END');
EXEC(N'CREATE OR ALTER TRIGGER [NoteAmendmentStays] ON [NoteAmendment] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) THROW 50001, N''An amendment stays as it was signed.'', 1;
END');

-- A value that somebody vouched for stays as it was vouched for; a correction is a new row.
EXEC(N'CREATE OR ALTER TRIGGER [LabResultStaysAsVerified] ON [LabResult] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted AS d LEFT JOIN inserted AS i ON i.[Id] = d.[Id]
        WHERE (d.[Verified_At] IS NOT NULL OR d.[ImportedFrom] IS NOT NULL) AND (i.[Id] IS NULL OR EXISTS (
            SELECT i.[PatientId], i.[ItemId], i.[AnalyteCode], i.[Analyte_Code], i.[Analyte_Display], i.[ImportedFrom], i.[NumericValue], i.[TextValue], i.[Unit], i.[Decimals], i.[RangeLow], i.[RangeHigh], i.[RangeText], i.[Flag], i.[CollectedAt], i.[CorrectsId], i.[CorrectionReason], i.[Entered_AccountId], i.[Entered_Name], i.[Entered_At], i.[Verified_AccountId], i.[Verified_Name], i.[Verified_At]
            EXCEPT
            SELECT d.[PatientId], d.[ItemId], d.[AnalyteCode], d.[Analyte_Code], d.[Analyte_Display], d.[ImportedFrom], d.[NumericValue], d.[TextValue], d.[Unit], d.[Decimals], d.[RangeLow], d.[RangeHigh], d.[RangeText], d.[Flag], d.[CollectedAt], d.[CorrectsId], d.[CorrectionReason], d.[Entered_AccountId], d.[Entered_Name], d.[Entered_At], d.[Verified_AccountId], d.[Verified_Name], d.[Verified_At])))
        THROW 50001, N''A verified result stays as it was verified.'', 1;
END');

-- A signed prescription stays as it was signed.
EXEC(N'CREATE OR ALTER TRIGGER [PrescriptionStaysAsSigned] ON [Prescription] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT d.[Id], d.[Number], d.[PatientId], d.[PrescriberId], d.[EncounterId], d.[Note], d.[Signed_At], d.[Signed_AccountId], d.[Signed_Name], d.[ValidUntil], d.[Urgency], d.[VerificationCode] FROM deleted d WHERE d.[Status] <> ''Draft''
        EXCEPT SELECT i.[Id], i.[Number], i.[PatientId], i.[PrescriberId], i.[EncounterId], i.[Note], i.[Signed_At], i.[Signed_AccountId], i.[Signed_Name], i.[ValidUntil], i.[Urgency], i.[VerificationCode] FROM inserted i WHERE i.[Status] <> ''Draft'')
        THROW 50000, ''A signed prescription cannot be changed.'', 1;
END');
EXEC(N'CREATE OR ALTER TRIGGER [PrescriptionItemStaysAsSigned] ON [PrescriptionItem] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT d.[Id], d.[PrescriptionId], d.[MedicationId], CAST(d.[Medicine] AS nvarchar(max)), CAST(d.[IngredientCodes] AS nvarchar(max)), d.[Quantity], d.[QuantityUnit], d.[Refills], d.[Instructions], CAST(d.[Override] AS nvarchar(max))
        FROM deleted d JOIN [Prescription] p ON p.[Id] = d.[PrescriptionId] WHERE p.[Status] <> ''Draft''
        EXCEPT SELECT i.[Id], i.[PrescriptionId], i.[MedicationId], CAST(i.[Medicine] AS nvarchar(max)), CAST(i.[IngredientCodes] AS nvarchar(max)), i.[Quantity], i.[QuantityUnit], i.[Refills], i.[Instructions], CAST(i.[Override] AS nvarchar(max)) FROM inserted i)
        THROW 50000, ''A medicine of a signed prescription cannot be changed.'', 1;
END');

-- The stock ledger only grows.
EXEC(N'CREATE OR ALTER TRIGGER [StockMovementStays] ON [StockMovement] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    THROW 50000, ''A row of the stock ledger cannot be changed.'', 1;
END');

-- What was given stays as it was given.
EXEC(N'CREATE OR ALTER TRIGGER [DispenseStays] ON [Dispense] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) THROW 50001, ''What was dispensed stays as it was given.'', 1;
END');

-- An issued bill stays as it was issued; what is paid, credited or void is added to it.
EXEC(N'CREATE OR ALTER TRIGGER [BillStaysAsIssued] ON [Bill] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT d.[Id], d.[PatientId], d.[Currency], d.[Number], d.[VerificationCode], d.[DiscountReason], d.[Total_Amount], d.[Total_Currency], d.[Drafted_AccountId], d.[Drafted_Name], d.[Drafted_At], d.[Issued_AccountId], d.[Issued_Name], d.[Issued_At] FROM deleted d WHERE d.[Number] IS NOT NULL
        EXCEPT SELECT i.[Id], i.[PatientId], i.[Currency], i.[Number], i.[VerificationCode], i.[DiscountReason], i.[Total_Amount], i.[Total_Currency], i.[Drafted_AccountId], i.[Drafted_Name], i.[Drafted_At], i.[Issued_AccountId], i.[Issued_Name], i.[Issued_At] FROM inserted i)
        OR EXISTS (SELECT d.[Id], d.[Voided_AccountId], d.[Voided_Name], d.[Voided_At], d.[VoidReason] FROM deleted d WHERE d.[Number] IS NOT NULL AND d.[Voided_At] IS NOT NULL
        EXCEPT SELECT i.[Id], i.[Voided_AccountId], i.[Voided_Name], i.[Voided_At], i.[VoidReason] FROM inserted i)
        THROW 50001, ''An issued bill stays as it was issued.'', 1;
END');
EXEC(N'CREATE OR ALTER TRIGGER [BillLineStaysAsIssued] ON [BillLine] AFTER INSERT, UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM (SELECT [BillId] FROM deleted UNION ALL SELECT [BillId] FROM inserted) l JOIN [Bill] b ON b.[Id] = l.[BillId] WHERE b.[Number] IS NOT NULL)
        THROW 50001, ''A line of an issued bill stays as it was issued.'', 1;
END');

-- Money that was taken or given stays as it was written; of a payment only the part that is refunded grows.
EXEC(N'CREATE OR ALTER TRIGGER [ReceiptStays] ON [Receipt] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) THROW 50001, ''Money that was taken or given stays as it was written.'', 1;
END');
EXEC(N'CREATE OR ALTER TRIGGER [RefundStays] ON [Refund] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) THROW 50001, ''Money that was taken or given stays as it was written.'', 1;
END');
EXEC(N'CREATE OR ALTER TRIGGER [CreditStays] ON [Credit] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted) THROW 50001, ''Money that was taken or given stays as it was written.'', 1;
END');
EXEC(N'CREATE OR ALTER TRIGGER [PaymentStays] ON [Payment] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT d.[Id], d.[ReceiptId], d.[Method], d.[Reference], d.[Amount_Amount], d.[Amount_Currency], d.[Given_Amount], d.[Given_Currency] FROM deleted d
        EXCEPT SELECT i.[Id], i.[ReceiptId], i.[Method], i.[Reference], i.[Amount_Amount], i.[Amount_Currency], i.[Given_Amount], i.[Given_Currency] FROM inserted i)
        OR EXISTS (SELECT 1 FROM deleted d JOIN inserted i ON i.[Id] = d.[Id] WHERE i.[Refunded_Amount] < d.[Refunded_Amount])
        THROW 50001, ''Money that was taken or given stays as it was written.'', 1;
END');
