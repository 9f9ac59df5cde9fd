import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** A port of this machine on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Resolves when the service on the port answers `/healthz`. @throws after half a minute */
export async function untilHealthy(port: number): Promise<void> {
  const giveUp = performance.now() + 30_000
  while (performance.now() < giveUp) {
    const alive = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
    if (alive) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('the service did not start')
}
