/** `ws` brings no types, and those of @types/ws do not fit @hono/node-server's under exactOptionalPropertyTypes; this is all that is used of it. */
declare module 'ws' {
  import type { WebSocketServerLike } from '@hono/node-server'
  export const WebSocketServer: new (options: { readonly noServer: true }) => WebSocketServerLike
}
