using System.Reflection;
using System.Runtime.CompilerServices;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Tests.Features.Shared.Sweeps;

/// <summary>A folder is seen at a glance, and a name means one thing wherever it stands.</summary>
public sealed class HouseTests
{
    private const int MostFiles = 25;

    private static readonly string[] Places = ["AjsPantry/Features", "AjsPantry/Infrastructure", "AjsPantry.Tests"];

    [Fact]
    public void No_folder_has_more_files_than_one_looks_through()
    {
        var full = Places.SelectMany(folder => Sources.Files(folder, "*"))
            .GroupBy(file => Path.GetRelativePath(Sources.Root, Path.GetDirectoryName(file)!))
            .Where(folder => folder.Count() > MostFiles)
            .Select(folder => $"{folder.Key} has {folder.Count()} files: give what belongs together a folder of its own").ToList();
        Assert.True(full.Count == 0, string.Join('\n', full));
    }

    [Fact]
    public void No_two_classes_share_a_name()
    {
        var twice = typeof(PantryDb).Assembly.GetTypes()
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("AjsPantry.", StringComparison.Ordinal) == true)
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), false))
            .GroupBy(type => type.Name)
            .Where(name => name.Count() > 1)
            .Select(name => $"{string.Join(", ", name.Select(type => type.FullName))}: rename all but one").ToList();
        Assert.True(twice.Count == 0, string.Join('\n', twice));
    }

    /// <summary>A page calls queries and handlers: what it did by itself, a job, an import and a test could not do.</summary>
    [Fact]
    public void No_page_model_takes_the_database()
    {
        var pages = typeof(PantryDb).Assembly.GetTypes().Where(type => typeof(PageModel).IsAssignableFrom(type)).ToList();
        Assert.NotEmpty(pages);
        var takers = pages.Where(page => page.GetConstructors(Anyhow)
            .Any(maker => maker.GetParameters().Any(part => part.ParameterType == typeof(PantryDb))));
        Assert.Empty(takers.Select(page => page.Name));
    }

    private const BindingFlags Anyhow = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
}
