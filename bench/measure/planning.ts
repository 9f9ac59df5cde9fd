/** A school sets its goals, command by command: from the tap to the durable commit and the card that answers it. */
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import type { Meta, View } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import { instantOf } from '../../src/kernel/time.ts'
import { listWorkItems } from '../../src/organization/queries.ts'
import { planning } from '../../src/planning/chapter.ts'
import { findPlan } from '../../src/planning/queries.ts'
import { standardsMark } from '../../src/planning/rules/criterion.ts'
import type { Goal } from '../../src/planning/rules/goal.ts'
import { seenOf } from '../../src/planning/rules/verdicts.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { percentile } from '../statistics.ts'
import { count, decimal, printTable } from '../table.ts'
import { fillNewSchool } from '../world/school.ts'
import { openEmpty, openYear } from '../world/university.ts'

const YEAR = 2026
const DAY = '2026-03-02'
const BEGAN = Date.parse(`${DAY}T01:00:00.000Z`)
const KEY = 6
const SPECIAL = 3
const ROUTINE = 21

const TEXT = '完成场地改造和制度建设，全年培训教师三百人次，形成可推广的做法，经专家组验收通过。'
const COMMON = {
  ...{ title: '建成教师发展中心', content: TEXT, seen: '通过验收', owner: '' },
  ...{ indicator: '', measureUnit: '', target: null, weight: null, budget: null, criterion: '' },
  ...{ dueOn: '2026-11-30', priority: '', aim: null, justification: '', workItem: '' },
}
const ENTRIES = {
  key: { ...COMMON, type: 'key', criterion: '每少十人次扣一分', priority: 'YD1' },
  special: { ...COMMON, type: 'special', aim: 'method' },
  routine: { ...COMMON, type: 'routine', seen: '', workItem: 'GX1' },
} as const

export async function measurePlanning({ folder, units }: { folder: string; units: number }): Promise<void> {
  const db = openEmpty(`${folder}/planning.sqlite`)
  await openYear(db, 'setting')
  fillNewSchool(db, units * 2)
  const acts = actsOn(db)
  // The even ones are teaching units, whose groups draft; here every unit drafts its own.
  for (let n = 0; n < units; n++) await settle(db, acts.act, `S${2 * n + 1}`, `LEAD${((2 * n + 1) % 10) + 1}`)
  const inForce = db.raw("SELECT count(*) AS n FROM goal WHERE status = 'in-force'") as { n: number }[]
  db.close()
  printTable(
    `Setting goals: ${count(units)} units, 30 goals each, ${count(inForce[0]?.n ?? 0)} in force at the end, ms`,
    ['', 'taps', 'median', 'p99', 'longest'],
    [...acts.samples].map(([name, samples]) => [
      name,
      count(samples.length),
      decimal(percentile(samples, 0.5), 1),
      decimal(percentile(samples, 0.99), 1),
      decimal(Math.max(...samples), 1),
    ]),
  )
}

type Act = (by: string, type: string, payload: JsonObject) => Promise<void>

/** One unit's plan, from the first goal to the plan in force. */
async function settle(db: SqliteDatabase, act: Act, unit: string, leader: string): Promise<void> {
  const place = { year: YEAR, unit }
  const draft = async (by: string, type: keyof typeof ENTRIES, times: number): Promise<void> => {
    for (let n = 0; n < times; n++) await act(by, 'goal.draft', { ...place, entry: ENTRIES[type] })
  }
  const those = async (pick: (goal: Goal) => boolean) => {
    const goals = (await findPlan(db, YEAR, unit)).state.goals.filter(pick)
    return { seen: seenOf(goals), standards: standardsMark(goals, await listWorkItems(db)) }
  }
  await draft(leader, 'key', KEY)
  await draft(`contact-${unit}`, 'special', SPECIAL)
  await draft(`contact-${unit}`, 'routine', ROUTINE)
  const { seen: own } = await those((goal) => goal.drafter === 'leader')
  await act(leader, 'plan.send', { ...place, drafter: 'leader', seen: own })
  const { seen: units } = await those((goal) => goal.drafter === 'unit')
  await act(`head-${unit}`, 'plan.send', { ...place, drafter: 'unit', seen: units })
  await act(leader, 'plan.review', {
    ...place,
    ...(await those((goal) => goal.status === 'sent')),
    verdicts: [],
  })
  await act('CHAIR', 'plan.ratify', {
    ...place,
    ...(await those((goal) => goal.status === 'passed')),
    verdicts: [],
  })
}

function actsOn(db: SqliteDatabase) {
  const chapter = planning({ blobs: { put: noBytes, get: noBytes } })
  const samples = new Map<string, number[]>()
  let acts = 0
  const draw = async (view: View, meta: Meta): Promise<void> => {
    const message = await chapter.views.find((one) => one.name === view.name)?.render(db, view.params, meta)
    if (message?.kind !== 'card') throw new Error(`no card ${view.name}`)
    JSON.stringify(renderCard(message.card))
  }
  const act: Act = async (by, type, payload) => {
    const command = chapter.commands.find((one) => one.type === type)
    if (!command) throw new Error(`no command ${type}`)
    acts += 1
    const meta: Meta = {
      ...{ by, inNameOf: by, causes: [`act:${acts}`], at: instantOf(BEGAN + acts * 10), today: DAY },
    }
    const began = performance.now()
    const outcome = await execute(db, command, payload, meta)
    if (!outcome.ok) throw new Error(`${type} by ${by}: ${outcome.refusal.code}`)
    if (outcome.show) await draw(outcome.show, meta)
    samples.set(type, [...(samples.get(type) ?? []), performance.now() - began])
  }
  return { act, samples }
}

async function noBytes(): Promise<never> {
  throw new Error('goals have no files')
}
