-- What the model cannot say. Runs once, at the end of the first migration.

-- The audit trail only grows. Of sealed months that are seven years old the entries may go to the archive.
CREATE OR REPLACE FUNCTION "AuditEntryStays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD."At" < now() - interval '7 years'
        AND EXISTS (SELECT 1 FROM "AuditSegment" s WHERE OLD."Sequence" BETWEEN s."FirstSequence" AND s."LastSequence" AND s."Month" + interval '1 month' < now() - interval '7 years')
    THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'Audit entries are never changed or deleted.';
END $$;
CREATE OR REPLACE FUNCTION "AuditSealsStay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Audit entries are never changed or deleted.';
END $$;
DROP TRIGGER IF EXISTS "AuditEntryStays" ON "AuditEntry";
CREATE TRIGGER "AuditEntryStays" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "AuditEntryStays"();
DROP TRIGGER IF EXISTS "AuditEntryIsNotEmptied" ON "AuditEntry";
CREATE TRIGGER "AuditEntryIsNotEmptied" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION "AuditSealsStay"();
DROP TRIGGER IF EXISTS "AuditSegmentStays" ON "AuditSegment";
CREATE TRIGGER "AuditSegmentStays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditSegment" FOR EACH STATEMENT EXECUTE FUNCTION "AuditSealsStay"();
DROP TRIGGER IF EXISTS "AuditHeadStays" ON "AuditHead";
CREATE TRIGGER "AuditHeadStays" BEFORE DELETE OR TRUNCATE ON "AuditHead" FOR EACH STATEMENT EXECUTE FUNCTION "AuditSealsStay"();
INSERT INTO "AuditHead" ("Id", "Sequence", "Hash", "Seal", "Version") VALUES (1, 0, '', '', '00000000-0000-0000-0000-000000000000') ON CONFLICT DO NOTHING;
INSERT INTO "UnknownNameCount" ("Id", "Untold", "ToldAt", "Version") VALUES (1, 0, '2000-01-01Z', '00000000-0000-0000-0000-000000000000') ON CONFLICT DO NOTHING;

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
        IF (NEW."PatientId", NEW."ItemId", NEW."AnalyteCode", NEW."Analyte_Code", NEW."Analyte_Display", NEW."ImportedFrom", NEW."NumericValue", NEW."TextValue", NEW."Unit", NEW."Decimals", NEW."RangeLow", NEW."RangeHigh", NEW."RangeText", NEW."Flag", NEW."CollectedAt", NEW."CorrectsId", NEW."CorrectionReason", NEW."Entered_AccountId", NEW."Entered_Name", NEW."Entered_At", NEW."Verified_AccountId", NEW."Verified_Name", NEW."Verified_At")
            IS NOT DISTINCT FROM (OLD."PatientId", OLD."ItemId", OLD."AnalyteCode", OLD."Analyte_Code", OLD."Analyte_Display", OLD."ImportedFrom", OLD."NumericValue", OLD."TextValue", OLD."Unit", OLD."Decimals", OLD."RangeLow", OLD."RangeHigh", OLD."RangeText", OLD."Flag", OLD."CollectedAt", OLD."CorrectsId", OLD."CorrectionReason", OLD."Entered_AccountId", OLD."Entered_Name", OLD."Entered_At", OLD."Verified_AccountId", OLD."Verified_Name", OLD."Verified_At")
        THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'A verified result stays as it was verified.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE TRIGGER "LabResultStaysAsVerified" BEFORE UPDATE OR DELETE ON "LabResult" FOR EACH ROW EXECUTE FUNCTION "LabResultStaysAsVerified"();

-- A signed prescription stays as it was signed.
CREATE OR REPLACE FUNCTION "PrescriptionStaysAsSigned"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."Status" = 'Draft' THEN RETURN COALESCE(NEW, OLD); END IF;
    IF TG_OP = 'DELETE' OR NEW."Status" = 'Draft' OR (OLD."Number", OLD."PatientId", OLD."PrescriberId", OLD."EncounterId", OLD."Note", OLD."Signed_At", OLD."Signed_AccountId", OLD."Signed_Name", OLD."ValidUntil", OLD."Urgency", OLD."VerificationCode")
        IS DISTINCT FROM (NEW."Number", NEW."PatientId", NEW."PrescriberId", NEW."EncounterId", NEW."Note", NEW."Signed_At", NEW."Signed_AccountId", NEW."Signed_Name", NEW."ValidUntil", NEW."Urgency", NEW."VerificationCode")
    THEN RAISE EXCEPTION 'A signed prescription cannot be changed.'; END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER "PrescriptionStaysAsSigned" BEFORE UPDATE OR DELETE ON "Prescription" FOR EACH ROW EXECUTE FUNCTION "PrescriptionStaysAsSigned"();

CREATE OR REPLACE FUNCTION "PrescriptionItemStaysAsSigned"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (OLD."PrescriptionId", OLD."MedicationId", OLD."Medicine", OLD."IngredientCodes", OLD."Quantity", OLD."QuantityUnit", OLD."Refills", OLD."Instructions", OLD."Override")
        IS NOT DISTINCT FROM (NEW."PrescriptionId", NEW."MedicationId", NEW."Medicine", NEW."IngredientCodes", NEW."Quantity", NEW."QuantityUnit", NEW."Refills", NEW."Instructions", NEW."Override")
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

-- What was given stays as it was given.
CREATE OR REPLACE FUNCTION "DispenseStays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was dispensed stays as it was given.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE TRIGGER "DispenseStays" BEFORE UPDATE OR DELETE ON "Dispense" FOR EACH ROW EXECUTE FUNCTION "DispenseStays"();

-- An issued bill stays as it was issued; what is paid, credited or void is added to it.
CREATE OR REPLACE FUNCTION "BillStaysAsIssued"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."Number" IS NULL THEN RETURN COALESCE(NEW, OLD); END IF;
    IF TG_OP = 'DELETE'
        OR (OLD."PatientId", OLD."Currency", OLD."Number", OLD."VerificationCode", OLD."DiscountReason", OLD."Total_Amount", OLD."Total_Currency", OLD."Drafted_AccountId", OLD."Drafted_Name", OLD."Drafted_At", OLD."Issued_AccountId", OLD."Issued_Name", OLD."Issued_At")
        IS DISTINCT FROM (NEW."PatientId", NEW."Currency", NEW."Number", NEW."VerificationCode", NEW."DiscountReason", NEW."Total_Amount", NEW."Total_Currency", NEW."Drafted_AccountId", NEW."Drafted_Name", NEW."Drafted_At", NEW."Issued_AccountId", NEW."Issued_Name", NEW."Issued_At")
        OR OLD."Voided_At" IS NOT NULL AND (OLD."Voided_AccountId", OLD."Voided_Name", OLD."Voided_At", OLD."VoidReason")
        IS DISTINCT FROM (NEW."Voided_AccountId", NEW."Voided_Name", NEW."Voided_At", NEW."VoidReason")
    THEN RAISE EXCEPTION 'An issued bill stays as it was issued.' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER "BillStaysAsIssued" BEFORE UPDATE OR DELETE ON "Bill" FOR EACH ROW EXECUTE FUNCTION "BillStaysAsIssued"();

CREATE OR REPLACE FUNCTION "BillLineStaysAsIssued"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM "Bill" b WHERE b."Id" IN (OLD."BillId", NEW."BillId") AND b."Number" IS NOT NULL) THEN RAISE EXCEPTION 'A line of an issued bill stays as it was issued.' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE OR REPLACE TRIGGER "BillLineStaysAsIssued" BEFORE INSERT OR UPDATE OR DELETE ON "BillLine" FOR EACH ROW EXECUTE FUNCTION "BillLineStaysAsIssued"();

-- Money that was taken or given stays as it was written; of a payment only the part that is refunded grows.
CREATE OR REPLACE FUNCTION "MoneyStays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Money that was taken or given stays as it was written.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE OR REPLACE TRIGGER "ReceiptStays" BEFORE UPDATE OR DELETE ON "Receipt" FOR EACH ROW EXECUTE FUNCTION "MoneyStays"();
CREATE OR REPLACE TRIGGER "RefundStays" BEFORE UPDATE OR DELETE ON "Refund" FOR EACH ROW EXECUTE FUNCTION "MoneyStays"();
CREATE OR REPLACE TRIGGER "CreditStays" BEFORE UPDATE OR DELETE ON "Credit" FOR EACH ROW EXECUTE FUNCTION "MoneyStays"();

CREATE OR REPLACE FUNCTION "PaymentStays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW."Refunded_Amount" < OLD."Refunded_Amount"
        OR (OLD."ReceiptId", OLD."Method", OLD."Reference", OLD."Amount_Amount", OLD."Amount_Currency", OLD."Given_Amount", OLD."Given_Currency")
        IS DISTINCT FROM (NEW."ReceiptId", NEW."Method", NEW."Reference", NEW."Amount_Amount", NEW."Amount_Currency", NEW."Given_Amount", NEW."Given_Currency")
    THEN RAISE EXCEPTION 'Money that was taken or given stays as it was written.' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER "PaymentStays" BEFORE UPDATE OR DELETE ON "Payment" FOR EACH ROW EXECUTE FUNCTION "PaymentStays"();
