-- What the model cannot say. Runs once, at the end of the first migration. Each CREATE TRIGGER stands in EXEC(N'…'), so that it may follow other statements.

-- The audit trail only grows.
EXEC(N'CREATE OR ALTER TRIGGER [AuditEntriesStay] ON [AuditEntries] INSTEAD OF UPDATE, DELETE AS
BEGIN
    SET NOCOUNT ON;
    THROW 50001, ''Audit entries are never changed or deleted.'', 1;
END');
IF NOT EXISTS (SELECT 1 FROM [AuditHeads])
    EXEC(N'INSERT INTO [AuditHeads] ([Id], [Sequence], [Hash], [Seal], [Version]) VALUES (1, 0, 0x, 0x, ''00000000-0000-0000-0000-000000000000'')');
