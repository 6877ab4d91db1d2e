using BotCluster.Benchmarks;

// Measures what the plan promises and prints one table: dotnet run -c Release --project tests/BotCluster.Benchmarks [names] [--quick]
var quick = args.Contains("--quick");
var wanted = args.Where(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
var market = await Market.LoadAsync();
var report = new Report();
(string Name, Func<Task> Run)[] benchmarks =
[
    ("board", () => BoardBenchmark.RunAsync(market, report, quick)),
    ("memory", () => MemoryBenchmark.RunAsync(market, report, quick)),
    ("hold", () => HoldBenchmark.RunAsync(market, report, quick)),
    ("cadence", () => CadenceBenchmark.RunAsync(market, report, quick)),
    ("durable", () => DurableBenchmark.RunAsync(market, report, quick)),
];
foreach (var (name, run) in benchmarks)
{
    if (wanted.Length == 0 || wanted.Contains(name))
    {
        Report.Say($"== {name}");
        await run();
        GC.Collect();
    }
}

report.Print();
