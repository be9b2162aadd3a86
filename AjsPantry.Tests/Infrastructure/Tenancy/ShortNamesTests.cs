using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Tests.Infrastructure.Tenancy;

public sealed class ShortNamesTests
{
    private static readonly string[] Honorifics = ["Mr", "Dr", "Mulla"];

    [Theory]
    [InlineData("Zoya Khan", "Zoya")]
    [InlineData("Dr. Zoya Khan", "Zoya")]
    [InlineData("mr dr Omar", "Omar")]
    [InlineData("Mulla", "Mulla")]
    [InlineData("Drona Sen", "Drona")]
    [InlineData("", "")]
    public void A_form_of_address_is_no_first_name(string name, string shown) => Assert.Equal(shown, ShortNames.Of(name, Honorifics));

    [Theory]
    [InlineData(new[] { "Zoya Khan", "Omar Ali" }, new[] { "Zoya", "Omar" })]
    [InlineData(new[] { "Zoya Khan", "Dr Zoya Ali" }, new[] { "Zoya K.", "Zoya A." })]
    [InlineData(new[] { "Zoya Khan", "Zoya Kapur" }, new[] { "Zoya Khan", "Zoya Kapur" })]
    [InlineData(new[] { "Zoya Bano Khan", "Zoya Noor Khan" }, new[] { "Zoya Bano Khan", "Zoya Noor Khan" })]
    public void Names_grow_until_nobody_is_called_like_another(string[] names, string[] shown)
    {
        var people = names.Select(name => (Id: Guid.NewGuid(), Name: name)).ToList();
        var called = ShortNames.Of(people, Honorifics);
        Assert.Equal(shown, people.Select(person => called[person.Id]));
    }

    [Theory]
    [InlineData("Dr Zoya Bano Khan", "ZK")]
    [InlineData("Meera", "M")]
    [InlineData("", "")]
    public void A_circle_has_the_letters_of_the_first_and_the_last_name(string name, string letters) =>
        Assert.Equal(letters, ShortNames.Initials(name, Honorifics));
}
