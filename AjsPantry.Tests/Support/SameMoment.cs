using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Support;

/// <summary>
/// Does something between two steps of a handler, as happens when two people press a button in the same moment. <see cref="Meeting"/> lets
/// whole acts meet.
/// </summary>
internal static class SameMoment
{
    /// <summary>Does something once, between what a handler has looked at and the first rows that it sends to the database.</summary>
    public static void BeforeSaving(this DbContext db, Func<Task> happens)
    {
        var isOver = false;
        db.SavingChanges += (_, _) => Do(ref isOver, happens);
    }

    /// <summary>Does something once, after the database has refused a handler's rows.</summary>
    public static void AfterFailing(this DbContext db, Func<Task> happens)
    {
        var isOver = false;
        db.SaveChangesFailed += (_, _) => Do(ref isOver, happens);
    }

    private static void Do(ref bool isOver, Func<Task> happens)
    {
        if (isOver)
            return;
        isOver = true;
        Task.Run(happens).GetAwaiter().GetResult();
    }
}
