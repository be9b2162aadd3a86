using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Procurement;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Search;

/// <summary>Finds dishes, people, bills, what is to be bought, and ideas that a person may see, in one command.</summary>
public sealed class SearchQuery(PantryDb db, Caller caller)
{
    public const int LongestSearch = 60;

    /// <summary>How many of each kind are shown.</summary>
    public const int MostOfAKind = 5;

    /// <summary>How much of an idea's text is shown.</summary>
    private const int LongestPiece = 80;

    /// <summary>Older bills are found by their month.</summary>
    private const int YearsOfBills = 2;

    /// <summary>
    /// Stands for no day where kinds are united: every column has a value in each of them, by which PostgreSQL knows its type.
    /// </summary>
    private static readonly DateOnly Never = new(1900, 1, 1);

    /// <param name="words">Not empty.</param>
    public async Task<IReadOnlyList<Hit>> FindAsync(string words, DateOnly today, CancellationToken cancellationToken)
    {
        var person = caller.Person!;
        var pattern = LikePattern.Containing(words);
        var sources = new (Permission Permission, Func<IQueryable<Row>> Source)[]
        {
            (Permission.ViewExpenses, () => Bills(person, pattern, today.AddYears(-YearsOfBills))),
            (Permission.ViewMenus, () => Dishes(words)),
            (Permission.ViewPeople, () => People(person, pattern)),
            (Permission.ViewShopping, () => Items(person, pattern)),
            (Permission.ViewFeedback, () => Ideas(person, pattern)),
        };
        var hits = await sources.Where(source => person.May(source.Permission)).Select(source => source.Source())
            .Aggregate((all, more) => all.Concat(more)).ToListAsync(cancellationToken);
        return
        [
            .. hits.OrderBy(hit => hit.Kind).ThenByDescending(hit => hit.Date).ThenBy(hit => hit.Title, NameOrder.Comparer)
                .Select(hit =>
                    new Hit(hit.Kind, hit.Id, hit.Title, hit.More, hit.Date == Never ? null : hit.Date,
                        hit.Kind == HitKind.Bill ? hit.Amount : null, hit.Floor == 0 ? null : hit.Floor,
                        hit.Kind == HitKind.Idea ? Around(hit.Why, words) : hit.Why)),
        ];
    }

    /// <summary>What stands around the words in a long text.</summary>
    private static string Around(string text, string words)
    {
        if (text.Length <= LongestPiece)
            return text;
        var at = Math.Max(0, text.IndexOf(words, StringComparison.OrdinalIgnoreCase));
        // From the beginning of a word, a few words before.
        var space = at <= LongestPiece / 2 ? -1 : text.IndexOf(' ', at - (LongestPiece / 2));
        var from = at <= LongestPiece / 2 ? 0 : space < 0 || space >= at ? at : space + 1;
        var piece = InputParser.Cut(text[from..], LongestPiece);
        return $"{(from == 0 ? "" : "… ")}{piece}{(text.EndsWith(piece, StringComparison.Ordinal) ? "" : " …")}";
    }

    private IQueryable<Row> Dishes(string words)
    {
        var normal = DishName.Normal(words);
        var pattern = LikePattern.Containing(normal);
        return db.Dishes.AsNoTracking()
            .Where(dish => normal != "" && dish.ArchivedAt == null && EF.Functions.Like(dish.NormalName, pattern, LikePattern.Escape))
            .OrderBy(dish => NameOrder.Of(dish.NormalName)).Take(MostOfAKind)
            .Select(dish =>
                new Row
                {
                    Kind = HitKind.Dish,
                    Id = dish.Id,
                    Title = dish.Name + "",
                    More = "",
                    Why = "",
                    Date = Never,
                    Amount = 0m,
                    Floor = 0
                });
    }

    /// <summary>Numbers and addresses are for those who manage accounts; others cannot ask for them by searching either.</summary>
    private IQueryable<Row> People(SignedIn person, string pattern)
    {
        var manages = person.May(Permission.ManageMembers);
        Guid? own = person.Floor?.Id;
        return db.Members.AsNoTracking().Where(member => member.DeactivatedAt == null && (own == null || member.FloorId == own)
                && (EF.Functions.ILike(member.Name, pattern, LikePattern.Escape)
                    || (manages && EF.Functions.ILike(member.Number, pattern, LikePattern.Escape))))
            .OrderBy(member => NameOrder.Of(member.Name)).Take(MostOfAKind)
            .Select(member =>
                new Row
                {
                    Kind = HitKind.Person,
                    Id = member.Id,
                    Title = member.Name + "",
                    More = manages ? member.Number + "" : "",
                    Why = "",
                    Date = Never,
                    Amount = 0m,
                    Floor = member.Floor == null ? 0 : member.Floor.Number
                });
    }

    private IQueryable<Row> Bills(SignedIn person, string pattern, DateOnly since)
    {
        Guid? own = person.Floor?.Id;
        var bills = db.Bills.AsNoTracking().Where(bill => (own == null || bill.FloorId == own) && bill.Date >= since);
        // Of those bills only: asked of each bill, PostgreSQL reads every line there ever was.
        var items = bills.SelectMany(bill => bill.Lines).Where(line => EF.Functions.ILike(line.Item, pattern, LikePattern.Escape))
            .Select(line => line.BillId);
        return bills.Where(bill => EF.Functions.ILike(bill.Number, pattern, LikePattern.Escape)
            || EF.Functions.ILike(bill.Shop, pattern, LikePattern.Escape) || items.Contains(bill.Id))
            .OrderByDescending(bill => bill.Date).ThenByDescending(bill => bill.Id).Take(MostOfAKind)
            .Select(bill =>
                new Row
                {
                    Kind = HitKind.Bill,
                    Id = bill.Id,
                    Title = bill.Number + "",
                    More = bill.Shop + "",
                    Why = bill.Lines.Where(line => EF.Functions.ILike(line.Item, pattern, LikePattern.Escape))
                        .OrderBy(line => line.Position).Select(line => line.Item).FirstOrDefault() ?? "",
                    Date = bill.Date,
                    Amount = bill.Total,
                    Floor = bill.Floor!.Number
                });
    }

    private IQueryable<Row> Items(SignedIn person, string pattern)
    {
        Guid? own = person.Floor?.Id;
        var floors = db.Floors;
        return db.ShoppingItems.AsNoTracking()
            .Where(item => (own == null || item.FloorId == own)
                && (item.State == ShoppingState.Needed || item.State == ShoppingState.Assigned || item.State == ShoppingState.Bought)
                && EF.Functions.ILike(item.Name, pattern, LikePattern.Escape))
            .OrderByDescending(item => item.AddedAt).Take(MostOfAKind)
            .Select(item =>
                new Row
                {
                    Kind = HitKind.Item,
                    Id = item.Id,
                    Title = item.Name + "",
                    More = item.Assignee == null ? "" : item.Assignee.Name,
                    Why = "",
                    Date = item.NeededBy ?? Never,
                    Amount = 0m,
                    Floor = floors.First(floor => floor.Id == item.FloorId).Number
                });
    }

    private IQueryable<Row> Ideas(SignedIn person, string pattern)
    {
        Guid? own = person.Floor?.Id;
        var floors = db.Floors;
        return db.Ideas.AsNoTracking().Where(Idea.IsShown)
            .Where(idea => (own == null || idea.FloorId == own)
                && (EF.Functions.ILike(idea.Title, pattern, LikePattern.Escape)
                    || EF.Functions.ILike(idea.Text, pattern, LikePattern.Escape)))
            .OrderByDescending(idea => idea.CreatedAt).Take(MostOfAKind)
            .Select(idea =>
                new Row
                {
                    Kind = HitKind.Idea,
                    Id = idea.Id,
                    Title = idea.Title + "",
                    More = "",
                    Why = EF.Functions.ILike(idea.Title, pattern, LikePattern.Escape) ? "" : idea.Text + "",
                    Date = Never,
                    Amount = 0m,
                    Floor = floors.First(floor => floor.Id == idea.FloorId).Number
                });
    }

    private sealed record Row
    {
        public required HitKind Kind { get; init; }

        public required Guid Id { get; init; }

        public required string Title { get; init; }

        public required string More { get; init; }

        public required string Why { get; init; }

        public required DateOnly Date { get; init; }

        public required decimal Amount { get; init; }

        public required int Floor { get; init; }
    }
}

public enum HitKind
{
    Dish,
    Person,
    Bill,
    Item,
    Idea,
}

/// <summary>Something that was found.</summary>
/// <param name="More">The shop of a bill, who buys an item, the number of a person; may be empty.</param>
/// <param name="Date">The day of a bill, or by which an item is needed.</param>
/// <param name="Amount">Of a bill.</param>
/// <param name="Floor">The number of its floor; null where it belongs to none.</param>
/// <param name="Why">The item of a bill that was looked for, or the place in the text of an idea; empty where the rest shows it.</param>
public sealed record Hit(HitKind Kind, Guid Id, string Title, string More, DateOnly? Date, decimal? Amount, int? Floor, string Why)
{
    /// <summary>Where it opens.</summary>
    public string Page => Kind switch
    {
        HitKind.Dish => "/Menus/Dishes/Recipe/Dish",
        HitKind.Person => "/People/Person/Member",
        HitKind.Bill => "/Expenses/Bills/Bill",
        HitKind.Item => "/Procurement/List/Item",
        _ => "/Feedback/Ideas/Idea",
    };

    /// <summary>A name from icons.txt.</summary>
    public string Icon => Kind switch
    {
        HitKind.Dish => "fork-knife",
        HitKind.Person => "person",
        HitKind.Bill => "receipt",
        HitKind.Item => "basket",
        _ => "lightbulb",
    };
}
