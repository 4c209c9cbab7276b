-- What the model cannot say. Runs once, at the end of the first migration.

-- The audit trail only grows.
CREATE OR REPLACE FUNCTION audit_entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Audit entries are never changed or deleted.';
END $$;
DROP TRIGGER IF EXISTS "AuditEntriesStay" ON "AuditEntries";
CREATE TRIGGER "AuditEntriesStay" BEFORE UPDATE OR DELETE ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION audit_entries_stay();
DROP TRIGGER IF EXISTS "AuditEntriesAreNotEmptied" ON "AuditEntries";
CREATE TRIGGER "AuditEntriesAreNotEmptied" BEFORE TRUNCATE ON "AuditEntries" FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_stay();
INSERT INTO "AuditHeads" ("Id", "Sequence", "Hash", "Seal", "Version") VALUES (1, 0, '', '', '00000000-0000-0000-0000-000000000000') ON CONFLICT DO NOTHING;
