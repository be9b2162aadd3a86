using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// A question that is asked so often that EF Core works it out once and not each time. Its expression names all it needs by itself, and
/// other queries only where they take nothing but the context; its parameters have different names, used or not.
/// </summary>
/// <param name="compile">Calls <c>EF.CompileAsyncQuery</c>.</param>
public sealed class CompiledQuery<TQuestion>(Func<TQuestion> compile)
    where TQuestion : Delegate
{
    /// <summary>What is compiled belongs to one model; a process has one, and that of the tests one for each host.</summary>
    private readonly ConditionalWeakTable<IModel, TQuestion> _ofModel = [];

    public TQuestion For(PantryDb db) => _ofModel.GetValue(db.Model, _ => compile());
}
