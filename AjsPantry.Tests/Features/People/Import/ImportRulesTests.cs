using AjsPantry.Features.People.Import;
using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Tests.Features.People.Import;

public class ImportRulesTests
{
    private static readonly FloorView First = new(new Guid(1, 0, 0, new byte[8]), 1, "Floor 1");
    private static readonly FloorView Roof = new(new Guid(2, 0, 0, new byte[8]), 2, "Roof");

    private static readonly ListFacts Facts = new(
        [First, Roof], First.Id, Role.Member, null,
        new HashSet<string>(["Old-1"], StringComparer.OrdinalIgnoreCase),
        new HashSet<string>(["old@x.example"], StringComparer.OrdinalIgnoreCase));

    private static readonly ListRow Good = new(2, "1001", "Asha", "a@x.example", "+91 98 200-10.01", "2", "tea-manager");

    [Fact]
    public void A_good_row_says_whom_it_makes()
    {
        var row = Check(Good);
        Assert.Equal((RowState.Add, "a@x.example", Roof.Id, Role.TeaManager), (row.State, row.Email, row.FloorId, row.Role));
        Assert.Equal(Roof.Id, Check(Good with { Floor = "ROOF" }).FloorId);
    }

    [Fact]
    public void Rows_that_do_not_say_get_floor_and_role_of_the_form_and_the_tenants_mail_domain()
    {
        var row = ImportRules.Check(
            [new(1, "1001", "", "", "", "", "")], Facts with { MailDomain = "noor.example", DefaultRole = Role.PantryHead })[0];
        Assert.Equal((RowState.Add, "1001@noor.example", First.Id, Role.PantryHead), (row.State, row.Email, row.FloorId, row.Role));
        Assert.Null(Check(Good with { Mail = "" }).Email);
    }

    [Theory]
    [InlineData("", "The number is missing.")]
    [InlineData("123456789012345678901", "The number is longer than 20 characters.")]
    [InlineData("10 01", "The number “10 01” has characters")]
    [InlineData("a@b", "The number “a@b” has characters")]
    [InlineData("n/1", "The number “n/1” has characters")]
    [InlineData("-1", "The number “-1” has characters")]
    [InlineData("DEMO-1", "This is the template's example.")]
    public void A_number_must_be_one(string number, string problem) =>
        Assert.StartsWith(problem, Problem(Good with { Number = number }), StringComparison.Ordinal);

    [Theory]
    [InlineData("asha")]
    [InlineData("asha@here")]
    [InlineData("a b@x.example")]
    [InlineData("Asha <a@x.example>")]
    [InlineData("a..b@demo.example")]
    [InlineData("a@-demo.example")]
    [InlineData("a@[127.0.0.1]")]
    public void A_mail_address_must_be_one(string mail) =>
        Assert.Equal($"“{mail}” is not an email address.", Problem(Good with { Mail = mail }));

    [Fact]
    public void An_address_of_somebody_else_is_named() =>
        Assert.Equal("The email OLD@x.example already belongs to somebody else here.", Problem(Good with { Mail = "OLD@x.example" }));

    [Theory]
    [InlineData("1234")]
    [InlineData("1234567890123456")]
    [InlineData("98a200")]
    [InlineData("98+20010")]
    public void A_phone_number_must_be_one(string phone) =>
        Assert.StartsWith($"“{phone}” is not a phone number.", Problem(Good with { Phone = phone }), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_floor_says_which_floors_exist()
    {
        Assert.Equal("There is no floor “9”. There are: Floor 1, 2 (Roof).", Problem(Good with { Floor = "9" }));
        Assert.Equal("The floor is missing. Write it in the row, or choose a default floor.",
            ImportRules.Check([Good with { Floor = "" }], Facts with { DefaultFloor = null })[0].Problems.Single());
        Assert.Equal("There are no floors yet. Add one first.", ImportRules.Check([Good], Facts with { Floors = [] })[0].Problems.Single());
    }

    [Fact]
    public void A_room_is_one_of_the_floor_by_its_name_or_its_mark()
    {
        var own = new ListedRoom(Guid.NewGuid(), Roof.Id, "Garden room", "G1");
        var other = new ListedRoom(Guid.NewGuid(), First.Id, "Hall", null);
        var facts = Facts with { Rooms = [own, other] };
        foreach (var typed in (string[])["garden ROOM", "g1"])
            Assert.Equal(own.Id, Assert.Single(ImportRules.Check([Good with { Room = typed }], facts)).RoomId);
        Assert.Equal(
            ["There is no room “Hall” on Roof. Add the room first, or leave it empty."],
            Assert.Single(ImportRules.Check([Good with { Room = "Hall" }], facts)).Problems);
        Assert.Null(Check(Good).RoomId);
    }

    [Fact]
    public void Roles_are_three_and_admins_are_made_one_by_one()
    {
        Assert.Equal("There is no role “King”. Write Member, Tea manager or Pantry head.", Problem(Good with { Role = "King" }));
        Assert.Equal("There is no role “Platform operator”. Write Member, Tea manager or Pantry head.",
            Problem(Good with { Role = "Platform operator" }));
        Assert.StartsWith("A list cannot add admins.", Problem(Good with { Role = "ADMIN" }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_may_be_missing_but_not_too_long()
    {
        Assert.Equal(RowState.Add, Check(Good with { Name = "" }).State);
        Assert.Equal("The name is longer than 100 characters.", Problem(Good with { Name = new string('a', 101) }));
    }

    [Fact]
    public void What_is_twice_in_the_list_says_where_it_was_first()
    {
        var rows = ImportRules.Check(
            [Good with { Number = "n1" }, Good with { Line = 3, Number = "N1", Mail = "b@x.example" },
                Good with { Line = 4, Number = "n2", Mail = "A@x.example" }], Facts);
        Assert.Equal([RowState.Add, RowState.Problem, RowState.Problem], rows.Select(row => row.State));
        Assert.Equal(["The number N1 is in row 2 too."], rows[1].Problems);
        Assert.Equal(["The email A@x.example is in row 2 too."], rows[2].Problems);
    }

    [Fact]
    public void What_is_twice_in_one_row_says_so()
    {
        var rows = ImportRules.Check(PastedList.Read("1001, 1002; n1 1002 N1").Rows, Facts);
        Assert.Equal([RowState.Add, RowState.Add, RowState.Add, RowState.Problem, RowState.Problem], rows.Select(row => row.State));
        Assert.Equal(["The number 1002 is twice in row 1.", "The number N1 is twice in row 1."], rows.SelectMany(row => row.Problems));
    }

    [Fact]
    public void Who_is_here_already_is_no_problem_whatever_else_the_row_says() =>
        Assert.Equal((RowState.Here, 0),
            (Check(Good with { Number = "OLD-1", Mail = "nonsense" }).State,
                Check(Good with { Number = "OLD-1", Mail = "nonsense" }).Problems.Count));

    [Fact]
    public void All_problems_of_a_row_are_told_at_once() =>
        Assert.Equal(5, Check(new(7, "", new string('a', 101), "x", "y", "z", "Member")).Problems.Count);

    private static CheckedRow Check(ListRow row) => ImportRules.Check([row], Facts)[0];

    private static string Problem(ListRow row) => Assert.Single(Check(row).Problems);
}
