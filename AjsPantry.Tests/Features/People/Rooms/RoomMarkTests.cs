using AjsPantry.Features.People.Rooms;

namespace AjsPantry.Tests.Features.People.Rooms;

/// <summary>What stands for a room where there is no place for its name.</summary>
public sealed class RoomMarkTests
{
    [Theory]
    [InlineData("104", "Room 103", "104")]
    [InlineData(null, "Room 103", "103")]
    [InlineData(null, "West wing 12b", "12b")]
    [InlineData(null, "Kitchen", "Kitchen")]
    [InlineData(null, "North side guests", "Nsg")]
    [InlineData(null, "103", "103")]
    public void A_label_comes_first_then_the_number_then_initials(string? label, string name, string mark) =>
        Assert.Equal(mark, Room.Mark(label, name));
}
