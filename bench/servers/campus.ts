/** Feishu's API of the sandbox in a process of its own, with Feishu's published limits or without any. */
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { tellParent } from '../child.ts'
import { openCampus } from '../world/campus.ts'

const limits = process.env.BENCH_LIMITS === 'none' ? 'none' : {}
const campus = openCampus({ limits, ids: randomUUID, now: Date.now })
serve({ fetch: campus.api.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
  tellParent({ port }),
)
