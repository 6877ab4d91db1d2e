using System.Collections.Immutable;
using System.Diagnostics;

namespace BotCluster.Ledger.Server;

/// <summary>What a program that was run to its end said.</summary>
internal sealed record ToolAnswer(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>Runs a program to its end, never through a shell.</summary>
internal static class Tool
{
    public static Task<ToolAnswer> RunAsync(
        string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(program, arguments, ImmutableDictionary<string, string>.Empty, cancellationToken);

    /// <param name="program">Its path, or its name where it is on the search path.</param>
    /// <param name="arguments">Each by itself; nothing is split or expanded.</param>
    /// <param name="environment">What it needs besides our own environment, such as a password: arguments are public.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<ToolAnswer> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            // The database account may not be allowed into ours.
            WorkingDirectory = "/",
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Messages are shown and searched, so they come in one language.
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)
            ?? throw new PrivateServerException($"{program} could not be started.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ToolAnswer(process.ExitCode, (await output + await errors).Trim());
    }

    /// <summary>Runs a program that has to succeed for the work to go on.</summary>
    public static async Task<string> MustAsync(
        string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(program, arguments, cancellationToken);
        return answer.Succeeded
            ? answer.Output
            : throw new PrivateServerException(
                $"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with {answer.ExitCode}: {answer.Output}");
    }
}
