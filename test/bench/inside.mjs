// Loaded into the bot's process by `discord.ts`: tells, when asked, what the process holds once all
// garbage is collected and what it has used of the processor since it was last asked.
let since = process.cpuUsage();
process.on('message', () => {
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage(since);
  process.send({ heapUsed, external, rss, cpu: (user + system) / 1000 });
  since = process.cpuUsage();
});
// Neither keeps being asked the bot from stopping, nor does the bot outlive who asks.
process.on('disconnect', () => process.exit());
process.channel.unref();
