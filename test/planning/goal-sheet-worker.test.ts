import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { goalSheet } from '../../src/planning/goal-sheet/document/document.ts'
import { loadSheet } from '../../src/planning/goal-sheet/load.ts'
import { findSeat } from '../../src/planning/places.ts'
import { sixtyGoals } from './goal-sheet-plan.ts'

const WORKER = `
import { goalSheet } from './src/planning/goal-sheet/document/document.ts'
export default { fetch: async (request) => new Response(await goalSheet(await request.json())) }`

let workerd: Miniflare

beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const { outputFiles } = await build({
    stdin: { contents: WORKER, resolveDir: root },
    ...{ bundle: true, write: false, format: 'esm', platform: 'browser' },
  })
  const contents = outputFiles[0]?.text ?? ''
  workerd = new Miniflare({
    modules: [{ type: 'ESModule', path: 'worker.js', contents }],
    compatibilityDate: '2026-04-01',
    cf: false,
  })
})
afterAll(() => workerd.dispose())

it('the goal sheet is the same document in Workers as in Node', async () => {
  const { db } = await sixtyGoals()
  const seat = await findSeat(db, 'JX01')
  const facts = seat && (await loadSheet(db, 2026, seat))
  if (!facts) throw new Error('no sheet')
  const answer = await workerd.dispatchFetch('http://worker/', {
    method: 'POST',
    body: JSON.stringify(facts),
  })
  const made = Buffer.from(await answer.arrayBuffer())
  expect(made.equals(await goalSheet(facts))).toBe(true)
})
