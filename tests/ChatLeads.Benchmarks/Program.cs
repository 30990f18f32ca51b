using ChatLeads.Benchmarks;
using ChatLeads.Benchmarks.Turns;

return args switch
{
    ["turns", .. var rest] => await TurnsBenchmark.Run(rest),
    ["understanding"] => UnderstandingBenchmark.Run(),
    ["bare", var mode, var url, var file] => await BareServer.Run(mode, url, file),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Run with -c Release. Verbs:
          understanding     time and memory to read a message, beside Recognizers-Text under Node where it is installed
          turns [SECONDS]   turns a second over HTTP, beside two bare endpoints with the same durable commit (8 s a level)
        """);
    return 1;
}
