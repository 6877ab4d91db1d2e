using System.Text.Json;
using BotCluster.Engine.Json;

namespace BotCluster.Api.Http;

/// <summary>The one JSON shape of requests, answers and pushes: that of trading, held against nullability and what is required.</summary>
internal static class ApiJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        TradingJson.Configure(options);
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
    }
}
