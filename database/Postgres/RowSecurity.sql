-- The second net under the access rules: while one patient's page is made, the program works in a role that sees no other patient's rows, whatever is asked for.
-- Every table that names a patient is covered, and what hangs on one up to three tables down. Runs once, at the end of the first migration; run it again after adding a table.
-- Rows of nobody stay in sight. Accounts are not a patient's record, and the bell rings for all patients of whoever is signed in.
CREATE OR REPLACE FUNCTION "PatientOfPage"() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('hospital.patient', true), '')::uuid $$;
DO $$
DECLARE
    covered record;
BEGIN
    BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'hospital_page') THEN CREATE ROLE hospital_page NOLOGIN; END IF;
        IF NOT pg_has_role(current_user, 'hospital_page', 'MEMBER') THEN EXECUTE format('GRANT hospital_page TO %I', current_user); END IF;
    EXCEPTION
        WHEN duplicate_object OR unique_violation THEN NULL;
        WHEN insufficient_privilege THEN RAISE EXCEPTION 'One patient''s page works in a role of its own. Let an administrator of the server run once: CREATE ROLE hospital_page NOLOGIN; GRANT hospital_page TO %;', quote_ident(current_user);
    END;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO hospital_page', current_schema());
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO hospital_page', current_schema());
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO hospital_page', current_schema());
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hospital_page', current_schema());
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT USAGE ON SEQUENCES TO hospital_page', current_schema());

    FOR covered IN
        WITH RECURSIVE kin(tab, rule, generation) AS (
            SELECT c.oid, (CASE c.relname WHEN 'Patient' THEN '"Id" = "PatientOfPage"()' ELSE '"PatientId" IS NULL OR "PatientId" = "PatientOfPage"()' END) COLLATE "C", 0
            FROM pg_class c
            WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname NOT IN ('Account', 'Notification')
                AND (c.relname = 'Patient' OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'PatientId' AND NOT a.attisdropped))
            UNION ALL
            SELECT k.conrelid, format('%1$I IS NULL OR EXISTS (SELECT 1 FROM %2$s owner WHERE owner."Id" = %3$s.%1$I)', a.attname, k.confrelid::regclass, k.conrelid::regclass) COLLATE "C", kin.generation + 1
            FROM kin JOIN pg_constraint k ON k.confrelid = kin.tab AND k.contype = 'f' AND cardinality(k.conkey) = 1 AND k.conrelid <> k.confrelid
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                JOIN pg_class c ON c.oid = k.conrelid
            WHERE kin.generation < 3 AND c.relname NOT IN ('Patient', 'Account', 'Notification')
                AND NOT EXISTS (SELECT 1 FROM pg_attribute own WHERE own.attrelid = k.conrelid AND own.attname = 'PatientId' AND NOT own.attisdropped)
        )
        SELECT tab::regclass AS tab, string_agg(DISTINCT format('(%s)', rule), ' AND ') AS rule FROM kin GROUP BY tab
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', covered.tab);
        EXECUTE format('DROP POLICY IF EXISTS one_patient ON %s', covered.tab);
        EXECUTE format('CREATE POLICY one_patient ON %s TO hospital_page USING (%s)', covered.tab, covered.rule);
    END LOOP;
END $$;
