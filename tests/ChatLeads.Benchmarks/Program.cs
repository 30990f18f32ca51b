using ChatLeads.Benchmarks;
using ChatLeads.Benchmarks.Scale;
using ChatLeads.Benchmarks.Turns;

return args switch
{
    ["turns", .. var rest] => await TurnsBenchmark.Run(rest),
    ["scale", .. var rest] => await ScaleBenchmark.Run(rest),
    ["understanding"] => UnderstandingBenchmark.Run(),
    ["bare", var mode, var url, var file] => await BareServer.Run(mode, url, file),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Run with -c Release. Verbs:
          understanding     time and memory to read a message, beside Recognizers-Text under Node where it is installed
          scale [SERVER]    the desk's answers and a turn at 10,000 and 1,000,000 leads, on SQLite and on PostgreSQL where its connection
                            string is given (a database of its own, which is dropped first)
          turns [SECONDS]   turns a second over HTTP, beside two bare endpoints with the same durable commit (8 s a level)
        """);
    return 1;
}
