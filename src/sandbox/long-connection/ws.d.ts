/** `ws` brings no types; this is all that is used of it. */
declare module 'ws' {
  import type { WebSocketServerLike } from '@hono/node-server'
  export const WebSocketServer: new (options: { readonly noServer: true }) => WebSocketServerLike
}
