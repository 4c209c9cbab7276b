-- What the model cannot say. Runs once, at the end of the first migration. Each CREATE TRIGGER stands in EXEC(N'…'), so that it may follow other statements.

-- The audit trail only grows.
EXEC(N'CREATE OR ALTER TRIGGER [AuditEntryStays] ON [AuditEntry] INSTEAD OF UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    THROW 50001, ''Audit entries are never changed or deleted.'', 1;
END');
IF NOT EXISTS (SELECT 1 FROM [AuditHead])
    EXEC(N'INSERT INTO [AuditHead] ([Id], [Sequence], [Hash], [Seal], [Version]) VALUES (1, 0, 0x, 0x, ''00000000-0000-0000-0000-000000000000'')');

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

-- A value that somebody vouched for stays as it was vouched for; a correction is a new row.
EXEC(N'CREATE OR ALTER TRIGGER [LabResultStaysAsVerified] ON [LabResult] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT 1 FROM deleted AS d LEFT JOIN inserted AS i ON i.[Id] = d.[Id]
        WHERE (d.[Verified_At] IS NOT NULL OR d.[ImportedFrom] IS NOT NULL) AND (i.[Id] IS NULL OR EXISTS (
            SELECT i.[PatientId], i.[ItemId], i.[AnalyteCode], i.[Analyte_Code], i.[NumericValue], i.[TextValue], i.[Unit], i.[Decimals], i.[RangeLow], i.[RangeHigh], i.[RangeText], i.[Flag], i.[CollectedAt], i.[CorrectsId], i.[CorrectionReason], i.[Entered_AccountId], i.[Verified_AccountId], i.[Verified_At]
            EXCEPT
            SELECT d.[PatientId], d.[ItemId], d.[AnalyteCode], d.[Analyte_Code], d.[NumericValue], d.[TextValue], d.[Unit], d.[Decimals], d.[RangeLow], d.[RangeHigh], d.[RangeText], d.[Flag], d.[CollectedAt], d.[CorrectsId], d.[CorrectionReason], d.[Entered_AccountId], d.[Verified_AccountId], d.[Verified_At])))
        THROW 50001, N''A verified result stays as it was verified.'', 1;
-- A signed prescription stays as it was signed.
EXEC(N'CREATE OR ALTER TRIGGER [PrescriptionStaysAsSigned] ON [Prescription] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT d.[Id], d.[PatientId], d.[PrescriberId], d.[EncounterId], d.[Note], d.[Signed_At], d.[Signed_AccountId], d.[ValidUntil], d.[Urgency], d.[VerificationCode] FROM deleted d WHERE d.[Status] <> ''Draft''
        EXCEPT SELECT i.[Id], i.[PatientId], i.[PrescriberId], i.[EncounterId], i.[Note], i.[Signed_At], i.[Signed_AccountId], i.[ValidUntil], i.[Urgency], i.[VerificationCode] FROM inserted i)
        THROW 50000, ''A signed prescription cannot be changed.'', 1;
END');
EXEC(N'CREATE OR ALTER TRIGGER [PrescriptionItemStaysAsSigned] ON [PrescriptionItem] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    IF EXISTS (SELECT d.[Id], d.[PrescriptionId], d.[MedicationId], CAST(d.[Medicine] AS nvarchar(max)), CAST(d.[IngredientCodes] AS nvarchar(max)), d.[Quantity], d.[Refills], d.[Instructions], CAST(d.[Override] AS nvarchar(max))
        FROM deleted d JOIN [Prescription] p ON p.[Id] = d.[PrescriptionId] WHERE p.[Status] <> ''Draft''
        EXCEPT SELECT i.[Id], i.[PrescriptionId], i.[MedicationId], CAST(i.[Medicine] AS nvarchar(max)), CAST(i.[IngredientCodes] AS nvarchar(max)), i.[Quantity], i.[Refills], i.[Instructions], CAST(i.[Override] AS nvarchar(max)) FROM inserted i)
        THROW 50000, ''A medicine of a signed prescription cannot be changed.'', 1;
END');

-- The stock ledger only grows.
EXEC(N'CREATE OR ALTER TRIGGER [StockMovementStays] ON [StockMovement] AFTER UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    THROW 50000, ''A row of the stock ledger cannot be changed.'', 1;
END');
