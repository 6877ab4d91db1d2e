Console.WriteLine("BotCluster");
