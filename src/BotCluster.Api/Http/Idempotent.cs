namespace BotCluster.Api.Http;

/// <summary>Marks an endpoint that makes something and honours the Idempotency-Key header.</summary>
internal sealed class Idempotent;
