namespace AjsPantry.Features.People.Rooms;

public sealed class RoomModel(RoomsQuery query) : RoomPage(query)
{
    public IReadOnlyList<RoomStayView> Earlier { get; private set; } = [];

    public bool MayLabel => LabelRoom.Handler.May(Person, Room);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Earlier = await Query.EarlierAsync(Id, cancellationToken);

    public string Since(RoomStayView stay) =>
        stay.Until is { } until ? $"{Dated(stay.Since)} – {Dated(until)}" : $"Since {Dated(stay.Since)}";
}
