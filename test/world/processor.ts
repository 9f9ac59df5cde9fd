/** Starts measuring; answers the milliseconds of the processor since then: what else the machine does is no part of it. */
export function processorTime(): () => number {
  const began = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  }
}
