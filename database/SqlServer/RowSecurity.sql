-- The second net under the access rules, for the DBA to apply once after the first migration and again after one that adds a table:
-- while one patient's page is made the program says whose page it is (sp_set_session_context), and every table that names a patient shows that patient's rows alone.
-- Rows of nobody stay in sight. Accounts are not a patient's record, and the bell rings for all patients of whoever is signed in.
IF EXISTS (SELECT 1 FROM sys.security_policies WHERE [name] = N'OnePatient') DROP SECURITY POLICY [OnePatient];
EXEC(N'CREATE OR ALTER FUNCTION dbo.PatientOfPage(@Patient uniqueidentifier) RETURNS TABLE WITH SCHEMABINDING AS
RETURN SELECT 1 AS Seen WHERE @Patient IS NULL OR SESSION_CONTEXT(N''patient'') IS NULL OR @Patient = CAST(SESSION_CONTEXT(N''patient'') AS uniqueidentifier)');
DECLARE @policy nvarchar(max);
SELECT @policy = N'CREATE SECURITY POLICY [OnePatient] ADD FILTER PREDICATE dbo.PatientOfPage([Id]) ON dbo.[Patient]'
    + STRING_AGG(CAST(N', ADD FILTER PREDICATE dbo.PatientOfPage([PatientId]) ON dbo.' + QUOTENAME(t.[name]) AS nvarchar(max)), N'')
FROM sys.tables AS t JOIN sys.columns AS c ON c.[object_id] = t.[object_id]
WHERE c.[name] = N'PatientId' AND t.[name] NOT IN (N'Account', N'Notification');
EXEC(@policy);
