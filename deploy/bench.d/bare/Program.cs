using Bare;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddDbContextPool<Things>(options => options.UseNpgsql(builder.Configuration.GetConnectionString("Bare")));
var app = builder.Build();
app.MapRazorPages();
app.MapGet("/readyz", () => "ready");
app.Run();
