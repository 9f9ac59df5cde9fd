/** Plans of a teaching unit and of an office: being drafted, sent, and passed. */
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { listWorkItems } from '../../../src/organization/queries.ts'
import { reviewMark } from '../../../src/planning/rules/batch.ts'
import type { GoalEntry } from '../../../src/planning/rules/entry.ts'
import { blobs, planning as chapter } from '../../planning/chapter.ts'
import { lastYear, routine } from '../../planning/copy-world.ts'
import { ratifyBy } from '../../planning/vote-world.ts'
import { fillIn, row, send, template } from '../../planning/workbook-world.ts'
import { doneOf, entry, type PlanWorld, passWholePlan, planWorld } from '../../planning/world.ts'
import { planning } from '../rights/planning.ts'
import { everybodyIn, once, type Situations, situation } from './situation.ts'

const AT = '2026-03-05T01:00:00.000Z'
const RIGHTS = {
  commands: chapter.commands,
  byRight: [
    ...[
      'other-drafter',
      'assigned-goal',
      'other-assigner',
      'other-sender',
      'other-withdrawer',
      'other-leader',
    ],
    ...[
      'own-unit-plan',
      'chair-decides',
      'members-decide',
      'nothing-passed',
      'foreign-copy',
      'office-reminds',
    ],
    'unread-workbook',
  ],
  byPhase: ['closed-setting', 'nothing-passed', 'ended-setting', 'faulty-workbook'],
}

const PLACES = { JX01: { year: 2026, unit: 'JX01' }, XZ01: { year: 2026, unit: 'XZ01' } } as const
type Unit = keyof typeof PLACES

/** JX01: goal 1 special, 2 assigned by the office, 3 key, 4 routine; XZ01: goal 1 key, 2 routine. All are drafts. */
async function drafted(): Promise<PlanWorld> {
  const world = planWorld()
  lastYear(world, 'JX01', [routine('本科教学运行')])
  doneOf(await world.draft('C-JX01', 'JX01', entry('special')))
  doneOf(
    await world.do('OF1', 'goal.assign', { year: 2026, units: ['JX01'], entry: { ...whole('special') } }),
  )
  doneOf(await world.draft('WG2', 'JX01', entry('key')))
  doneOf(await world.draft('WG2', 'JX01', entry('routine')))
  doneOf(await world.draft('LD2', 'XZ01', entry('key')))
  doneOf(await world.draft('C-XZ01', 'XZ01', entry('routine', { workItem: 'GX2' })))
  return world
}

const whole = (type: 'special'): GoalEntry => entry(type, { criterion: '按期建成', dueOn: '2026-11-30' })

async function sent(): Promise<PlanWorld> {
  const world = await drafted()
  doneOf(await world.send('H-JX01', 'JX01', 'unit'))
  doneOf(await world.send('WG1', 'JX01', 'group'))
  doneOf(await world.send('LD2', 'XZ01', 'leader'))
  return world
}

async function passed(mode: 'chair' | 'quorum'): Promise<PlanWorld> {
  const world = planWorld()
  await passWholePlan(world)
  ratifyBy(world, mode === 'chair' ? 'chair' : { mode: 'quorum', agree: null }, true)
  return world
}

const peopled = (world: PlanWorld): PlanWorld => {
  everybodyIn(world.db)
  return world
}

const drafting = once(async () => peopled(await drafted()))
const sending = once(async () => peopled(await sent()))

const of =
  (
    world: () => Promise<PlanWorld>,
    name: string,
    unit: Unit,
    payload: (w: PlanWorld) => Promise<JsonObject> | JsonObject,
  ) =>
  async () => {
    const w = await world()
    return situation(planning, name, { db: w.db, at: AT, ...RIGHTS }, unit, await payload(w))
  }

const draft = (unit: Unit, one: GoalEntry) => (): JsonObject => ({ ...PLACES[unit], entry: { ...one } })
const changed = (number: number, one: GoalEntry) => async (w: PlanWorld) => {
  const goal = (await w.plan('JX01')).goals.find((found) => found.number === number)
  return { ...PLACES.JX01, goal: goal?.id ?? '', revision: goal?.revision ?? 0, entry: { ...one } }
}
const removed = (number: number) => (): JsonObject => ({ ...PLACES.JX01, goal: `2026-JX01-${number}` })

const part = (unit: Unit, drafter: 'unit' | 'group' | 'leader') => async (w: PlanWorld) => {
  const open = (await w.plan(unit)).goals.filter((goal) => goal.drafter === drafter)
  return {
    ...PLACES[unit],
    drafter,
    seen: Object.fromEntries(open.map(({ id, revision }) => [id, revision])),
  }
}
const back = (unit: Unit, drafter: 'unit' | 'group' | 'leader') => async (w: PlanWorld) => {
  const found = (await w.plan(unit)).sent.find((one) => one.drafter === drafter)
  return { ...PLACES[unit], drafter, sentAt: found?.act.at ?? '' }
}

const ballot = (status: 'sent' | 'passed') => async (w: PlanWorld) => {
  const seen = await w.seen('JX01', status)
  return { ...PLACES.JX01, seen, standards: await w.standards('JX01', seen), verdicts: [] }
}

async function marks(w: PlanWorld): Promise<JsonObject> {
  const mark = reviewMark(await w.plan('JX01'), await listWorkItems(w.db))
  return { year: 2026, units: ['JX01'], marks: { JX01: mark } }
}

async function workbook(w: PlanWorld): Promise<{ readonly file: string; readonly seen: string }> {
  const book = fillIn(await template(w, 'C-JX01'), [row('药学院', '专项目标', { title: '表中目标' })])
  const { file, card } = await send(w, 'C-JX01', book)
  const seen = /"seen":"([0-9a-f]+)"/.exec(JSON.stringify(await card()))?.[1] ?? ''
  return { file, seen }
}
const book = once(async () => workbook(await drafting()))

/** Whoever sends it; what it holds is another matter. */
async function unreadable(): Promise<JsonObject> {
  const sha256 = await blobs.put(new Uint8Array([1]))
  return { name: '目标填报表.xlsx', from: { messageId: 'om', key: 'f' }, sha256, size: 1 }
}

const sender =
  (name: string, payload: (sheet: Awaited<ReturnType<typeof workbook>>) => JsonObject) => async () => {
    const w = await drafting()
    const common = { db: w.db, at: AT, ...RIGHTS } as const
    return situation(planning, name, common, 'JX01', payload(await book()), 'C-JX01')
  }

export const planningSituations: Situations = new Map([
  ['draft special', of(drafting, 'draft special', 'JX01', draft('JX01', entry('special')))],
  ['draft key, standard', of(drafting, 'draft key, standard', 'JX01', draft('JX01', entry('key')))],
  ['draft key, graded', of(drafting, 'draft key, graded', 'XZ01', draft('XZ01', entry('key')))],
  ['draft routine, graded', of(drafting, 'draft routine, graded', 'XZ01', draft('XZ01', entry('routine')))],
  ['revise', of(drafting, 'revise', 'JX01', changed(1, entry('special', { title: '另一名称' })))],
  [
    'revise assigned',
    of(drafting, 'revise assigned', 'JX01', changed(2, { ...whole('special'), title: '另一名称' })),
  ],
  ['remove', of(drafting, 'remove', 'JX01', removed(1))],
  ['remove assigned', of(drafting, 'remove assigned', 'JX01', removed(2))],
  [
    'assign',
    of(drafting, 'assign', 'JX01', () => ({ year: 2026, units: ['JX01'], entry: { ...whole('special') } })),
  ],
  ['send unit', of(drafting, 'send unit', 'JX01', part('JX01', 'unit'))],
  ['send group', of(drafting, 'send group', 'JX01', part('JX01', 'group'))],
  ['send leader', of(drafting, 'send leader', 'XZ01', part('XZ01', 'leader'))],
  ['withdraw unit', of(sending, 'withdraw unit', 'JX01', back('JX01', 'unit'))],
  ['withdraw group', of(sending, 'withdraw group', 'JX01', back('JX01', 'group'))],
  ['withdraw leader', of(sending, 'withdraw leader', 'XZ01', back('XZ01', 'leader'))],
  ['review', of(sending, 'review', 'JX01', ballot('sent'))],
  ['review many', of(sending, 'review many', 'JX01', marks)],
  [
    'ratify, chair',
    of(
      once(async () => peopled(await passed('chair'))),
      'ratify, chair',
      'JX01',
      ballot('passed'),
    ),
  ],
  [
    'ratify, quorum',
    of(
      once(async () => peopled(await passed('quorum'))),
      'ratify, quorum',
      'JX01',
      ballot('passed'),
    ),
  ],
  ['copy', of(drafting, 'copy', 'JX01', () => ({ year: 2026, units: ['JX01'] }))],
  ['remind', of(drafting, 'remind', 'JX01', () => ({ year: 2026, days: 0 }))],
  ['apply workbook', sender('apply workbook', ({ file, seen }) => ({ file, seen }))],
  ['drop workbook', sender('drop workbook', ({ file }) => ({ file }))],
  ['read workbook', of(drafting, 'read workbook', 'JX01', unreadable)],
])
