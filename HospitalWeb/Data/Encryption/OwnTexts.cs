using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using HospitalWeb.Security.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HospitalWeb.Data.Encryption;

/// <summary>What a query selects of a row is refused as the whole row would be when it holds another row's text: the id is asked for with it.</summary>
internal static class OwnTexts
{
    private static readonly ConcurrentDictionary<string, EncryptedShape[]> Known = [];
    private static readonly MethodInfo Checking = typeof(OwnTexts).GetMethod(nameof(Checked))!, Property = typeof(EF).GetMethod(nameof(EF.Property))!;

    public static bool IsCheck(MethodInfo method) => method.IsGenericMethod && method.GetGenericMethodDefinition() == Checking;

    /// <summary>The same selection with the check around it; as it was when it holds nothing encrypted, and null when its row is out of sight.</summary>
    public static Expression? Check(MemberExpression selected, IModel model)
    {
        var way = new List<string>();
        Expression? row = selected;
        for (; row is MemberExpression part && model.FindEntityType(row.Type) is null; row = part.Expression) way.Insert(0, part.Member.Name);
        if (way.Count == 0) return selected;
        if (row is null || model.FindEntityType(row.Type) is not { } entity) return null;

        var shapes = EncryptedShape.Of(entity).Where(shape => shape.Way.Append(shape.Property).Select(step => step.Name).Take(way.Count).SequenceEqual(way)).ToArray();
        if (shapes.Length == 0) return selected;

        var key = $"{entity.ClrType.Name}.{string.Join('.', way)}";
        Known.TryAdd(key, [.. shapes.Select(shape => shape with { Way = [.. shape.Way.Skip(way.Count)] })]);
        var id = Expression.Convert(Expression.Call(Property.MakeGenericMethod(typeof(Guid)), row, Expression.Constant("Id")), typeof(Guid?));
        return Expression.Call(Checking.MakeGenericMethod(selected.Type), selected, id, Expression.Constant(key));
    }

    public static T Checked<T>(T selected, Guid? row, string key)
    {
        if (selected is null || row is not { } id) return selected;

        foreach (var shape in Known[key])
            foreach (var text in TextsOf(selected, shape))
                if (Binding.Of(text, shape.Place) is { } binding && binding.Row != id) throw FieldTampered.Moved(shape.Place, id, binding.Row);
        return selected;
    }

    private static IEnumerable<string> TextsOf(object selected, EncryptedShape shape) => selected switch
    {
        string text => [text],
        IEnumerable list => list.Cast<object>().SelectMany(one => TextsOf(one, shape)),
        _ => shape.TextsOf(selected).Select(found => found.Text),
    };
}
