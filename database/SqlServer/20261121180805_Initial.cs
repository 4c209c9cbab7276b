using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HospitalWeb.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence<int>(
                name: "AdmissionNumbers");

            migrationBuilder.CreateSequence<int>(
                name: "AppointmentNumbers");

            migrationBuilder.CreateSequence<int>(
                name: "EncounterNumbers");

            migrationBuilder.CreateSequence<int>(
                name: "LabOrderNumbers");

            migrationBuilder.CreateSequence<int>(
                name: "PatientNumbers");

            migrationBuilder.CreateSequence<int>(
                name: "PrescriptionNumbers");

            migrationBuilder.CreateSequence<int>(
                name: "SpecimenNumbers");

            migrationBuilder.CreateTable(
                name: "Account",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DisplayName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PractitionerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsDisabled = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    LastSignInAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    LastTotpStep = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Article",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    Category = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsFeatured = table.Column<bool>(type: "bit", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Article", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditCheck",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Walked = table.Column<long>(type: "bigint", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Fault = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditCheck", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntry",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AccountName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Roles = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Action = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EntityType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    EntityId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Changes = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Path = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    IpAddress = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    UserAgent = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Session = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Severity = table.Column<int>(type: "int", maxLength: 40, nullable: false),
                    IsSecurity = table.Column<bool>(type: "bit", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntry", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "AuditHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Seal = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHead", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditSegment",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    FirstSequence = table.Column<long>(type: "bigint", nullable: false),
                    LastSequence = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    PreviousSeal = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Seal = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSegment", x => x.Month);
                    table.CheckConstraint("CK_AuditSegment_Count", "\"Count\" = \"LastSequence\" - \"FirstSequence\" + 1 AND \"Count\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "DataKey",
                columns: table => new
                {
                    Id = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Wrapped = table.Column<byte[]>(type: "varbinary(100)", maxLength: 100, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    RetiredAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataKey", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKey",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKey", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Department",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Department", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DrugKnowledge",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LoadedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Facts = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DrugKnowledge", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Facility",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    TimeZone = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    IsDemo = table.Column<bool>(type: "bit", nullable: false),
                    IsThisOne = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Letterhead = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Facility", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Faq",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Question = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Category = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Order = table.Column<int>(type: "int", nullable: false),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Faq", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FormSubmission",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Location = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormSubmission", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IcdCode",
                columns: table => new
                {
                    Code = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    IsBillable = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IcdCode", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "JobRun",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Host = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Failure = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRun", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LabTest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Specimen = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PriceCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Loinc_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Loinc_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Loinc_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LabTest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Medication",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GenericName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Brand = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Strength = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Form = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Route = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DoseUnit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    UsualDose = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    DosePerPackUnit = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    PackUnit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IngredientCodes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RxNormCode = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ReorderLevel = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    UsualPrice = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    SearchText = table.Column<string>(type: "nvarchar(410)", maxLength: 410, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Medication", x => x.Id);
                    table.CheckConstraint("CK_Medication_DosePerPackUnit", "\"DosePerPackUnit\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "NumberSeries",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberSeries", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingMail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    To = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    IsHtml = table.Column<bool>(type: "bit", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    QueuedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    UselessAfter = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextAttemptAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    ClaimedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Error = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Attachments = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingMail", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutsideOrganization",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Address = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideOrganization", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PasskeyChallenge",
                columns: table => new
                {
                    Hash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    HolderHash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PasskeyChallenge", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "Patient",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false, defaultValueSql: "NEXT VALUE FOR [PatientNumbers]"),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Title = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    GivenName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    MiddleName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    FamilyName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    PreferredName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    FormerFamilyName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ListName = table.Column<string>(type: "nvarchar(350)", maxLength: 350, nullable: false),
                    FullName = table.Column<string>(type: "nvarchar(350)", maxLength: 350, nullable: false),
                    Sex = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    GenderIdentity = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    BirthDateIsEstimated = table.Column<bool>(type: "bit", nullable: false),
                    DiedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Language = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    MothersMaidenName = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    BloodGroup = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    BloodGroupIsConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    AllergyStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DuplicateReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    IsConfidential = table.Column<bool>(type: "bit", nullable: false),
                    ProtectionReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    PhoneEndIndex = table.Column<long>(type: "bigint", nullable: true),
                    PhoneIndex = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AllergyReviewed_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AllergyReviewed_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    AllergyReviewed_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ProtectionChanged_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ProtectionChanged_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    ProtectionChanged_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Registered_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Registered_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Registered_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Address = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Contacts = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Patient", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Printout",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    First_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    First_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    First_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Printout", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PrivacyPolicy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: 50000, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacyPolicy", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Role",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NeedsSecondFactor = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Grants = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Role", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Service",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Price_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Price_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Service", x => x.Id);
                    table.CheckConstraint("CK_Service_Price", "\"Price_Amount\" IS NULL OR \"Price_Amount\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "SignInTries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Failed = table.Column<int>(type: "int", nullable: false),
                    ClosedUntil = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    LastAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInTries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnknownNameCount",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Untold = table.Column<int>(type: "int", nullable: false),
                    ToldAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnknownNameCount", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Ward",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    BedDayPriceCode = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ward", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountClaim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountClaim_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountLink",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TokenHash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    Of = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    NewEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    MadeAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountLink_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountLogin",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogin", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AccountLogin_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountPasskey",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "varbinary(1024)", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Data = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountPasskey", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AccountPasskey_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountToken",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountToken", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AccountToken_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HeldForm",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Path = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Fields = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldForm", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HeldForm_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Session",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeyHash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SecurityStamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Method = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Device = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    IpAddress = table.Column<string>(type: "nvarchar(45)", maxLength: 45, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    LastActiveAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    AuthenticatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Session", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Session_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Practitioner",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Profession = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    GivenName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    FamilyName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    DisplayName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    LicenceNumber = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    LicenceExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DepartmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Specialty = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Languages = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Biography = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Practitioner", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Practitioner_Department_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Department",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IcdWord",
                columns: table => new
                {
                    Word = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Code = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IcdWord", x => new { x.Word, x.Code });
                    table.ForeignKey(
                        name: "FK_IcdWord_IcdCode_Code",
                        column: x => x.Code,
                        principalTable: "IcdCode",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Analyte",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TestId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    PlainName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Decimals = table.Column<int>(type: "int", nullable: false),
                    PossibleLow = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    PossibleHigh = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    CriticalLow = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    CriticalHigh = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Choices = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    UsualChoices = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ranges = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Analyte", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Analyte_LabTest_TestId",
                        column: x => x.TestId,
                        principalTable: "LabTest",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StockBatch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MedicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BatchNumber = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Supplier = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    QuantityOnHand = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CostPrice_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    CostPrice_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    UnitPrice_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    UnitPrice_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockBatch", x => x.Id);
                    table.CheckConstraint("CK_StockBatch_NeverNegative", "\"QuantityOnHand\" >= 0");
                    table.ForeignKey(
                        name: "FK_StockBatch_Medication_MedicationId",
                        column: x => x.MedicationId,
                        principalTable: "Medication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccessAlarm",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    What = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ReviewNote = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reviewed_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reviewed_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Reviewed_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessAlarm", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccessAlarm_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Allergy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    DrugClassCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    IngredientCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Reaction = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Severity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Criticality = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Certainty = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OnsetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ended_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Ended_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Ended_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Recorded_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Recorded_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Recorded_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Substance_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Substance_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Substance_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Allergy", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Allergy_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bill",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: true),
                    VerificationCode = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: true),
                    DiscountReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    VoidReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Credited_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Credited_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Drafted_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Drafted_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Drafted_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Issued_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Issued_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Issued_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Paid_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Paid_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Total_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Total_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Voided_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Voided_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Voided_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bill", x => x.Id);
                    table.CheckConstraint("CK_Bill_NeverOverpaid", "\"Paid_Amount\" + \"Credited_Amount\" <= \"Total_Amount\"");
                    table.CheckConstraint("CK_Bill_NothingBelowZero", "\"Paid_Amount\" >= 0 AND \"Credited_Amount\" >= 0 AND \"Total_Amount\" >= 0");
                    table.CheckConstraint("CK_Bill_VoidOnlyUnpaid", "\"VoidReason\" IS NULL OR \"Paid_Amount\" = 0");
                    table.ForeignKey(
                        name: "FK_Bill_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EmergencyAccess",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ReviewNote = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reviewed_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reviewed_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Reviewed_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmergencyAccess", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmergencyAccess_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmergencyAccess_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notification",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Severity = table.Column<int>(type: "int", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Url = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    ReadAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    ActionTaken = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    NeedsAcknowledgement = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Acknowledged_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Acknowledged_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Acknowledged_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notification", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notification_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientFlag",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ResolveReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Raised_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Raised_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Raised_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Resolved_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Resolved_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Resolved_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientFlag", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatientFlag_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientIdentifier",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    ValueIndex = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientIdentifier", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatientIdentifier_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientProxy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Relationship = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Scope = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ended_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Ended_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Ended_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Granted_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Granted_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Granted_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientProxy", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PatientProxy_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatientProxy_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientSearchTerm",
                columns: table => new
                {
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Term = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsWordStart = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientSearchTerm", x => new { x.PatientId, x.Term });
                    table.ForeignKey(
                        name: "FK_PatientSearchTerm_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PortalCode",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    UsedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    VoidedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Made_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Made_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Made_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortalCode", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PortalCode_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccountRole",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountRole", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AccountRole_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccountRole_Role_RoleId",
                        column: x => x.RoleId,
                        principalTable: "Role",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoleClaim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleClaim_Role_RoleId",
                        column: x => x.RoleId,
                        principalTable: "Role",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WardId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Label = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Changed_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Changed_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Changed_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bed", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bed_Ward_WardId",
                        column: x => x.WardId,
                        principalTable: "Ward",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Appointment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false, defaultValueSql: "NEXT VALUE FOR [AppointmentNumbers]"),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PractitionerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Mode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    WalkInOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ReasonText = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Priority = table.Column<int>(type: "int", nullable: false),
                    OverlapReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CheckedInAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CompletedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    CancelReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Booked_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Booked_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Booked_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Cancelled_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Cancelled_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Cancelled_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appointment", x => x.Id);
                    table.CheckConstraint("CK_Appointments_EndsLater", "\"EndsAt\" > \"StartsAt\"");
                    table.ForeignKey(
                        name: "FK_Appointment_Appointment_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "Appointment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appointment_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appointment_Practitioner_PractitionerId",
                        column: x => x.PractitionerId,
                        principalTable: "Practitioner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Availability",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PractitionerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<TimeOnly>(type: "time", nullable: false),
                    Until = table.Column<TimeOnly>(type: "time", nullable: false),
                    SlotMinutes = table.Column<int>(type: "int", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    EffectiveUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Availability", x => x.Id);
                    table.CheckConstraint("CK_Availabilities_SlotMinutes", "\"SlotMinutes\" >= 5");
                    table.ForeignKey(
                        name: "FK_Availability_Practitioner_PractitionerId",
                        column: x => x.PractitionerId,
                        principalTable: "Practitioner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AvailabilityException",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PractitionerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    From = table.Column<TimeOnly>(type: "time", nullable: true),
                    Until = table.Column<TimeOnly>(type: "time", nullable: true),
                    SlotMinutes = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AvailabilityException", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AvailabilityException_Practitioner_PractitionerId",
                        column: x => x.PractitionerId,
                        principalTable: "Practitioner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CareTeamMember",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PractitionerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Added_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Added_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Added_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Ended_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Ended_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Ended_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareTeamMember", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CareTeamMember_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CareTeamMember_Practitioner_PractitionerId",
                        column: x => x.PractitionerId,
                        principalTable: "Practitioner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WardDuty",
                columns: table => new
                {
                    PractitionerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WardId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WardDuty", x => new { x.PractitionerId, x.WardId });
                    table.ForeignKey(
                        name: "FK_WardDuty_Practitioner_PractitionerId",
                        column: x => x.PractitionerId,
                        principalTable: "Practitioner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WardDuty_Ward_WardId",
                        column: x => x.WardId,
                        principalTable: "Ward",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Credit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BillId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Amount_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Given_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Given_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Given_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Credit", x => x.Id);
                    table.CheckConstraint("CK_Credit_AboveZero", "\"Amount_Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_Credit_Bill_BillId",
                        column: x => x.BillId,
                        principalTable: "Bill",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Receipt",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BillId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    VerificationCode = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Taken_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Taken_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Taken_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipt", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Receipt_Bill_BillId",
                        column: x => x.BillId,
                        principalTable: "Bill",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Encounter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false, defaultValueSql: "NEXT VALUE FOR [EncounterNumbers]"),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PractitionerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AppointmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TookPlaceAtId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Class = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    ChiefComplaint = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CancelReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Priority = table.Column<int>(type: "int", nullable: false),
                    TriagedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    TriagedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TypeCode_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    TypeCode_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    TypeCode_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Encounter", x => x.Id);
                    table.CheckConstraint("CK_Encounters_Priority", "\"Priority\" BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "FK_Encounter_Appointment_AppointmentId",
                        column: x => x.AppointmentId,
                        principalTable: "Appointment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Encounter_OutsideOrganization_TookPlaceAtId",
                        column: x => x.TookPlaceAtId,
                        principalTable: "OutsideOrganization",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Encounter_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Encounter_Practitioner_PractitionerId",
                        column: x => x.PractitionerId,
                        principalTable: "Practitioner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SlotAtom",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AppointmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PractitionerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SlotAtom", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SlotAtom_Appointment_AppointmentId",
                        column: x => x.AppointmentId,
                        principalTable: "Appointment",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SlotAtom_Practitioner_PractitionerId",
                        column: x => x.PractitionerId,
                        principalTable: "Practitioner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Payment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Method = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Amount_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Given_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Given_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true),
                    Refunded_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Refunded_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payment", x => x.Id);
                    table.CheckConstraint("CK_Payment_AboveZero", "\"Amount_Amount\" > 0");
                    table.CheckConstraint("CK_Payment_Given", "\"Given_Amount\" IS NULL OR \"Given_Amount\" >= \"Amount_Amount\"");
                    table.CheckConstraint("CK_Payment_RefundedWithin", "\"Refunded_Amount\" >= 0 AND \"Refunded_Amount\" <= \"Amount_Amount\"");
                    table.ForeignKey(
                        name: "FK_Payment_Receipt_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "Receipt",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Admission",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false, defaultValueSql: "NEXT VALUE FOR [AdmissionNumbers]"),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PractitionerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    AdmittedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    CancelReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Admitted_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Admitted_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Admitted_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Discharge_Destination = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Discharge_OverrideReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Discharge_Summary = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Ended_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Ended_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Ended_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Admission", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Admission_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Admission_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Admission_Practitioner_PractitionerId",
                        column: x => x.PractitionerId,
                        principalTable: "Practitioner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Charge",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SourceKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ServiceCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Description = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    BillId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CancelReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Amount_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true),
                    Cancelled_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Cancelled_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Cancelled_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Raised_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Raised_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Raised_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    UnitPrice_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    UnitPrice_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Charge", x => x.Id);
                    table.CheckConstraint("CK_Charge_Quantity", "\"Quantity\" > 0");
                    table.ForeignKey(
                        name: "FK_Charge_Bill_BillId",
                        column: x => x.BillId,
                        principalTable: "Bill",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Charge_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Charge_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClinicalNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    SealReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Author_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Author_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Author_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Sealed_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Sealed_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Sealed_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Signed_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Signed_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Signed_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClinicalNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClinicalNote_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Condition",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Category = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OnsetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AbatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ErrorReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Concept_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Concept_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Concept_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EnteredInError_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EnteredInError_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    EnteredInError_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Recorded_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Recorded_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Recorded_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Condition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Condition_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Condition_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Diagnosis",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rank = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Certainty = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    VoidReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Concept_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Concept_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Concept_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Recorded_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Recorded_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Recorded_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Voided_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Voided_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Voided_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Diagnosis", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Diagnosis_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Immunization",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    GivenAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LotNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Site = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Recorded_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Recorded_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Recorded_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Vaccine_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Vaccine_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Vaccine_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Immunization", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Immunization_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Immunization_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LabOrder",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false, defaultValueSql: "NEXT VALUE FOR [LabOrderNumbers]"),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OrderedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Urgency = table.Column<int>(type: "int", maxLength: 40, nullable: false),
                    ClinicalNotes = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    VerificationCode = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ordered_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ordered_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Ordered_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LabOrder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LabOrder_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabOrder_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabOrder_Practitioner_OrderedById",
                        column: x => x.OrderedById,
                        principalTable: "Practitioner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Observation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Category = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ObservedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Unit = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Concept_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Concept_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Concept_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ValueCode_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ValueCode_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ValueCode_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Parts = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Observation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Observation_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Observation_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PastClaim",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Payer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    BilledAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Total_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Total_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PastClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PastClaim_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PastClaim_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Prescription",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false, defaultValueSql: "NEXT VALUE FOR [PrescriptionNumbers]"),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PrescriberId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Urgency = table.Column<int>(type: "int", maxLength: 40, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    CancelReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VerificationCode = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Cancelled_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Cancelled_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Cancelled_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    CheckedByHand_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CheckedByHand_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    CheckedByHand_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Signed_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Signed_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Signed_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Prescription", x => x.Id);
                    table.CheckConstraint("CK_Prescription_Signed", "\"Status\" NOT IN ('Signed', 'PartlyDispensed', 'Dispensed') OR \"Signed_At\" IS NOT NULL OR \"ImportedFrom\" IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_Prescription_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Prescription_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Prescription_Practitioner_PrescriberId",
                        column: x => x.PrescriberId,
                        principalTable: "Practitioner",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Prescription_Prescription_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "Prescription",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Procedure",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PerformedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Concept_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Concept_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Concept_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Reason_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Reason_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Reason_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Recorded_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Recorded_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Recorded_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Procedure", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Procedure_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Procedure_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VitalSigns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TakenAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    SystolicMmHg = table.Column<int>(type: "int", nullable: true),
                    DiastolicMmHg = table.Column<int>(type: "int", nullable: true),
                    HeartRatePerMin = table.Column<int>(type: "int", nullable: true),
                    RespiratoryRatePerMin = table.Column<int>(type: "int", nullable: true),
                    TemperatureC = table.Column<decimal>(type: "decimal(4,1)", precision: 4, scale: 1, nullable: true),
                    OxygenSaturationPercent = table.Column<int>(type: "int", nullable: true),
                    OnOxygen = table.Column<bool>(type: "bit", nullable: true),
                    Consciousness = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    WeightKg = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    HeightCm = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    PainScore = table.Column<int>(type: "int", nullable: true),
                    GlucoseMmolL = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    ErrorReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredInError_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EnteredInError_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    EnteredInError_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Recorded_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Recorded_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Recorded_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VitalSigns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VitalSigns_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VitalSigns_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Refund",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PaymentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Amount_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Given_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Given_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Given_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refund", x => x.Id);
                    table.CheckConstraint("CK_Refund_AboveZero", "\"Amount_Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_Refund_Payment_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "Payment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BedStay",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AdmissionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BedStay", x => x.Id);
                    table.CheckConstraint("CK_BedStays_Ends_after_it_begins", "\"Until\" IS NULL OR \"Until\" >= \"From\"");
                    table.ForeignKey(
                        name: "FK_BedStay_Admission_AdmissionId",
                        column: x => x.AdmissionId,
                        principalTable: "Admission",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BedStay_Bed_BedId",
                        column: x => x.BedId,
                        principalTable: "Bed",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BillLine",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChargeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Description = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    BillId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Amount_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true),
                    Discount_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Discount_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    UnitPrice_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    UnitPrice_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillLine", x => x.Id);
                    table.CheckConstraint("CK_BillLine_Discount", "\"Discount_Amount\" >= 0 AND (\"Amount_Amount\" IS NULL OR \"Discount_Amount\" <= \"Amount_Amount\")");
                    table.ForeignKey(
                        name: "FK_BillLine_Bill_BillId",
                        column: x => x.BillId,
                        principalTable: "Bill",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BillLine_Charge_ChargeId",
                        column: x => x.ChargeId,
                        principalTable: "Charge",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoteAmendment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NoteId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Signed_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Signed_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Signed_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteAmendment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoteAmendment_ClinicalNote_NoteId",
                        column: x => x.NoteId,
                        principalTable: "ClinicalNote",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Specimen",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false, defaultValueSql: "NEXT VALUE FOR [SpecimenNumbers]"),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CollectedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    RejectionReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collected_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Collected_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Collected_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Received_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Received_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Received_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Rejected_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Rejected_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Rejected_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Specimen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Specimen_LabOrder_OrderId",
                        column: x => x.OrderId,
                        principalTable: "LabOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PrescriptionItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PrescriptionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    MedicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IngredientCodes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    QuantityUnit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Refills = table.Column<int>(type: "int", nullable: false),
                    Instructions = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Check = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CheckedBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    QuantityDispensed = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Code_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Code_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Medicine = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Override = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrescriptionItem", x => x.Id);
                    table.CheckConstraint("CK_PrescriptionItem_NeverTooMuch", "\"QuantityDispensed\" >= 0 AND \"QuantityDispensed\" <= COALESCE(\"Quantity\", 0) * (1 + \"Refills\")");
                    table.ForeignKey(
                        name: "FK_PrescriptionItem_Medication_MedicationId",
                        column: x => x.MedicationId,
                        principalTable: "Medication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PrescriptionItem_Prescription_PrescriptionId",
                        column: x => x.PrescriptionId,
                        principalTable: "Prescription",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LabOrderItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LabTestId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SpecimenKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Urgency = table.Column<int>(type: "int", maxLength: 40, nullable: false),
                    OrderedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SpecimenId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RecollectionOfId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FirstItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Released_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Released_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Released_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Reviewed_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reviewed_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Reviewed_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Stopped_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Stopped_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Stopped_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Test_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Test_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Test_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Verified_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Verified_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Verified_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LabOrderItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LabOrderItem_LabOrderItem_RecollectionOfId",
                        column: x => x.RecollectionOfId,
                        principalTable: "LabOrderItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabOrderItem_LabOrder_OrderId",
                        column: x => x.OrderId,
                        principalTable: "LabOrder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabOrderItem_LabTest_LabTestId",
                        column: x => x.LabTestId,
                        principalTable: "LabTest",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabOrderItem_Specimen_SpecimenId",
                        column: x => x.SpecimenId,
                        principalTable: "Specimen",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Dispense",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PrescriptionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    LaterBatchReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Alerts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    By_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Price_Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Price_Currency = table.Column<string>(type: "char(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: false),
                    Portions = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dispense", x => x.Id);
                    table.CheckConstraint("CK_Dispense_Quantity", "\"Quantity\" > 0");
                    table.ForeignKey(
                        name: "FK_Dispense_PrescriptionItem_ItemId",
                        column: x => x.ItemId,
                        principalTable: "PrescriptionItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Dispense_Prescription_PrescriptionId",
                        column: x => x.PrescriptionId,
                        principalTable: "Prescription",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LabResult",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PatientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AnalyteCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    NumericValue = table.Column<decimal>(type: "decimal(19,6)", precision: 19, scale: 6, nullable: true),
                    TextValue = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Unit = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Decimals = table.Column<int>(type: "int", nullable: false),
                    RangeLow = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    RangeHigh = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    RangeText = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Flag = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CollectedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    IsCurrent = table.Column<bool>(type: "bit", nullable: false),
                    IsReleased = table.Column<bool>(type: "bit", nullable: false),
                    CorrectsId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CorrectionReason = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    ImportedFrom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Analyte_Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Analyte_Display = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Analyte_System = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Entered_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Entered_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Entered_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Released_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Released_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Released_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Verified_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Verified_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Verified_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LabResult", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LabResult_Encounter_EncounterId",
                        column: x => x.EncounterId,
                        principalTable: "Encounter",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabResult_LabOrderItem_ItemId",
                        column: x => x.ItemId,
                        principalTable: "LabOrderItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabResult_LabResult_CorrectsId",
                        column: x => x.CorrectsId,
                        principalTable: "LabResult",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LabResult_Patient_PatientId",
                        column: x => x.PatientId,
                        principalTable: "Patient",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StockMovement",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MedicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    DispenseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By_AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By_At = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    By_Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockMovement", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockMovement_Dispense_DispenseId",
                        column: x => x.DispenseId,
                        principalTable: "Dispense",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockMovement_Medication_MedicationId",
                        column: x => x.MedicationId,
                        principalTable: "Medication",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StockMovement_StockBatch_BatchId",
                        column: x => x.BatchId,
                        principalTable: "StockBatch",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessAlarm_At_Id",
                table: "AccessAlarm",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessAlarm_Key",
                table: "AccessAlarm",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccessAlarm_PatientId",
                table: "AccessAlarm",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Account",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Account_PatientId",
                table: "Account",
                column: "PatientId",
                unique: true,
                filter: "\"PatientId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Account_PractitionerId",
                table: "Account",
                column: "PractitionerId",
                unique: true,
                filter: "\"PractitionerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Account",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccountClaim_UserId",
                table: "AccountClaim",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLink_AccountId_MadeAt",
                table: "AccountLink",
                columns: new[] { "AccountId", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountLink_EndsAt",
                table: "AccountLink",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLink_TokenHash",
                table: "AccountLink",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogin_UserId",
                table: "AccountLogin",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountPasskey_UserId",
                table: "AccountPasskey",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountRole_RoleId",
                table: "AccountRole",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_Admission_EncounterId",
                table: "Admission",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_Admission_EndedAt_AdmittedAt",
                table: "Admission",
                columns: new[] { "EndedAt", "AdmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Admission_Number",
                table: "Admission",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Admission_PatientId",
                table: "Admission",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Admission_PractitionerId",
                table: "Admission",
                column: "PractitionerId");

            migrationBuilder.CreateIndex(
                name: "IX_Admissions_OneOpenPerPatient",
                table: "Admission",
                column: "PatientId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Allergy_ImportedFrom",
                table: "Allergy",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Allergy_PatientId",
                table: "Allergy",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Analyte_TestId_Code",
                table: "Analyte",
                columns: new[] { "TestId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appointment_ImportedFrom",
                table: "Appointment",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Appointment_Number",
                table: "Appointment",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appointment_OneWalkInAtATime",
                table: "Appointment",
                columns: new[] { "PatientId", "PractitionerId", "WalkInOn" },
                unique: true,
                filter: "\"WalkInOn\" IS NOT NULL AND \"Status\" IN ('CheckedIn', 'InProgress')");

            migrationBuilder.CreateIndex(
                name: "IX_Appointment_PatientId_StartsAt",
                table: "Appointment",
                columns: new[] { "PatientId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointment_PractitionerId_StartsAt",
                table: "Appointment",
                columns: new[] { "PractitionerId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointment_ReplacesId",
                table: "Appointment",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_Appointment_StartsAt_Id",
                table: "Appointment",
                columns: new[] { "StartsAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointment_Status_EndsAt",
                table: "Appointment",
                columns: new[] { "Status", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Article_PublishedAt_Id",
                table: "Article",
                columns: new[] { "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Article_Slug",
                table: "Article",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditCheck_StartedAt",
                table: "AuditCheck",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntry_AccountId_Sequence",
                table: "AuditEntry",
                columns: new[] { "AccountId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntry_Action_Sequence",
                table: "AuditEntry",
                columns: new[] { "Action", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntry_At_Sequence",
                table: "AuditEntry",
                columns: new[] { "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntry_IsSecurity_Sequence",
                table: "AuditEntry",
                columns: new[] { "IsSecurity", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntry_PatientId_Sequence",
                table: "AuditEntry",
                columns: new[] { "PatientId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Availability_PractitionerId",
                table: "Availability",
                column: "PractitionerId");

            migrationBuilder.CreateIndex(
                name: "IX_AvailabilityException_PractitionerId_Date",
                table: "AvailabilityException",
                columns: new[] { "PractitionerId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Bed_WardId_Label",
                table: "Bed",
                columns: new[] { "WardId", "Label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BedStay_AdmissionId",
                table: "BedStay",
                column: "AdmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_BedStay_BedId",
                table: "BedStay",
                column: "BedId");

            migrationBuilder.CreateIndex(
                name: "IX_BedStays_OneOpenPerBed",
                table: "BedStay",
                column: "BedId",
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Bill_Number",
                table: "Bill",
                column: "Number",
                unique: true,
                filter: "\"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Bill_PatientId",
                table: "Bill",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Bill_VerificationCode",
                table: "Bill",
                column: "VerificationCode",
                unique: true,
                filter: "\"VerificationCode\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BillLine_BillId",
                table: "BillLine",
                column: "BillId");

            migrationBuilder.CreateIndex(
                name: "IX_BillLine_ChargeId",
                table: "BillLine",
                column: "ChargeId");

            migrationBuilder.CreateIndex(
                name: "IX_CareTeamMember_PatientId_PractitionerId",
                table: "CareTeamMember",
                columns: new[] { "PatientId", "PractitionerId" });

            migrationBuilder.CreateIndex(
                name: "IX_CareTeamMember_PractitionerId",
                table: "CareTeamMember",
                column: "PractitionerId");

            migrationBuilder.CreateIndex(
                name: "IX_Charge_BillId",
                table: "Charge",
                column: "BillId");

            migrationBuilder.CreateIndex(
                name: "IX_Charge_EncounterId",
                table: "Charge",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_Charge_Open",
                table: "Charge",
                column: "PatientId",
                filter: "\"BillId\" IS NULL AND \"CancelReason\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Charge_SourceKind_SourceId",
                table: "Charge",
                columns: new[] { "SourceKind", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClinicalNote_EncounterId_Status",
                table: "ClinicalNote",
                columns: new[] { "EncounterId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Condition_EncounterId",
                table: "Condition",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_Condition_ImportedFrom",
                table: "Condition",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Condition_PatientId_Status",
                table: "Condition",
                columns: new[] { "PatientId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Credit_BillId",
                table: "Credit",
                column: "BillId");

            migrationBuilder.CreateIndex(
                name: "IX_Credit_Number",
                table: "Credit",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Department_Code",
                table: "Department",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Department_Name",
                table: "Department",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Diagnosis_EncounterId",
                table: "Diagnosis",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_Dispense_ItemId",
                table: "Dispense",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Dispense_PrescriptionId",
                table: "Dispense",
                column: "PrescriptionId");

            migrationBuilder.CreateIndex(
                name: "IX_DrugKnowledge_Edition",
                table: "DrugKnowledge",
                column: "Edition",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyAccess_AccountId",
                table: "EmergencyAccess",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyAccess_PatientId_AccountId_EndsAt",
                table: "EmergencyAccess",
                columns: new[] { "PatientId", "AccountId", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyAccess_StartedAt_Id",
                table: "EmergencyAccess",
                columns: new[] { "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Encounter_AppointmentId",
                table: "Encounter",
                column: "AppointmentId",
                unique: true,
                filter: "\"AppointmentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Encounter_ImportedFrom",
                table: "Encounter",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Encounter_Number",
                table: "Encounter",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Encounter_PatientId_StartedAt",
                table: "Encounter",
                columns: new[] { "PatientId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Encounter_PractitionerId_Status_StartedAt",
                table: "Encounter",
                columns: new[] { "PractitionerId", "Status", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Encounter_Status_Priority_StartedAt",
                table: "Encounter",
                columns: new[] { "Status", "Priority", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Encounter_TookPlaceAtId",
                table: "Encounter",
                column: "TookPlaceAtId");

            migrationBuilder.CreateIndex(
                name: "IX_Facility_IsThisOne",
                table: "Facility",
                column: "IsThisOne",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormSubmission_At",
                table: "FormSubmission",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_HeldForm_AccountId",
                table: "HeldForm",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_HeldForm_At",
                table: "HeldForm",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_IcdWord_Code",
                table: "IcdWord",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_Immunization_EncounterId",
                table: "Immunization",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_Immunization_ImportedFrom",
                table: "Immunization",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Immunization_PatientId_GivenAt",
                table: "Immunization",
                columns: new[] { "PatientId", "GivenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_JobRun_Name_DueAt",
                table: "JobRun",
                columns: new[] { "Name", "DueAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LabOrder_EncounterId",
                table: "LabOrder",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_LabOrder_ImportedFrom",
                table: "LabOrder",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LabOrder_Number",
                table: "LabOrder",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LabOrder_OrderedById",
                table: "LabOrder",
                column: "OrderedById");

            migrationBuilder.CreateIndex(
                name: "IX_LabOrder_PatientId",
                table: "LabOrder",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_LabOrder_VerificationCode",
                table: "LabOrder",
                column: "VerificationCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LabOrderItem_LabTestId",
                table: "LabOrderItem",
                column: "LabTestId");

            migrationBuilder.CreateIndex(
                name: "IX_LabOrderItem_OrderId",
                table: "LabOrderItem",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_LabOrderItem_RecollectionOfId",
                table: "LabOrderItem",
                column: "RecollectionOfId");

            migrationBuilder.CreateIndex(
                name: "IX_LabOrderItem_SpecimenId",
                table: "LabOrderItem",
                column: "SpecimenId");

            migrationBuilder.CreateIndex(
                name: "IX_LabOrderItem_Status_Urgency_OrderedAt_Id",
                table: "LabOrderItem",
                columns: new[] { "Status", "Urgency", "OrderedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LabResult_CorrectsId",
                table: "LabResult",
                column: "CorrectsId",
                unique: true,
                filter: "\"CorrectsId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LabResult_EncounterId",
                table: "LabResult",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_LabResult_ImportedFrom",
                table: "LabResult",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LabResult_ItemId",
                table: "LabResult",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_LabResult_PatientId_AnalyteCode_CollectedAt",
                table: "LabResult",
                columns: new[] { "PatientId", "AnalyteCode", "CollectedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LabTest_Code",
                table: "LabTest",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LabTest_Name",
                table: "LabTest",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Medication_GenericName_Strength",
                table: "Medication",
                columns: new[] { "GenericName", "Strength" });

            migrationBuilder.CreateIndex(
                name: "IX_NoteAmendment_NoteId_Number",
                table: "NoteAmendment",
                columns: new[] { "NoteId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notification_AccountId_CreatedAt_Id",
                table: "Notification",
                columns: new[] { "AccountId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notification_ExpiresAt",
                table: "Notification",
                column: "ExpiresAt",
                filter: "\"ExpiresAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notification_PatientId",
                table: "Notification",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Observation_EncounterId",
                table: "Observation",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_Observation_ImportedFrom",
                table: "Observation",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Observation_PatientId_ObservedAt",
                table: "Observation",
                columns: new[] { "PatientId", "ObservedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMail_Key",
                table: "OutgoingMail",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMail_QueuedAt",
                table: "OutgoingMail",
                column: "QueuedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMail_Status_NextAttemptAt",
                table: "OutgoingMail",
                columns: new[] { "Status", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutsideOrganization_ImportedFrom",
                table: "OutsideOrganization",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PasskeyChallenge_EndsAt",
                table: "PasskeyChallenge",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_PastClaim_EncounterId",
                table: "PastClaim",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_PastClaim_ImportedFrom",
                table: "PastClaim",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PastClaim_PatientId_BilledAt",
                table: "PastClaim",
                columns: new[] { "PatientId", "BilledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Patient_ImportedFrom",
                table: "Patient",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Patient_IsConfidential",
                table: "Patient",
                column: "IsConfidential");

            migrationBuilder.CreateIndex(
                name: "IX_Patient_ListName_Id",
                table: "Patient",
                columns: new[] { "ListName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Patient_Number",
                table: "Patient",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Patient_PhoneEndIndex",
                table: "Patient",
                column: "PhoneEndIndex");

            migrationBuilder.CreateIndex(
                name: "IX_Patient_PhoneIndex",
                table: "Patient",
                column: "PhoneIndex");

            migrationBuilder.CreateIndex(
                name: "IX_PatientFlag_OneActiveOfAKind",
                table: "PatientFlag",
                columns: new[] { "PatientId", "Kind" },
                unique: true,
                filter: "\"ResolveReason\" IS NULL AND \"Kind\" <> 'Infection' AND \"Kind\" <> 'Other'");

            migrationBuilder.CreateIndex(
                name: "IX_PatientFlag_PatientId",
                table: "PatientFlag",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_PatientIdentifier_PatientId",
                table: "PatientIdentifier",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_PatientIdentifier_System_ValueIndex",
                table: "PatientIdentifier",
                columns: new[] { "System", "ValueIndex" },
                unique: true,
                filter: "[ValueIndex] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PatientIdentifier_ValueIndex",
                table: "PatientIdentifier",
                column: "ValueIndex");

            migrationBuilder.CreateIndex(
                name: "IX_PatientProxy_AccountId_PatientId",
                table: "PatientProxy",
                columns: new[] { "AccountId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatientProxy_PatientId",
                table: "PatientProxy",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_PatientSearchTerm_Term_PatientId_IsWordStart",
                table: "PatientSearchTerm",
                columns: new[] { "Term", "PatientId", "IsWordStart" });

            migrationBuilder.CreateIndex(
                name: "IX_Payment_ReceiptId",
                table: "Payment",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_PortalCode_CodeHash",
                table: "PortalCode",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PortalCode_PatientId",
                table: "PortalCode",
                column: "PatientId");

            migrationBuilder.CreateIndex(
                name: "IX_Practitioner_DepartmentId",
                table: "Practitioner",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Practitioner_ImportedFrom",
                table: "Practitioner",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Practitioner_LicenceNumber",
                table: "Practitioner",
                column: "LicenceNumber",
                unique: true,
                filter: "\"LicenceNumber\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Practitioner_Profession_FamilyName_Id",
                table: "Practitioner",
                columns: new[] { "Profession", "FamilyName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Prescription_EncounterId",
                table: "Prescription",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_Prescription_ImportedFrom",
                table: "Prescription",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Prescription_Number",
                table: "Prescription",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Prescription_PatientId_WrittenAt",
                table: "Prescription",
                columns: new[] { "PatientId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Prescription_PrescriberId",
                table: "Prescription",
                column: "PrescriberId");

            migrationBuilder.CreateIndex(
                name: "IX_Prescription_Queue",
                table: "Prescription",
                columns: new[] { "Urgency", "Number" },
                filter: "\"Status\" IN ('Signed', 'PartlyDispensed')");

            migrationBuilder.CreateIndex(
                name: "IX_Prescription_ReplacesId",
                table: "Prescription",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_Prescription_VerificationCode",
                table: "Prescription",
                column: "VerificationCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrescriptionItem_MedicationId",
                table: "PrescriptionItem",
                column: "MedicationId");

            migrationBuilder.CreateIndex(
                name: "IX_PrescriptionItem_PrescriptionId",
                table: "PrescriptionItem",
                column: "PrescriptionId");

            migrationBuilder.CreateIndex(
                name: "IX_Printout_Kind_SubjectId",
                table: "Printout",
                columns: new[] { "Kind", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyPolicy_Edition",
                table: "PrivacyPolicy",
                column: "Edition",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyPolicy_Status",
                table: "PrivacyPolicy",
                column: "Status",
                unique: true,
                filter: "\"Status\" = 'Active'");

            migrationBuilder.CreateIndex(
                name: "IX_Procedure_EncounterId",
                table: "Procedure",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_Procedure_ImportedFrom",
                table: "Procedure",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Procedure_PatientId_PerformedAt",
                table: "Procedure",
                columns: new[] { "PatientId", "PerformedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Receipt_BillId",
                table: "Receipt",
                column: "BillId");

            migrationBuilder.CreateIndex(
                name: "IX_Receipt_Day",
                table: "Receipt",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_Receipt_Number",
                table: "Receipt",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipt_VerificationCode",
                table: "Receipt",
                column: "VerificationCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refund_Day",
                table: "Refund",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_Refund_Number",
                table: "Refund",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refund_PaymentId",
                table: "Refund",
                column: "PaymentId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "Role",
                column: "NormalizedName",
                unique: true,
                filter: "[NormalizedName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RoleClaim_RoleId",
                table: "RoleClaim",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "IX_Service_Code_EffectiveFrom",
                table: "Service",
                columns: new[] { "Code", "EffectiveFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Session_AccountId_StartedAt",
                table: "Session",
                columns: new[] { "AccountId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Session_EndsAt",
                table: "Session",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Session_KeyHash",
                table: "Session",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInTries_LastAt",
                table: "SignInTries",
                column: "LastAt");

            migrationBuilder.CreateIndex(
                name: "IX_SlotAtom_AppointmentId",
                table: "SlotAtom",
                column: "AppointmentId");

            migrationBuilder.CreateIndex(
                name: "IX_SlotAtom_PractitionerId_StartsAt",
                table: "SlotAtom",
                columns: new[] { "PractitionerId", "StartsAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Specimen_Number",
                table: "Specimen",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Specimen_OrderId",
                table: "Specimen",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_StockBatch_ExpiresOn",
                table: "StockBatch",
                column: "ExpiresOn",
                filter: "\"QuantityOnHand\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_StockBatch_MedicationId_BatchNumber",
                table: "StockBatch",
                columns: new[] { "MedicationId", "BatchNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockMovement_BatchId",
                table: "StockMovement",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_StockMovement_DispenseId",
                table: "StockMovement",
                column: "DispenseId");

            migrationBuilder.CreateIndex(
                name: "IX_StockMovement_MedicationId_At",
                table: "StockMovement",
                columns: new[] { "MedicationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_VitalSigns_EncounterId",
                table: "VitalSigns",
                column: "EncounterId");

            migrationBuilder.CreateIndex(
                name: "IX_VitalSigns_ImportedFrom",
                table: "VitalSigns",
                column: "ImportedFrom",
                unique: true,
                filter: "\"ImportedFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_VitalSigns_PatientId_TakenAt",
                table: "VitalSigns",
                columns: new[] { "PatientId", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Ward_Code",
                table: "Ward",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WardDuty_WardId",
                table: "WardDuty",
                column: "WardId");

            migrationBuilder.Sql(HospitalWeb.Data.Guards.SqlServer);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessAlarm");

            migrationBuilder.DropTable(
                name: "AccountClaim");

            migrationBuilder.DropTable(
                name: "AccountLink");

            migrationBuilder.DropTable(
                name: "AccountLogin");

            migrationBuilder.DropTable(
                name: "AccountPasskey");

            migrationBuilder.DropTable(
                name: "AccountRole");

            migrationBuilder.DropTable(
                name: "AccountToken");

            migrationBuilder.DropTable(
                name: "Allergy");

            migrationBuilder.DropTable(
                name: "Analyte");

            migrationBuilder.DropTable(
                name: "Article");

            migrationBuilder.DropTable(
                name: "AuditCheck");

            migrationBuilder.DropTable(
                name: "AuditEntry");

            migrationBuilder.DropTable(
                name: "AuditHead");

            migrationBuilder.DropTable(
                name: "AuditSegment");

            migrationBuilder.DropTable(
                name: "Availability");

            migrationBuilder.DropTable(
                name: "AvailabilityException");

            migrationBuilder.DropTable(
                name: "BedStay");

            migrationBuilder.DropTable(
                name: "BillLine");

            migrationBuilder.DropTable(
                name: "CareTeamMember");

            migrationBuilder.DropTable(
                name: "Condition");

            migrationBuilder.DropTable(
                name: "Credit");

            migrationBuilder.DropTable(
                name: "DataKey");

            migrationBuilder.DropTable(
                name: "DataProtectionKey");

            migrationBuilder.DropTable(
                name: "Diagnosis");

            migrationBuilder.DropTable(
                name: "DrugKnowledge");

            migrationBuilder.DropTable(
                name: "EmergencyAccess");

            migrationBuilder.DropTable(
                name: "Facility");

            migrationBuilder.DropTable(
                name: "Faq");

            migrationBuilder.DropTable(
                name: "FormSubmission");

            migrationBuilder.DropTable(
                name: "HeldForm");

            migrationBuilder.DropTable(
                name: "IcdWord");

            migrationBuilder.DropTable(
                name: "Immunization");

            migrationBuilder.DropTable(
                name: "JobRun");

            migrationBuilder.DropTable(
                name: "LabResult");

            migrationBuilder.DropTable(
                name: "NoteAmendment");

            migrationBuilder.DropTable(
                name: "Notification");

            migrationBuilder.DropTable(
                name: "NumberSeries");

            migrationBuilder.DropTable(
                name: "Observation");

            migrationBuilder.DropTable(
                name: "OutgoingMail");

            migrationBuilder.DropTable(
                name: "PasskeyChallenge");

            migrationBuilder.DropTable(
                name: "PastClaim");

            migrationBuilder.DropTable(
                name: "PatientFlag");

            migrationBuilder.DropTable(
                name: "PatientIdentifier");

            migrationBuilder.DropTable(
                name: "PatientProxy");

            migrationBuilder.DropTable(
                name: "PatientSearchTerm");

            migrationBuilder.DropTable(
                name: "PortalCode");

            migrationBuilder.DropTable(
                name: "Printout");

            migrationBuilder.DropTable(
                name: "PrivacyPolicy");

            migrationBuilder.DropTable(
                name: "Procedure");

            migrationBuilder.DropTable(
                name: "Refund");

            migrationBuilder.DropTable(
                name: "RoleClaim");

            migrationBuilder.DropTable(
                name: "Service");

            migrationBuilder.DropTable(
                name: "Session");

            migrationBuilder.DropTable(
                name: "SignInTries");

            migrationBuilder.DropTable(
                name: "SlotAtom");

            migrationBuilder.DropTable(
                name: "StockMovement");

            migrationBuilder.DropTable(
                name: "UnknownNameCount");

            migrationBuilder.DropTable(
                name: "VitalSigns");

            migrationBuilder.DropTable(
                name: "WardDuty");

            migrationBuilder.DropTable(
                name: "Admission");

            migrationBuilder.DropTable(
                name: "Bed");

            migrationBuilder.DropTable(
                name: "Charge");

            migrationBuilder.DropTable(
                name: "IcdCode");

            migrationBuilder.DropTable(
                name: "LabOrderItem");

            migrationBuilder.DropTable(
                name: "ClinicalNote");

            migrationBuilder.DropTable(
                name: "Payment");

            migrationBuilder.DropTable(
                name: "Role");

            migrationBuilder.DropTable(
                name: "Account");

            migrationBuilder.DropTable(
                name: "Dispense");

            migrationBuilder.DropTable(
                name: "StockBatch");

            migrationBuilder.DropTable(
                name: "Ward");

            migrationBuilder.DropTable(
                name: "LabTest");

            migrationBuilder.DropTable(
                name: "Specimen");

            migrationBuilder.DropTable(
                name: "Receipt");

            migrationBuilder.DropTable(
                name: "PrescriptionItem");

            migrationBuilder.DropTable(
                name: "LabOrder");

            migrationBuilder.DropTable(
                name: "Bill");

            migrationBuilder.DropTable(
                name: "Medication");

            migrationBuilder.DropTable(
                name: "Prescription");

            migrationBuilder.DropTable(
                name: "Encounter");

            migrationBuilder.DropTable(
                name: "Appointment");

            migrationBuilder.DropTable(
                name: "OutsideOrganization");

            migrationBuilder.DropTable(
                name: "Patient");

            migrationBuilder.DropTable(
                name: "Practitioner");

            migrationBuilder.DropTable(
                name: "Department");

            migrationBuilder.DropSequence(
                name: "AdmissionNumbers");

            migrationBuilder.DropSequence(
                name: "AppointmentNumbers");

            migrationBuilder.DropSequence(
                name: "EncounterNumbers");

            migrationBuilder.DropSequence(
                name: "LabOrderNumbers");

            migrationBuilder.DropSequence(
                name: "PatientNumbers");

            migrationBuilder.DropSequence(
                name: "PrescriptionNumbers");

            migrationBuilder.DropSequence(
                name: "SpecimenNumbers");
        }
    }
}
