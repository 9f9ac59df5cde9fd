/** Visits and checks of 药学院 by WG and of 教务处 by IT, with a note, findings and rectifications. */
import { inspection as program } from '../../../src/execution/inspection/chapter.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import {
  CHECK,
  type InspectionWorld,
  inspectionWorld,
  NOTE,
  publishes,
  seenOf,
  VISIT,
} from '../../execution/inspection-world.ts'
import { memoryBlobs } from '../../organization/world.ts'
import { inspection } from '../rights/inspection.ts'
import { everybodyIn, once, type Situations, situation } from './situation.ts'

const AT = '2026-03-02T03:00:00.000Z'
const RIGHTS = {
  commands: program({ blobs: memoryBlobs() }).commands,
  byRight: [
    ...['foreign-body', 'unconvened-check', 'own-unit', 'unfit-witness', 'own-witness', 'foreign-inspection'],
    ...['own-inspection', 'inspected-own-unit', 'foreign-note', 'foreign-finding', 'foreign-rectification'],
  ],
  byPhase: ['closed-inspection', 'closed-finding', 'closed-rectification', 'frozen-inspection'],
}

const GRADED = { body: 'IT', unit: 'XZ01', inspectors: ['IT1', 'IT2'] } as const
const ANSWER = { words: '已补齐', evidence: [] } as const

/** IT2 and WG2 have no unit of their own here but what a cell gives them. */
const empty = async (): Promise<InspectionWorld> => {
  const w = await inspectionWorld()
  w.db.exec("DELETE FROM role_held WHERE person = 'IT2' AND role = 'contact'")
  everybodyIn(w.db)
  w.db.exec("UPDATE person SET unit = NULL WHERE id = 'WG2'")
  return w
}

const begun = once(async () => {
  const w = await empty()
  const visit = await w.does('WG1', 'visit.plan', VISIT)
  const check = await w.does('WG1', 'check.state', { ...CHECK, inspectors: ['WG3'] })
  const kept = await w.does('WG2', 'finding.note', { ...NOTE, inspection: visit })
  const open = await found(w, 'WG1', { ...NOTE, inspection: visit, fact: '另一事实' })
  const answered = await found(w, 'WG1', { ...NOTE, inspection: visit, fact: '第三事实' })
  const published = await found(w, 'WG2', { ...NOTE, inspection: visit, fact: '第四事实' })
  await w.does('C-JX01', 'rectification.answer', { finding: answered, ...ANSWER })
  return { w, visit, check, kept, open, answered, published, graded: await ofGraded(w) }
})
type Begun = Awaited<ReturnType<typeof begun>>

async function found(w: InspectionWorld, by: string, note: JsonObject): Promise<string> {
  const finding = await w.does(by, 'finding.note', note)
  await publishes(w, by, finding)
  return finding
}

async function ofGraded(w: InspectionWorld): Promise<string> {
  const visit = await w.does('IT1', 'visit.plan', { ...VISIT, ...GRADED })
  const note = { ...NOTE, unit: 'XZ01', goal: '2026-XZ01-1', inspection: visit }
  const finding = await found(w, 'IT1', note)
  await w.does('C-XZ01', 'rectification.answer', { finding, ...ANSWER })
  return finding
}

const of =
  (
    name: string,
    unit: 'JX01' | 'XZ01',
    payload: (begun: Begun) => JsonObject | Promise<JsonObject>,
    author?: string,
  ) =>
  async () => {
    const all = await begun()
    return situation(inspection, name, { db: all.w.db, at: AT, ...RIGHTS }, unit, await payload(all), author)
  }

const accepting = (finding: string): JsonObject => ({ finding, verdict: 'accept', seen: 0 })

export const inspectionSituations: Situations = new Map([
  ['plan visit, standard', of('plan visit, standard', 'JX01', () => ({ ...VISIT, on: '2026-03-09' }))],
  ['plan visit, graded', of('plan visit, graded', 'XZ01', () => ({ ...VISIT, ...GRADED, on: '2026-03-09' }))],
  ['state check, standard', of('state check, standard', 'JX01', () => ({ ...CHECK, inspectors: ['WG3'] }))],
  [
    'state check, graded',
    of('state check, graded', 'XZ01', () => ({ ...CHECK, body: 'IT', inspectors: ['IT3'], places: 1 })),
  ],
  ['draw', of('draw', 'JX01', ({ check }) => ({ inspection: check, said: '618' }))],
  ['end', of('end', 'JX01', ({ visit }) => ({ inspection: visit, how: 'done', words: '已完成' }))],
  ['note', of('note', 'JX01', ({ visit }) => ({ ...NOTE, inspection: visit, fact: '新的事实' }))],
  ['drop', of('drop', 'JX01', ({ kept }) => ({ finding: kept }), 'WG2')],
  [
    'publish',
    of('publish', 'JX01', async ({ w, kept }) => ({ finding: kept, seen: await seenOf(w, kept) }), 'WG2'),
  ],
  ['withdraw', of('withdraw', 'JX01', ({ published }) => ({ finding: published, reason: '有误' }), 'WG2')],
  ['answer', of('answer', 'JX01', ({ open }) => ({ finding: open, ...ANSWER }))],
  ['judge, standard', of('judge, standard', 'JX01', ({ answered }) => accepting(answered))],
  ['judge, graded', of('judge, graded', 'XZ01', ({ graded }) => accepting(graded))],
])
