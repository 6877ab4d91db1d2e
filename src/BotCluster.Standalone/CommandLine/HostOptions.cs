using System.CommandLine;
using System.CommandLine.Parsing;
using BotCluster.Gateways.Replay;
using BotCluster.Trading.Markets;
using Symbol = BotCluster.Trading.Markets.Symbol;

namespace BotCluster.Standalone.CommandLine;

/// <summary>The options of <c>./run</c>: their names, what they allow, and what they ask for together.</summary>
internal sealed class HostOptions
{
    private const string AllowedUrls = "http://host:port, several parted by ';'";

    private readonly Option<string> _urls = new("--urls")
    {
        Description = $"Where the API and the page listen: {AllowedUrls}",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:8080",
    };

    private readonly Option<string> _data;

    private readonly Option<string> _speed = new("--speed")
    {
        Description = $"Candles a second of the replay: {ReplaySpeed.Allowed}",
        HelpName = "X",
        DefaultValueFactory = _ => ReplaySpeed.Default.ToString(),
    };

    private readonly Option<bool> _noDemo = new("--no-demo") { Description = "Start empty: make no demo clients and bots" };

    private readonly Option<bool> _resetAdmin = new("--reset-admin")
    {
        Description = "Print a new one-time link (or take the password from the environment) for the first admin",
    };

    private readonly Option<string> _backup = new("--backup")
    {
        Description = "Write everything into FILE, also while a ./run is running on the data directory, and end",
        HelpName = "FILE",
    };

    private readonly Option<string> _restore = new("--restore")
    {
        Description = "Bring everything back from FILE, in a new epoch, and end; nothing may run on the data directory",
        HelpName = "FILE",
    };

    private readonly Option<bool> _replace = new("--replace")
    {
        Description = "With --restore: also where the data directory holds bots already; what it holds is set aside",
    };

    private readonly Option<string[]> _import = new("--import")
    {
        Description = "Take candles from FILE (CSV or CSV.GZ) into the ledger, whole or not at all, and end; they join at the next start",
        HelpName = "FILE",
    };

    private readonly Option<string?> _symbol = new("--symbol")
    {
        Description = "With --import: whose candles, such as BTC-USDT, where the file's name does not say",
        HelpName = "SYMBOL",
    };

    private readonly Option<string?> _timeframe = new("--timeframe")
    {
        Description = $"With --import and --symbol: how long each candle lasts, {Timeframe.Allowed}",
        HelpName = "TIMEFRAME",
    };

    private readonly Option<bool> _check = new("--check")
    {
        Description = "Compare every bot's money with its fills in the ledger, to the last decimal, and end (1 if they differ)",
    };

    /// <param name="defaultData">The data directory where none is named.</param>
    public HostOptions(string defaultData)
    {
        _data = new Option<string>("--data")
        {
            Description = "Where everything is kept: database, logs",
            HelpName = "DIR",
            DefaultValueFactory = _ => defaultData,
        };
        Command = new RootCommand("BotCluster: trading bots on paper over replayed real candles, with their API and page, in one process.")
        {
            _urls, _data, _speed, _noDemo, _resetAdmin, _backup, _restore, _replace, _import, _symbol, _timeframe, _check,
        };
        _urls.Validators.Add(CheckUrls);
        _data.Validators.Add(result => CheckPath(result, "a directory"));
        _speed.Validators.Add(CheckSpeed);
        _backup.Validators.Add(result => CheckPath(result, "a file"));
        _restore.Validators.Add(result => CheckPath(result, "a file"));
        _symbol.Validators.Add(CheckSymbol);
        _timeframe.Validators.Add(CheckTimeframe);
        Command.Validators.Add(CheckTogether);
    }

    public RootCommand Command { get; }

    /// <summary>The names of all options, for whoever misspelled one.</summary>
    public IEnumerable<string> Names => Command.Options.Select(option => option.Name);

    public HostRequest Read(ParseResult parsed)
    {
        var data = Path.GetFullPath(parsed.GetRequiredValue(_data));
        if (parsed.GetValue(_backup) is { } backup)
        {
            return new HostRequest.Backup(Path.GetFullPath(backup)) { DataDirectory = data };
        }

        if (parsed.GetValue(_restore) is { } restore)
        {
            return new HostRequest.Restore(Path.GetFullPath(restore), parsed.GetValue(_replace)) { DataDirectory = data };
        }

        if (parsed.GetValue(_import) is { Length: > 0 } files)
        {
            return new HostRequest.Import([.. files.Select(Path.GetFullPath)])
            {
                DataDirectory = data,
                Symbol = parsed.GetValue(_symbol) is { } symbol ? Symbol.Parse(symbol) : null,
                Timeframe = parsed.GetValue(_timeframe) is { } timeframe ? Timeframe.Parse(timeframe) : null,
            };
        }

        if (parsed.GetValue(_check))
        {
            return new HostRequest.Check { DataDirectory = data };
        }

        return new HostRequest.Run
        {
            DataDirectory = data,
            Urls = [.. Split(parsed.GetRequiredValue(_urls)).Select(url => new Uri(url))],
            Speed = ReplaySpeed.Parse(parsed.GetRequiredValue(_speed)),
            WantsDemo = !parsed.GetValue(_noDemo),
            ResetsAdmin = parsed.GetValue(_resetAdmin),
        };
    }

    private static void CheckUrls(OptionResult result)
    {
        var urls = Split(result.GetValueOrDefault<string>() ?? "");
        if (urls.Length == 0)
        {
            result.AddError($"--urls names no address. Allowed: {AllowedUrls}.");
        }

        foreach (var url in urls.Where(url => !IsAddress(url)))
        {
            result.AddError($"--urls: '{url}' is not an address to listen on. Allowed: {AllowedUrls}.");
        }
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttp
        && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;

    private static void CheckSpeed(OptionResult result)
    {
        if (!ReplaySpeed.TryParse(result.GetValueOrDefault<string>(), out _))
        {
            result.AddError($"--speed: '{result.GetValueOrDefault<string>()}' is not a speed. Allowed: {ReplaySpeed.Allowed}.");
        }
    }

    private static void CheckSymbol(OptionResult result)
    {
        if (!Symbol.TryParse(result.GetValueOrDefault<string>(), out _))
        {
            result.AddError($"--symbol: '{result.GetValueOrDefault<string>()}' is not a symbol. Allowed: BASE-QUOTE, such as BTC-USDT.");
        }
    }

    private static void CheckTimeframe(OptionResult result)
    {
        if (!Timeframe.TryParse(result.GetValueOrDefault<string>(), out _))
        {
            result.AddError($"--timeframe: '{result.GetValueOrDefault<string>()}' is not a timeframe. Allowed: {Timeframe.Allowed}.");
        }
    }

    private static void CheckPath(OptionResult result, string what)
    {
        var path = result.GetValueOrDefault<string>();
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            result.AddError($"{result.Option.Name} names no path. Allowed: the path of {what}.");
        }
    }

    private void CheckTogether(CommandResult result)
    {
        Option[] tasks = [_backup, _restore, _import, _check];
        var asked = tasks.Where(option => result.GetResult(option) is not null).ToList();
        if (asked.Count > 1)
        {
            var names = string.Join(" and ", asked.Select(option => option.Name));
            result.AddError($"{names} cannot be asked for together. Allowed: one of them.");
        }

        Option[] ofRunning = [_urls, _speed, _noDemo, _resetAdmin];
        foreach (var option in ofRunning.Where(option => asked.Count > 0 && result.GetResult(option) is { Implicit: false }))
        {
            result.AddError($"{option.Name} says how bots run, and {asked[0].Name} runs none. Allowed with it: --data.");
        }

        if (result.GetResult(_replace) is not null && result.GetResult(_restore) is null)
        {
            result.AddError("--replace belongs to --restore FILE.");
        }

        if (result.GetResult(_symbol) is null != result.GetResult(_timeframe) is null
            || (result.GetResult(_symbol) is not null && result.GetResult(_import) is null))
        {
            result.AddError("--symbol and --timeframe belong together, and to --import FILE.");
        }
    }

    private static string[] Split(string urls) =>
        urls.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
