using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BotCluster.Engine.Json;

/// <summary>Tags each case of a union by its name, and leaves out what is worked out from the rest.</summary>
internal static class UnionTags
{
    public const string Discriminator = "kind";

    /// <summary>Contract modifier: a closed union (abstract, its cases nested in it) is written with the case's name as <c>kind</c>.</summary>
    public static void Tag(JsonTypeInfo contract)
    {
        if (contract.Type is not { IsAbstract: true, IsInterface: false } union)
        {
            return;
        }

        var tags = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = Discriminator,
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var nested in union.GetNestedTypes().Where(union.IsAssignableFrom))
        {
            tags.DerivedTypes.Add(new JsonDerivedType(nested, JsonNamingPolicy.CamelCase.ConvertName(nested.Name)));
        }

        if (tags.DerivedTypes.Count > 0)
        {
            contract.PolymorphismOptions = tags;
        }
    }

    /// <summary>Contract modifier: what can only be read and takes no part in making the value is not stored.</summary>
    public static void LeaveOutComputed(JsonTypeInfo contract)
    {
        for (var index = contract.Properties.Count - 1; index >= 0; index--)
        {
            if (contract.Properties[index] is { Set: null, AssociatedParameter: null })
            {
                contract.Properties.RemoveAt(index);
            }
        }
    }
}
