/** The university in results: gates being reported, all complete, proposed, put to the members, ratified. */
import exceljs from 'exceljs'
import type { Command } from '../../../src/kernel/command.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { results as program } from '../../../src/results/chapter.ts'
import { gateWorkbook } from '../../../src/results/gates/workbook/chapter.ts'
import type { SqliteDatabase } from '../../../src/store/sqlite.ts'
import { memoryBlobs } from '../../organization/world.ts'
import { act, metaOf, viewer } from '../../policy/campus.ts'
import { ALL_UNITS, campusInResults, completeCampus, naming } from '../../results/year-in-results.ts'
import { results } from '../rights/results.ts'
import { everybodyIn, once, type Situations, situation } from './situation.ts'

const AT = '2026-12-01T02:00:00.000Z' as const
const blobs = memoryBlobs()
const workbook = gateWorkbook({ blobs })
const RIGHTS = {
  at: AT,
  commands: [...program.commands, ...workbook.commands],
  byRight: [
    ...[
      'not-lead-unit',
      'gate-office-only',
      'chair-only',
      'members-only',
      'announcer-only',
      'faulty-workbook',
      'unread-workbook',
    ],
    'repeated-answer',
  ],
  byPhase: ['early-gate', 'early-results', 'closed-results'],
}
const YEAR = { year: 2026 } as const
const AREA = { ...YEAR, area: 'ethics' } as const
const RATIOS = { ...YEAR, ratios: { standard: 34_00, graded: 50_00 } }

function commandOf(type: string): Command {
  const found = RIGHTS.commands.find((one) => one.type === type)
  if (!found) throw new Error(`no command ${type}`)
  return found
}

async function does(db: SqliteDatabase, by: string, type: string, payload: JsonObject): Promise<void> {
  const outcome = await act(db, commandOf(type), by, payload)
  if (!outcome.ok) throw new Error(`${type} by ${by}: ${JSON.stringify(outcome.refusal)}`)
}

async function proposed(): Promise<SqliteDatabase> {
  const db = await completeCampus()
  await does(db, 'CH', 'results.propose', RATIOS)
  return db
}

const reporting = once(async () => everybodyIn(await campusInResults()))
const complete = once(async () => everybodyIn(await completeCampus()))
const before = once(async () => everybodyIn(await proposed()))
const ratified = once(async () => {
  const db = await proposed()
  await does(db, 'CH', 'results.ratify', await naming(db, ['JX01', 'XZ01']))
  return everybodyIn(db)
})
/** The chair has put the naming to the members. */
const put = once(async () => {
  const db = await completeCampus()
  const mode = JSON.stringify({ mode: 'quorum', agree: 3 })
  db.exec(
    `UPDATE subject SET state = json_set(state, '$.policy.ratification', json('${mode}')) WHERE id = 'year:2026'`,
  )
  await does(db, 'CH', 'results.propose', RATIOS)
  await does(db, 'CH', 'results.ratify', await naming(db, ['JX01', 'XZ01']))
  return everybodyIn(db)
})

const of =
  (
    name: string,
    make: () => Promise<SqliteDatabase>,
    payload: JsonObject | ((db: SqliteDatabase) => Promise<JsonObject>),
  ) =>
  async () => {
    const db = await make()
    const given = typeof payload === 'function' ? await payload(db) : payload
    return situation(results, name, { db, ...RIGHTS }, null, given)
  }

/** GA-ethics has sent the own workbook with one unit passed. */
const sent = once(async () => {
  const db = await reporting()
  const sheet = await look(db, 'gate-template', {})
  if (sheet.kind !== 'file') throw new Error('no file')
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(sheet.bytes) as never)
  const cells = book.getWorksheet('一票否决')?.getRow(2)
  if (cells) cells.getCell(4).value = '合格'
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  const file = await blobs.put(bytes)
  await does(db, 'GA-ethics', 'gates.read', { name: '一票否决报告表.xlsx', sha256: file, size: bytes.length })
  const card = JSON.stringify(await look(db, 'gate-workbook', { by: 'GA-ethics', file, page: 0 }))
  return { file, seen: /"seen":"([0-9a-f]+)"/.exec(card)?.[1] ?? '' }
})

async function look(db: SqliteDatabase, name: string, params: JsonObject) {
  const view = workbook.views.find((one) => one.name === name)
  if (!view) throw new Error(`no view ${name}`)
  return view.render(db, params, viewer('GA-ethics'))
}

async function unreadable(): Promise<JsonObject> {
  return { name: '一票否决报告表.xlsx', sha256: await blobs.put(new Uint8Array([1])), size: 1 }
}

const verdicts = [{ unit: 'JX01', verdict: 'pass', reason: '' }]

export const resultsSituations: Situations = new Map([
  ['report', of('report', reporting, { ...AREA, verdicts })],
  ['pass', of('pass', reporting, { ...AREA, units: ALL_UNITS })],
  ['fail', of('fail', reporting, { ...AREA, text: '药学院 师德投诉属实' })],
  ['read workbook', of('read workbook', reporting, unreadable)],
  ['apply workbook', of('apply workbook', reporting, async () => ({ ...(await sent()) }))],
  ['drop workbook', of('drop workbook', reporting, async () => ({ file: (await sent()).file }))],
  ['chase', of('chase', reporting, YEAR)],
  ['propose', of('propose', complete, RATIOS)],
  ['ratify, chair', of('ratify, chair', before, (db) => naming(db, ['JX01', 'XZ01']))],
  ['answer', of('answer', put, { ...YEAR, ballot: metaOf('CH').at, answer: 'agree' })],
  ['announce', of('announce', ratified, YEAR)],
])
