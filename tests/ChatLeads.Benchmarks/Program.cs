using ChatLeads.Benchmarks.Turns;

return args switch
{
    ["turns", .. var rest] => await TurnsBenchmark.Run(rest),
    ["bare", var mode, var url, var file] => await BareServer.Run(mode, url, file),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Run with -c Release. Verbs:
          turns [SECONDS]   turns a second over HTTP, beside two bare endpoints with the same durable commit (8 s a level)
        """);
    return 1;
}
