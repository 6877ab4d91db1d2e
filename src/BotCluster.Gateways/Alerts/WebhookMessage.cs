using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotCluster.Trading.Ports;

namespace BotCluster.Gateways.Alerts;

/// <summary>An alert as it goes over the wire, and its signature.</summary>
internal sealed class WebhookMessage
{
    public const string SignatureHeader = "X-BotCluster-Signature";
    public const string DeliveryHeader = "X-BotCluster-Delivery";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly WebhookTarget _target;
    private readonly string _id;
    private readonly byte[] _body;

    public WebhookMessage(WebhookTarget target, WebhookAlert alert)
    {
        _target = target;
        _id = string.Create(CultureInfo.InvariantCulture, $"{alert.Bot}-{alert.Alert.Number}");
        _body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Kind = "alert",
                Id = _id,
                ClientId = target.Client.Value,
                BotId = alert.Bot.Value,
                alert.BotName,
                alert.Alert.Number,
                At = alert.Alert.At.UtcDateTime,
                Severity = JsonNamingPolicy.CamelCase.ConvertName(alert.Alert.Severity.ToString()),
                alert.Alert.Code,
                alert.Alert.Text,
            },
            Json);
    }

    /// <summary>A fresh request; the receiver knows a repeat by its delivery id and an old recording by its time.</summary>
    public HttpRequestMessage NewRequest(DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _target.Address) { Content = new ByteArrayContent(_body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.Add(SignatureHeader, Signature(now.ToUnixTimeSeconds()));
        request.Headers.Add(DeliveryHeader, _id);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("BotCluster", "1"));
        return request;
    }

    private string Signature(long seconds)
    {
        var time = seconds.ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. _body];
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(_target.Secret), signed);
        return $"t={time},v1={Convert.ToHexStringLower(hash)}";
    }
}
