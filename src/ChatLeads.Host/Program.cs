using ChatLeads.Host;
using ChatLeads.Host.CommandLine;

return await Commands.Run(args, WebHost.Run);
