using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(RandomOrder))]
[assembly: TestCaseOrderer(typeof(RandomOrder))]

namespace AjsPantry.Tests.Support;

/// <summary>
/// Runs classes, and the cases of a class, in an order that depends on the seed of the run and on their names alone: the same seed
/// gives the same order in any folder. A test that leans on another, or disturbs it, fails sooner or later. The longest classes come
/// first, in a random order of their own: one that began last would run alone for minutes.
/// </summary>
public sealed class RandomOrder : ITestCollectionOrderer, ITestCaseOrderer
{
    private static readonly string[] Longest =
        ["PageSweepTests", "StatesOfDaysTests", "StatesOfMoneyTests", "AddressSweepTests", "FormSweepTests", "MarkSweepTests"];

    private static readonly string Seed = Environment.GetEnvironmentVariable("PANTRY_TEST_SEED") ?? "0";

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [
            .. testCollections.OrderByDescending(collection => Longest.Any(collection.TestCollectionDisplayName.Contains))
                .ThenBy(collection => Place(collection.TestCollectionDisplayName))
                    .ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal),
        ];

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
            [.. testCases.OrderBy(test => Place(test.TestCaseDisplayName))
                .ThenBy(test => test.TestCaseDisplayName, StringComparer.Ordinal)];

    private static string Place(string name) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Seed} {name}"))));
}
