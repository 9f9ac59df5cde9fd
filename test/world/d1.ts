import { fileURLToPath } from 'node:url'
import type { D1Database } from '@cloudflare/workers-types'
import { Miniflare } from 'miniflare'
import { unstable_splitSqlQuery as splitSqlQuery } from 'wrangler'
import { readMigrations } from '../../src/store/migrate.ts'

/** A D1 of workerd's own, in memory, without network. */
export async function startD1(): Promise<{
  binding: D1Database
  wipe(): Promise<void>
  stop(): Promise<void>
}> {
  const miniflare = new Miniflare({
    modules: true,
    script: 'export default {}',
    d1Databases: ['DB'],
    cf: false,
    compatibilityDate: '2026-04-01',
  })
  const binding = await bindingOf(miniflare)
  await migrateD1(binding)
  return { binding, wipe: () => wipe(binding), stop: () => miniflare.dispose() }
}

/** Miniflare hands out the same object under the types of its own copy of @cloudflare/workers-types. */
export async function bindingOf(miniflare: Miniflare): Promise<D1Database> {
  return (await miniflare.getD1Database('DB')) as unknown as D1Database
}

/** Applies every migration as wrangler does, statement by statement. */
export async function migrateD1(binding: D1Database): Promise<void> {
  for (const { sql } of readMigrations(fileURLToPath(new URL('../../migrations', import.meta.url)))) {
    await binding.batch(splitSqlQuery(sql).map((text) => binding.prepare(text)))
  }
}

/** Empties the kernel's tables; the journal's triggers are put aside for it. */
async function wipe(binding: D1Database): Promise<void> {
  const triggers = await binding
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'")
    .all<{ name: string; sql: string }>()
  const tables = ['receipt', 'journal', 'subject', 'outbox', 'delivery', 'dialog']
  await binding.batch([
    ...triggers.results.map(({ name }) => binding.prepare(`DROP TRIGGER ${name}`)),
    ...tables.map((table) => binding.prepare(`DELETE FROM ${table}`)),
    ...triggers.results.map(({ sql }) => binding.prepare(sql)),
  ])
}
