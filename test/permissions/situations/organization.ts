/** The seeded university with a roster that was read, a standard and a priority of its own, and a delegation of LD1 to LD2. */
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { execute } from '../../../src/kernel/execute.ts'
import type { Instant } from '../../../src/kernel/time.ts'
import { keep, readRowsCommand } from '../../../src/organization/commands/read-roster.ts'
import { demoRoster } from '../../../src/sandbox/university.ts'
import type { SqliteDatabase } from '../../../src/store/sqlite.ts'
import { act, campus, metaOf } from '../../policy/campus.ts'
import { organization } from '../rights/organization.ts'
import { blobs, COMMANDS, deps } from './program.ts'
import { everybodyIn, once, type Situations, situation } from './situation.ts'

const RIGHTS = {
  at: '2026-12-01T02:00:00.000Z',
  commands: COMMANDS,
  byRight: [
    ...['office-roster', 'foreign-standards', 'foreign-priorities', 'empty-duties', 'foreign-delegation'],
    ...['delegated-delegation', 'clock-only', 'office-keeps-priorities'],
  ],
  byPhase: [],
} as const
const LAB = { name: '实验室安全', standard: '零事故' }
/** To somebody who plays no part. */
const LATER = { delegate: 'none-for-CH', duties: ['all'], from: '2026-12-10', to: '2026-12-12' }
const SOON = { duties: ['all'], from: '2026-12-03', to: '2026-12-12' }
const DAYS = { from: '2026-12-01', to: '2026-12-05' }

async function does(db: SqliteDatabase, by: string, type: string, payload: JsonObject): Promise<void> {
  const command = COMMANDS.find((one) => one.type === type)
  if (!command) throw new Error(`no command ${type}`)
  const outcome = await act(db, command, by, payload)
  if (!outcome.ok) throw new Error(`${type}: ${JSON.stringify(outcome.refusal)}`)
}

const world = once(async () => {
  const db = campus()
  await does(db, 'OF1', 'year.open', { year: 2026 })
  await does(db, 'OF1', 'standard.set', { item: null, seen: 0, ...LAB })
  await does(db, 'OF1', 'priority.set', { id: 'YD9', seen: null, text: '建设智慧校园' })
  await does(db, 'OF1', 'delegation.give', { principal: 'LD1', delegate: 'LD2', duties: ['all'], ...DAYS })
  await does(db, 'OF1', 'delegation.give', { principal: 'C-FY01', delegate: 'H-XZ01', ...SOON })
  const rows = await keep(db, deps, demoRoster(), { today: '2026-12-01' })
  await execute(db, readRowsCommand, { name: '演示', rows }, metaOf('system'))
  return { db: everybodyIn(db), roster: rows }
})

const of =
  (
    name: string,
    payload: (all: Awaited<ReturnType<typeof world>>) => JsonObject | Promise<JsonObject>,
    at: Instant = RIGHTS.at,
  ) =>
  async () => {
    const all = await world()
    return situation(organization, name, { ...RIGHTS, at, db: all.db }, null, await payload(all))
  }

const versionOf = ({ db }: { readonly db: SqliteDatabase }, subject: string): number => {
  const [row] = db.raw(`SELECT version FROM subject WHERE id = '${subject}'`) as { version: number }[]
  return row?.version ?? 0
}
const ONE = { principal: 'LD1', number: 1 }

export const organizationSituations: Situations = new Map([
  [
    'read roster',
    of('read roster', async () => ({
      name: '名册.xlsx',
      sha256: await blobs.put(new Uint8Array([1])),
      size: 1,
    })),
  ],
  [
    'apply roster',
    of('apply roster', ({ db, roster }) => ({ roster, seen: versionOf({ db }, 'organization:school') })),
  ],
  ['drop roster', of('drop roster', ({ roster }) => ({ roster }))],
  ['set standard', of('set standard', () => ({ item: LAB.name, seen: 1, standard: '零事故、零隐患' }))],
  ['end standard', of('end standard', () => ({ item: LAB.name, seen: 1 }))],
  ['set priority', of('set priority', () => ({ id: 'YD9', seen: 1, text: '建成智慧校园' }))],
  ['end priority', of('end priority', () => ({ id: 'YD9', seen: 1 }))],
  ['give own', of('give own', () => ({ principal: null, ...LATER }))],
  ['give for', of('give for', () => ({ principal: 'LD1', ...LATER }))],
  ['end delegation', of('end delegation', () => ONE)],
  [
    'begin delegation',
    of('begin delegation', () => ({ ...ONE, principal: 'C-FY01' }), '2026-12-03T02:00:00.000Z'),
  ],
  ['expire delegation', of('expire delegation', () => ONE, '2026-12-08T02:00:00.000Z')],
])
