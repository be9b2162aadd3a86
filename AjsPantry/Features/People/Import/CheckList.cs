using AjsPantry.Features.People.Import.Reading;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Import;

/// <summary>
/// Reads a list of people and says what would happen. Nobody is added; what was found is kept, to be carried out or thrown away.
/// </summary>
public static class CheckList
{
    public sealed record Input
    {
        public string? Pasted { get; set; }

        public IFormFile? File { get; set; }

        /// <summary>The number of the floor for rows that name none.</summary>
        public int? Floor { get; set; }

        public Role Role { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Pasted).Must((input, pasted) => input.File is not null || !string.IsNullOrWhiteSpace(pasted))
                .WithMessage("Paste a list here, or choose a file.");
            RuleFor(input => input.File).Must((input, file) => file is null || string.IsNullOrWhiteSpace(input.Pasted))
                .WithMessage("Use either the pasted list or the file. Remove one of them.");
            RuleFor(input => input.File).Must(file => file is not { Length: > UploadedList.MostBytes }).WithMessage(UploadedList.TooLarge);
            RuleFor(input => input.Role).Must(role => RoleWords.Allowed.Contains(role))
                .WithMessage("Choose Member, Tea manager or Pantry head.");
        }
    }

    public sealed class Handler(PantryDb db, TakenQuery taken, FileInspector look, Scope scope)
    {
        private const int LongestFileName = 200;

        private const string TooSlow = "The list takes too long to read. Copy the people into a new file and choose that one.";

        /// <returns>The import, checked and waiting; or what is wrong with the list as a whole.</returns>
        public async Task<Outcome<MemberImport>> HandleAsync(Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageMembers);
            var file = input.File is null ? null : await BytesAsync(input.File, cancellationToken);
            // Few at a time and not for ever: a list made for it takes a processor and much memory.
            var list = await look.RunAsync(
                () => file is null ? PastedList.Read(input.Pasted ?? "") : UploadedList.Read(file), () => ReadList.Unreadable(TooSlow),
                cancellationToken);
            if (list.Problem is not null)
                return new FieldMessage(input.File is null ? nameof(Input.Pasted) : nameof(Input.File), list.Problem);
            var facts = await FactsAsync(list.Rows, input, cancellationToken);
            if (input.Floor is not null && facts.DefaultFloor is null)
                return new FieldMessage(nameof(Input.Floor), "That one is archived. Choose another.");
            List<CheckedRow> rows = [.. ImportRules.Check(list.Rows, facts), .. list.Left.Select(CheckedRow.Of)];
            var import = new MemberImport
            {
                FileName = input.File is null ? "Pasted list" : NameOf(input.File),
                RequestedById = scope.Actor.Id,
                CreatedAt = scope.Now,
                Rows = CheckedRow.ToJson([.. rows.OrderBy(row => row.Row.Line)]),
                Total = rows.Count,
            };
            db.MemberImports.Add(import);
            await db.SaveChangesAsync(cancellationToken);
            return import;
        }

        private async Task<ListFacts> FactsAsync(IReadOnlyList<ListRow> rows, Input input, CancellationToken cancellationToken)
        {
            var domain = await db.Tenants.Select(tenant => tenant.MailDomain).SingleAsync(cancellationToken);
            var floors = await db.Floors.Where(floor => floor.ArchivedAt == null).OrderBy(floor => floor.Number)
                .Select(floor => new FloorView(floor.Id, floor.Number, floor.Name)).ToListAsync(cancellationToken);
            var (numbers, mails) = await taken.ReadAsync(
                rows.Select(row => row.Number), rows.Select(row => ImportRules.EmailOf(row, domain)).OfType<string>(), cancellationToken);
            return new(floors, floors.Find(floor => floor.Number == input.Floor)?.Id, input.Role, domain, numbers, mails)
            {
                Rooms = await db.Rooms.Where(room => room.ArchivedAt == null)
                    .Select(room => new ListedRoom(room.Id, room.FloorId, room.Name, room.Label)).ToListAsync(cancellationToken),
                FloorWord = scope.Tenant.Floor,
                RoomWord = scope.Tenant.Room,
            };
        }

        private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
        {
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, cancellationToken);
            return content.ToArray();
        }

        /// <summary>The file's own name, without the folders that some browsers send.</summary>
        private static string NameOf(IFormFile file)
        {
            var name = InputParser.Text(file.FileName.Split('/', '\\')[^1]);
            return name == "" ? "A file" : InputParser.Cut(name, LongestFileName);
        }
    }
}
