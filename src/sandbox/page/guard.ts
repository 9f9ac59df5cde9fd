/** What keeps other people's words and other people's pages out. */
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** Scripts only from this server. Inline styles are needed for column widths and the chart library's tooltips. */
export const contentPolicy = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  crossOriginEmbedderPolicy: false,
  strictTransportSecurity: false,
})

/** Changes may be asked for by this page only, never by another site that the person has open. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const origin = c.req.header('Origin')
  const site = c.req.header('Sec-Fetch-Site')
  const own = origin !== undefined ? hostOf(origin) === c.req.header('Host') : site === 'same-origin'
  if (!own || (site !== undefined && site !== 'same-origin')) return c.text('请在沙盒页面里操作。', 403)
  return next()
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined
