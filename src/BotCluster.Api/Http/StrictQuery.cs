using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BotCluster.Api.Refusals;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace BotCluster.Api.Http;

/// <summary>Refuses query parameters that an endpoint does not know, and values that are not what it takes, all together.</summary>
/// <remarks>What an endpoint knows is read off its own parameters, so that no second list can disagree with them.</remarks>
internal sealed class StrictQuery(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint
            || endpoint.Metadata.GetMetadata<FreeQuery>() is not null
            || Violations(context, endpoint) is not { Count: > 0 } errors)
        {
            return next(context);
        }

        return Refuse.Invalid(errors).ExecuteAsync(context);
    }

    private static Dictionary<string, string[]> Violations(HttpContext context, RouteEndpoint endpoint)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var known = Known(endpoint);
        foreach (var (name, values) in context.Request.Query)
        {
            if (!known.TryGetValue(name, out var parameter))
            {
                errors[name] = [known.Count == 0 ? "is not known; this address takes no parameters" : $"is not known; allowed: {string.Join(", ", known.Keys)}"];
            }
            else if (values.Count != 1 || values[0] is not { Length: > 0 and <= 2000 } value)
            {
                errors[name] = ["has to be given once, with a value"];
            }
            else if (Flaw(value, parameter) is { } flaw)
            {
                errors[name] = [flaw];
            }
        }

        foreach (var missing in known.Where(entry => !entry.Value.IsOptional && !context.Request.Query.ContainsKey(entry.Key)))
        {
            errors[missing.Key] = ["is missing"];
        }

        return errors;
    }

    private static Dictionary<string, IParameterBindingMetadata> Known(RouteEndpoint endpoint) => endpoint.Metadata
        .GetOrderedMetadata<IParameterBindingMetadata>()
        .Where(parameter => IsSimple(parameter)
            && endpoint.RoutePattern.GetParameter(parameter.Name) is null
            && parameter.ParameterInfo.GetCustomAttributes(typeof(FromHeaderAttribute), inherit: false).Length == 0)
        .ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);

    private static bool IsSimple(IParameterBindingMetadata parameter) =>
        !parameter.HasBindAsync && (parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string));

    private static string? Flaw(string value, IParameterBindingMetadata parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
        if (type == typeof(int))
        {
            var range = parameter.ParameterInfo.GetCustomAttributes(typeof(RangeAttribute), inherit: false).OfType<RangeAttribute>().FirstOrDefault();
            var isNumber = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            return isNumber && range?.IsValid(number) != false
                ? null
                : $"is not a whole number{(range is null ? "" : string.Create(CultureInfo.InvariantCulture, $" from {range.Minimum} to {range.Maximum}"))}";
        }

        if (type == typeof(DateTimeOffset))
        {
            return Instants.TryParse(value, out _) ? null : $"is not an instant; allowed: {Instants.Allowed}";
        }

        if (type == typeof(Guid))
        {
            return Guid.TryParseExact(value, "D", out _) ? null : "is not an id (a UUID)";
        }

        if (type == typeof(bool))
        {
            return value is "true" or "false" ? null : "is not true or false";
        }

        return type.IsEnum && !EnumNames.Of(type).Contains(value, StringComparer.Ordinal)
            ? $"is not one of {string.Join(", ", EnumNames.Of(type))}"
            : null;
    }
}

/// <summary>Marks an endpoint that reads its query itself.</summary>
internal sealed class FreeQuery;
