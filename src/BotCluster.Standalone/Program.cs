using BotCluster.Standalone;
using BotCluster.Standalone.CommandLine;

using var stop = new StopSignal();
return await new Entry(new Terminal(Console.Out, Console.Error), TimeProvider.System).RunAsync(args, stop.Token);
