using System.Globalization;
using HospitalWeb;
using HospitalWeb.Audit;
using HospitalWeb.Data;
using HospitalWeb.Data.Billing;
using HospitalWeb.Data.Laboratory;
using HospitalWeb.Demo;
using HospitalWeb.Interop.Icd10;
using HospitalWeb.Data.Prescribing;
using HospitalWeb.Jobs;
using HospitalWeb.Mail;
using HospitalWeb.Printing;
using HospitalWeb.Security;
using HospitalWeb.Security.Access;
using HospitalWeb.Security.Encryption;
using HospitalWeb.Security.Sessions;
using HospitalWeb.Web;
using HospitalWeb.Web.Live;
using Serilog;

// Numbers and dates are written by the house, not by the machine it stands on.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders().AddSerilog(new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger(), dispose: true);

if (builder.Configuration["HOSPITAL_URL"] is { Length: > 0 } url) builder.WebHost.UseUrls(url);

var database = builder.AddHospitalDatabase();
builder.Services.AddFieldEncryption();
builder.Services.AddHostedService<StartCheck>();
builder.Services.AddSecurityHeaders();
builder.AddReach();
builder.AddRequestLimits();
builder.Services.AddFacilityClock();
builder.Services.AddHospitalSignIn();
builder.AddHospitalDataProtection();
builder.Services.AddAudit();
builder.Services.AddMedicines();
builder.Services.AddFirstStart();
builder.Services.AddSingleton<IReferenceData, IcdStarter>();
builder.Services.AddLaboratory(builder.Configuration);
builder.Services.AddMail();
builder.AddSchedule(database);
builder.AddLiveBoards();
builder.Services.AddHospitalHealth();
builder.Services.AddBilling();
builder.Services.AddPrinting();
if (args.Contains("--demo") || builder.Configuration.GetValue<bool>("Demo:Fill")) builder.AddDemoHospital();
builder.Services.AddHospitalPages();

var app = builder.Build();
if (Command.Find(args) is { } command) return await command.RunAsync(app, args);

app.UseKnownProxies();
app.UseHttpsOfItsOwn();
app.UseFrontDoor();
app.UseErrorPages();
app.UseProxyAddress();
app.UseRouting();
app.UseAuthentication();
app.UseRateLimiter();
app.UseSessionGate();
app.UseProxyGate();
app.UseFirstStart();
app.UseAuthorization();
app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
app.UseLiveBoards();
app.MapSession();
app.MapPasskeys();
app.MapHealth();
app.MapCspReports();
app.MapRazorPages().WithStaticAssets();
app.MapNothingElse();
await app.RunAsync();
return 0;

public partial class Program;
