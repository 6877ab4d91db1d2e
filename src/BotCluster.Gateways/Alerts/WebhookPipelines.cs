using System.Collections.Concurrent;
using System.Net;
using BotCluster.Trading.Bots;
using BotCluster.Trading.Ports;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace BotCluster.Gateways.Alerts;

/// <summary>Deadlines, retries and a breaker for each client's address: one that does not answer costs nobody else's alerts their time.</summary>
internal sealed class WebhookPipelines(WebhookOptions options, TimeProvider time)
{
    private const int AttemptsToJudge = 5;
    private const double MostFailing = 0.9;

    // One a client, so that it stays small however often addresses are changed.
    private readonly ConcurrentDictionary<TenantId, (Uri Address, ResiliencePipeline<HttpStatusCode> Pipeline)> _pipelines = new();

    public ResiliencePipeline<HttpStatusCode> For(WebhookTarget target) => _pipelines.AddOrUpdate(
        target.Client,
        _ => (target.Address, Build()),
        (_, known) => known.Address == target.Address ? known : (target.Address, Build())).Pipeline;

    private ResiliencePipeline<HttpStatusCode> Build()
    {
        var builder = new ResiliencePipelineBuilder<HttpStatusCode> { TimeProvider = time };
        builder.AddTimeout(options.LongestDelivery);
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpStatusCode>
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = options.FirstPause,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthAnotherTry(arguments.Outcome)),
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpStatusCode>
            {
                FailureRatio = MostFailing,
                MinimumThroughput = AttemptsToJudge,
                SamplingDuration = options.Rest,
                BreakDuration = options.Rest,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthAnotherTry(arguments.Outcome)),
            })
            .AddTimeout(options.Deadline)
            .Build();
    }

    // The server's own trouble, or no answer at all. What it refuses it would refuse again, and a forbidden address stays one.
    private static bool IsWorthAnotherTry(Outcome<HttpStatusCode> outcome) => outcome.Exception switch
    {
        null => outcome.Result >= HttpStatusCode.InternalServerError,
        TimeoutRejectedException => true,
        HttpRequestException failure => failure.InnerException is not BlockedAddressException,
        _ => false,
    };
}
