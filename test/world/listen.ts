import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { WebSocketServer } from 'ws'

export interface Listening {
  /** As `http://127.0.0.1:40123`. */
  readonly url: string
  close(): Promise<void>
}

/** Serves on a free loopback port, as main.ts does. Closing cuts the connections that are left. */
export async function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
): Promise<Listening> {
  const server = await new Promise<ServerType>((resolve) => {
    const websocket = { server: new WebSocketServer({ noServer: true }) }
    const started = serve({ fetch, port: 0, hostname: '127.0.0.1', websocket }, () => resolve(started))
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
