-- What the model cannot say. Runs once, at the end of the first migration.

-- The audit trail only grows.
CREATE OR REPLACE FUNCTION "AuditEntryStays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Audit entries are never changed or deleted.';
END $$;
DROP TRIGGER IF EXISTS "AuditEntryStays" ON "AuditEntry";
CREATE TRIGGER "AuditEntryStays" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "AuditEntryStays"();
DROP TRIGGER IF EXISTS "AuditEntryIsNotEmptied" ON "AuditEntry";
CREATE TRIGGER "AuditEntryIsNotEmptied" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION "AuditEntryStays"();
INSERT INTO "AuditHead" ("Id", "Sequence", "Hash", "Seal", "Version") VALUES (1, 0, '', '', '00000000-0000-0000-0000-000000000000') ON CONFLICT DO NOTHING;

-- A note stays as it was signed, and an amendment as it was written.
CREATE OR REPLACE FUNCTION "ClinicalNoteStaysAsSigned"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."Status" = 'Draft' THEN RETURN COALESCE(NEW, OLD); END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NEW."Status" <> 'Draft'
            AND (NEW."EncounterId", NEW."Content", NEW."Hash", NEW."Author_AccountId", NEW."Author_Name", NEW."Author_At", NEW."Signed_AccountId", NEW."Signed_Name", NEW."Signed_At")
            IS NOT DISTINCT FROM (OLD."EncounterId", OLD."Content", OLD."Hash", OLD."Author_AccountId", OLD."Author_Name", OLD."Author_At", OLD."Signed_AccountId", OLD."Signed_Name", OLD."Signed_At")
        THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'A signed note stays as it was signed.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE TRIGGER "ClinicalNoteStaysAsSigned" BEFORE UPDATE OR DELETE ON "ClinicalNote" FOR EACH ROW EXECUTE FUNCTION "ClinicalNoteStaysAsSigned"();

CREATE OR REPLACE FUNCTION "NoteAmendmentStays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'An amendment stays as it was signed.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE TRIGGER "NoteAmendmentStays" BEFORE UPDATE OR DELETE ON "NoteAmendment" FOR EACH ROW EXECUTE FUNCTION "NoteAmendmentStays"();

-- A value that somebody vouched for stays as it was vouched for; a correction is a new row.
CREATE OR REPLACE FUNCTION "LabResultStaysAsVerified"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."Verified_At" IS NULL AND OLD."ImportedFrom" IS NULL THEN RETURN COALESCE(NEW, OLD); END IF;
    IF TG_OP = 'UPDATE' THEN
        IF (NEW."PatientId", NEW."ItemId", NEW."AnalyteCode", NEW."Analyte_Code", NEW."NumericValue", NEW."TextValue", NEW."Unit", NEW."Decimals", NEW."RangeLow", NEW."RangeHigh", NEW."RangeText", NEW."Flag", NEW."CollectedAt", NEW."CorrectsId", NEW."CorrectionReason", NEW."Entered_AccountId", NEW."Verified_AccountId", NEW."Verified_At")
            IS NOT DISTINCT FROM (OLD."PatientId", OLD."ItemId", OLD."AnalyteCode", OLD."Analyte_Code", OLD."NumericValue", OLD."TextValue", OLD."Unit", OLD."Decimals", OLD."RangeLow", OLD."RangeHigh", OLD."RangeText", OLD."Flag", OLD."CollectedAt", OLD."CorrectsId", OLD."CorrectionReason", OLD."Entered_AccountId", OLD."Verified_AccountId", OLD."Verified_At")
        THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'A verified result stays as it was verified.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE TRIGGER "LabResultStaysAsVerified" BEFORE UPDATE OR DELETE ON "LabResult" FOR EACH ROW EXECUTE FUNCTION "LabResultStaysAsVerified"();
-- A signed prescription stays as it was signed.
CREATE OR REPLACE FUNCTION "PrescriptionStaysAsSigned"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."Status" = 'Draft' THEN RETURN COALESCE(NEW, OLD); END IF;
    IF TG_OP = 'DELETE' OR (OLD."PatientId", OLD."PrescriberId", OLD."EncounterId", OLD."Note", OLD."Signed_At", OLD."Signed_AccountId", OLD."ValidUntil", OLD."Urgency", OLD."VerificationCode")
        IS DISTINCT FROM (NEW."PatientId", NEW."PrescriberId", NEW."EncounterId", NEW."Note", NEW."Signed_At", NEW."Signed_AccountId", NEW."ValidUntil", NEW."Urgency", NEW."VerificationCode")
    THEN RAISE EXCEPTION 'A signed prescription cannot be changed.'; END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER "PrescriptionStaysAsSigned" BEFORE UPDATE OR DELETE ON "Prescription" FOR EACH ROW EXECUTE FUNCTION "PrescriptionStaysAsSigned"();

CREATE OR REPLACE FUNCTION "PrescriptionItemStaysAsSigned"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD."PrescriptionId", OLD."MedicationId", OLD."Medicine", OLD."IngredientCodes", OLD."Quantity", OLD."Refills", OLD."Instructions", OLD."Override")
        IS NOT DISTINCT FROM (NEW."PrescriptionId", NEW."MedicationId", NEW."Medicine", NEW."IngredientCodes", NEW."Quantity", NEW."Refills", NEW."Instructions", NEW."Override")
    THEN RETURN NEW; END IF;
    IF EXISTS (SELECT 1 FROM "Prescription" p WHERE p."Id" = OLD."PrescriptionId" AND p."Status" <> 'Draft') THEN RAISE EXCEPTION 'A medicine of a signed prescription cannot be changed.'; END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE OR REPLACE TRIGGER "PrescriptionItemStaysAsSigned" BEFORE UPDATE OR DELETE ON "PrescriptionItem" FOR EACH ROW EXECUTE FUNCTION "PrescriptionItemStaysAsSigned"();

-- The stock ledger only grows.
CREATE OR REPLACE FUNCTION "StockMovementStays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A row of the stock ledger cannot be changed.';
END $$;
CREATE OR REPLACE TRIGGER "StockMovementStays" BEFORE UPDATE OR DELETE ON "StockMovement" FOR EACH ROW EXECUTE FUNCTION "StockMovementStays"();
