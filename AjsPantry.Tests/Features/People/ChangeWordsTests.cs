using AjsPantry.Features.People.Person;

namespace AjsPantry.Tests.Features.People;

public sealed class ChangeWordsTests
{
    private static readonly Dictionary<string, string> Floors = new() { ["f1"] = "Floor 1", ["f2"] = "Floor 2" };

    [Theory]
    [InlineData("""{"Role":"TeaManager"}""", """{"Role":"Member"}""", "Role from Tea manager to Member")]
    [InlineData("""{"FloorId":"f1"}""", """{"FloorId":"f2"}""", "Floor from Floor 1 to Floor 2")]
    [InlineData("""{"Email":null}""", """{"Email":"a@b.example"}""", "Mail from none to a@b.example")]
    [InlineData("""{"DeactivatedAt":null}""", """{"DeactivatedAt":"2026-03-15T09:00:00Z"}""", "Deactivated")]
    [InlineData("""{"DeactivatedAt":"2026-03-15T09:00:00Z"}""", """{"DeactivatedAt":null}""", "Reactivated")]
    [InlineData("""{"Name":"A","UserName":"x/1","Number":"1"}""", """{"Name":"B","UserName":"x/2","Number":"2"}""",
        "Name from A to B; Number from 1 to 2")]
    [InlineData("""{"AccessFailedCount":0}""", """{"AccessFailedCount":1}""", "")]
    [InlineData(null, """{"EndedSessions":2}""", "Signed out everywhere")]
    public void An_entry_reads_as_people_would_say_it(string? before, string after, string words) =>
        Assert.Equal(words, ChangeWords.Of(before, after, Floors));
}
