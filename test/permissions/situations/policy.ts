/** A year in whatever phase a cell sets, before its first unit is scored: opened, confirmed, planned, with a unit reopened. */
import exceljs from 'exceljs'
import type { Meta } from '../../../src/kernel/command.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { coefficientUnits } from '../../../src/policy/coefficients/list.ts'
import { findLastYear } from '../../../src/policy/new-year/queries.ts'
import { getCurrentYear } from '../../../src/policy/queries.ts'
import { markOfPolicy } from '../../../src/policy/rules/confirm.ts'
import { markOf } from '../../../src/policy/rules/mark.ts'
import { markOfCarried } from '../../../src/policy/rules/new-year.ts'
import { adoptable } from '../../../src/policy/rules/set-coefficients.ts'
import { markOfValues } from '../../../src/policy/rules/values.ts'
import type { SqliteDatabase } from '../../../src/store/sqlite.ts'
import { act, campus, confirmedCampus, viewer } from '../../policy/campus.ts'
import { policy } from '../rights/policy.ts'
import { blobs, COMMANDS, VIEWS } from './program.ts'
import { everybodyIn, once, type Situations, situation } from './situation.ts'

const TODAY = '2026-12-01'
const RIGHTS = {
  at: '2026-12-01T02:00:00.000Z',
  commands: COMMANDS,
  byRight: [
    'office-only',
    'chair-only',
    'clock-only',
    'office-only-retry',
    'office-only-backup',
    'unread-workbook',
  ],
  byPhase: ['frozen-year', 'hindered-year', 'unpassed-phase', 'closed-calendar', 'reminded-already'],
} as const
const YEAR = { year: 2026 } as const
const COEFFICIENTS = { key: 1_0500, special: 1_0000, routine: 9800 }

async function does(db: SqliteDatabase, type: string, payload: JsonObject): Promise<void> {
  const command = COMMANDS.find((one) => one.type === type)
  if (!command) throw new Error(`no command ${type}`)
  const outcome = await act(db, command, 'OF1', payload)
  if (!outcome.ok) throw new Error(`${type}: ${JSON.stringify(outcome.refusal)}`)
}

const opened = once(async () => {
  const db = await confirmedCampus()
  db.exec("DELETE FROM role_held WHERE person = 'OF2'")
  return everybodyIn(db)
})

/** Every planned day has come. */
const planned = once(async () => {
  const db = await confirmedCampus()
  await does(db, 'calendar.plan', { ...YEAR, dates: DATES, seen: null })
  return everybodyIn(db)
})
const span = (from: string, to: string) => ({ from, to })
const DATES = {
  setting: span('2026-01-05', '2026-02-27'),
  execution: span('2026-03-02', '2026-04-30'),
  assessment: span('2026-05-06', '2026-06-30'),
  results: span('2026-07-01', '2026-08-31'),
}

const reopened = once(async () => {
  const db = await confirmedCampus()
  await does(db, 'phase.enter', { ...YEAR, phase: 'execution', from: 'setting' })
  await does(db, 'phase.reopen', { ...YEAR, unit: 'JX01', phase: 'setting', reason: '补报', until: null })
  return everybodyIn(db)
})

/** Coefficients of last year that await the notice, and a policy that awaits its confirmation. */
const awaiting = once(async () => {
  const db = await confirmedCampus()
  db.exec(
    `UPDATE subject SET state = json_set(state, '$.notice', NULL, '$.suggested', json('${JSON.stringify({ XZ01: COEFFICIENTS })}')) WHERE id = 'year:2026'`,
  )
  return everybodyIn(db)
})

type Payload = JsonObject | ((db: SqliteDatabase) => Promise<JsonObject>)

const of = (name: string, make: () => Promise<SqliteDatabase>, payload: Payload) => async () => {
  const db = await make()
  const given = typeof payload === 'function' ? await payload(db) : payload
  return situation(policy, name, { ...RIGHTS, db }, null, given)
}

const mark = async (db: SqliteDatabase, subject: 'grading' | 'gates'): Promise<string> =>
  markOfValues((await getCurrentYear(db)).policy, subject)

async function carried(db: SqliteDatabase): Promise<JsonObject> {
  const last = await findLastYear(db, TODAY)
  return { year: 2027, seen: last ? markOfCarried(last) : '' }
}

async function suggestions(db: SqliteDatabase): Promise<JsonObject> {
  const { suggested = {} } = await getCurrentYear(db)
  return {
    ...YEAR,
    notice: '校发〔2026〕3号',
    seen: markOf(adoptable(suggested, await coefficientUnits(db, 2026))),
  }
}

/** From the phase of the cell to another. */
function entering(db: SqliteDatabase): (meta: Meta) => Promise<JsonObject> {
  return async () => {
    const { phase } = await getCurrentYear(db)
    return { ...YEAR, from: phase, phase: phase === 'execution' ? 'assessment' : 'execution' }
  }
}

/** OF1 has sent a workbook with the coefficients of XZ01. */
const sent = once(async () => {
  const db = await opened()
  const sheet = await look(db, 'coefficient-template', {})
  if (sheet?.kind !== 'file') throw new Error('no file')
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(sheet.bytes) as never)
  const cells = book.getWorksheet('权重系数')?.getRow(2)
  for (const column of [3, 4, 5]) if (cells) cells.getCell(column).value = 1.05
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  const file = await blobs.put(bytes)
  await does(db, 'coefficients.read', { name: '权重系数表.xlsx', sha256: file, size: bytes.length })
  const card = JSON.stringify(await look(db, 'coefficient-workbook', { by: 'OF1', file, page: 0 }))
  return { file, seen: /"seen":"([0-9a-f]+)"/.exec(card)?.[1] ?? '' }
})

const look = (db: SqliteDatabase, name: string, params: JsonObject) =>
  VIEWS.find((one) => one.name === name)?.render(db, params, viewer('OF1'))

const area = { name: '实验室安全', leadUnit: '实验室与设备管理处' }

export const policySituations: Situations = new Map([
  [
    'open',
    of(
      'open',
      once(async () => everybodyIn(campus())),
      YEAR,
    ),
  ],
  ['begin', of('begin', opened, carried)],
  [
    'enter',
    async () => {
      const db = await opened()
      return situation(policy, 'enter', { ...RIGHTS, db }, null, entering(db))
    },
  ],
  ['reopen', of('reopen', opened, { ...YEAR, unit: 'JX01', phase: 'setting', reason: '补报', until: null })],
  ['reclose', of('reclose', reopened, { ...YEAR, unit: 'JX01', phase: 'setting' })],
  ['plan', of('plan', opened, { ...YEAR, dates: DATES, seen: null })],
  ['remind calendar', of('remind calendar', planned, YEAR)],
  [
    'choose',
    of('choose', opened, async (db) => ({
      ...{ ...YEAR, subject: 'grading', values: { bands: 'integer' } },
      seen: await mark(db, 'grading'),
    })),
  ],
  ['keep area', of('keep area', opened, async (db) => ({ ...YEAR, ...area, seen: await mark(db, 'gates') }))],
  [
    'end area',
    of('end area', opened, async (db) => ({ ...YEAR, area: 'energy', seen: await mark(db, 'gates') })),
  ],
  ['coefficients', of('coefficients', opened, { ...YEAR, unit: 'XZ01', coefficients: COEFFICIENTS })],
  ['adopt', of('adopt', awaiting, suggestions)],
  [
    'read coefficients',
    of('read coefficients', opened, async () => ({
      ...{ name: '权重系数表.xlsx', sha256: await blobs.put(new Uint8Array([1])), size: 1 },
    })),
  ],
  ['apply coefficients', of('apply coefficients', opened, async () => ({ ...(await sent()) }))],
  ['drop coefficients', of('drop coefficients', opened, async () => ({ file: (await sent()).file }))],
  [
    'confirm',
    of('confirm', awaiting, async (db) => ({
      ...{ ...YEAR, notice: '校发〔2026〕9号' },
      seen: markOfPolicy(await getCurrentYear(db)),
    })),
  ],
  ['backup', of('backup', opened, {})],
  ['retry', of('retry', opened, {})],
])
