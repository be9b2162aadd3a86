namespace AjsPantry.Features.Fines;

/// <summary>One fine and what became of it.</summary>
public sealed class FineModel(FinesQuery query) : FinePage(query)
{
    public string Answer => Fine.State switch
    {
        FineState.Open => Fine.MemberId == Person.Id ? $"You owe {Amount}" : $"{Amount} open",
        FineState.Paid => $"{Amount} paid",
        _ => $"{Amount} waived",
    };

    public void OnGet()
    {
    }
}
