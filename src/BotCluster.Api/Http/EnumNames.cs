using System.Text.Json;

namespace BotCluster.Api.Http;

/// <summary>The names of an enum's members as they travel.</summary>
internal static class EnumNames
{
    public static IReadOnlyList<string> Of(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
