/** The page's files: our own stylesheets and scripts, htmx and the chart library from their packages. No build step. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Hono } from 'hono'

export interface Asset {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly etag: string
}

/** Finds an asset by its name under `/assets/`; undefined where there is none. */
export type PageAssets = (name: string) => Asset | undefined

const script = 'text/javascript; charset=utf-8'

/** The page's stylesheets in the order in which they apply. */
export const styleSheets = [
  'base',
  'top-bar',
  'people',
  'chat',
  'composer',
  'dialogs',
  'card',
  'containers',
  'fields',
  'calendar',
  'phone',
].map((name) => `styles/${name}.css`)

/** Where this file stands, as long as the program is not bundled. */
const HERE = new URL('.', import.meta.url)

function sources(folder: URL): ReadonlyMap<string, { readonly path: string | URL; readonly type: string }> {
  const { resolve } = createRequire(import.meta.url)
  const scripts = [
    'start',
    'live',
    'toast',
    'composer',
    'people',
    'form',
    'tap',
    'charts',
    'calendar',
    'popups',
  ]
  return new Map([
    ['htmx.js', { path: resolve('htmx.org/dist/htmx.min.js'), type: script }],
    ['sse.js', { path: resolve('htmx-ext-sse/dist/sse.min.js'), type: script }],
    ['vchart.js', { path: resolve('@visactor/vchart/build/index.min.js'), type: script }],
    ['icon.svg', { path: new URL('icon.svg', folder), type: 'image/svg+xml' }],
    ...scripts.map(
      (name) => [`client/${name}.js`, { path: new URL(`client/${name}.js`, folder), type: script }] as const,
    ),
    ...styleSheets.map(
      (name) => [name, { path: new URL(name, folder), type: 'text/css; charset=utf-8' }] as const,
    ),
  ])
}

/** Reads each file of the page's `folder` when it is first asked for; throws at start if a package is not installed. */
export function pageAssets(folder: URL = HERE): PageAssets {
  const known = sources(folder)
  const read = new Map<string, Asset>()
  return (name) => {
    const source = known.get(name)
    if (source === undefined) return undefined
    const bytes = read.get(name)?.bytes ?? new Uint8Array(readFileSync(source.path))
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`
    const asset = read.get(name) ?? { type: source.type, bytes, etag }
    read.set(name, asset)
    return asset
  }
}

/** Serves the assets under `/assets/`; the browser asks each time whether they changed. */
export function assetRoutes(assets: PageAssets): Hono {
  const routes = new Hono()
  routes.get('/assets/:name{.+}', (c) => {
    const asset = assets(c.req.param('name'))
    if (asset === undefined) return c.text('没有这个文件', 404)
    const headers = { 'Content-Type': asset.type, ETag: asset.etag, 'Cache-Control': 'no-cache' }
    if (c.req.header('If-None-Match') === asset.etag) return c.body(null, 304, headers)
    return c.body(asset.bytes, 200, headers)
  })
  return routes
}
