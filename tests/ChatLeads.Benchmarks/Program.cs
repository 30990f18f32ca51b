Console.WriteLine("ChatLeads benchmarks: none yet.");
