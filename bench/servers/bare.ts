/** Baseline: a Hono route that reads the body and answers. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { tellParent } from '../child.ts'
import { WEBHOOK } from '../world/app.ts'

const app = new Hono()
app.post(WEBHOOK, async (c) => c.json({ bytes: (await c.req.text()).length }))
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) => tellParent({ port }))
