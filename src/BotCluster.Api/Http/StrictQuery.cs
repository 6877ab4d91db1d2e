using System.ComponentModel.DataAnnotations;
using System.Globalization;
using BotCluster.Api.Refusals;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace BotCluster.Api.Http;

/// <summary>Refuses query parameters that an endpoint does not know, and values that are not what it takes, all together.</summary>
/// <remarks>What an endpoint knows is read off its own parameters, so that no second list can disagree with them.</remarks>
internal sealed class StrictQuery(RequestDelegate next)
{
    private const int LongestValue = 2000;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<FreeQuery>() is not null)
        {
            return next(context);
        }

        var known = Known(endpoint);
        if (Violations(context.Request.Query, known) is { Count: > 0 } errors)
        {
            return Refuse.Invalid(errors).ExecuteAsync(context);
        }

        SpellChoices(context.Request, known);
        return next(context);
    }

    private static Dictionary<string, string[]> Violations(
        IQueryCollection query, Dictionary<string, IParameterBindingMetadata> known)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, values) in query)
        {
            if (!known.TryGetValue(name, out var parameter))
            {
                var allowed = known.Count == 0 ? "this address takes no parameters" : $"allowed: {string.Join(", ", known.Keys)}";
                errors[name] = [$"is not known; {allowed}"];
            }
            else if (values.Count != 1 || values[0] is not { Length: > 0 and <= LongestValue } value)
            {
                errors[name] = ["has to be given once, with a value"];
            }
            else if (Flaw(value, parameter) is { } flaw)
            {
                errors[name] = [flaw];
            }
        }

        foreach (var missing in known.Where(entry => !entry.Value.IsOptional && !query.ContainsKey(entry.Key)))
        {
            errors[missing.Key] = ["is missing"];
        }

        return errors;
    }

    // Choices travel in camelCase, and the framework takes them only as they stand in the code.
    private static void SpellChoices(HttpRequest request, Dictionary<string, IParameterBindingMetadata> known)
    {
        if (request.Query.Any(entry => TypeOf(known[entry.Key]).IsEnum))
        {
            request.Query = new QueryCollection(request.Query.ToDictionary(
                entry => entry.Key,
                entry => TypeOf(known[entry.Key]).IsEnum
                    ? new StringValues(Enum.Parse(TypeOf(known[entry.Key]), entry.Value.ToString(), ignoreCase: true).ToString())
                    : entry.Value,
                StringComparer.OrdinalIgnoreCase));
        }
    }

    private static Type TypeOf(IParameterBindingMetadata parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;

    private static Dictionary<string, IParameterBindingMetadata> Known(RouteEndpoint endpoint) => endpoint.Metadata
        .GetOrderedMetadata<IParameterBindingMetadata>()
        .Where(parameter => IsSimple(parameter)
            && endpoint.RoutePattern.GetParameter(parameter.Name) is null
            && parameter.ParameterInfo.GetCustomAttributes(typeof(FromHeaderAttribute), inherit: false).Length == 0)
        .ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);

    private static bool IsSimple(IParameterBindingMetadata parameter) =>
        !parameter.HasBindAsync && (parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string));

    private static string? FlawOfNumber(string value, IParameterBindingMetadata parameter)
    {
        var ranges = parameter.ParameterInfo.GetCustomAttributes(typeof(RangeAttribute), inherit: false);
        var range = ranges.OfType<RangeAttribute>().FirstOrDefault();
        var isNumber = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (isNumber && range?.IsValid(number) != false)
        {
            return null;
        }

        return range is null
            ? "is not a whole number"
            : string.Create(CultureInfo.InvariantCulture, $"is not a whole number from {range.Minimum} to {range.Maximum}");
    }

    private static string? Flaw(string value, IParameterBindingMetadata parameter)
    {
        var type = TypeOf(parameter);
        if (type == typeof(int))
        {
            return FlawOfNumber(value, parameter);
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
