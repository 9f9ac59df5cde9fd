/** A university whose units are reformed: the demonstration roster, plans in force, everybody acting through the real commands. */
import { expect } from 'vitest'
import { chaptersFor } from '../../../src/chapters.ts'
import type { Command, Meta, Outcome } from '../../../src/kernel/command.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { execute } from '../../../src/kernel/execute.ts'
import { foldSubject } from '../../../src/kernel/subject.ts'
import { instantOf, type LocalDate, localDateOf } from '../../../src/kernel/time.ts'
import { listWorkItems } from '../../../src/organization/queries.ts'
import { examineReform } from '../../../src/organization/units/examine.ts'
import { reformId, reformSubject } from '../../../src/organization/units/subject.ts'
import { findPlan } from '../../../src/planning/queries.ts'
import { drafterOf, partsOf } from '../../../src/planning/rules/drafters.ts'
import type { GoalContent } from '../../../src/planning/rules/goal.ts'
import type { PlanEvent } from '../../../src/planning/rules/plan.ts'
import { planId, planSubject } from '../../../src/planning/subject.ts'
import { findYear } from '../../../src/policy/queries.ts'
import type { Database } from '../../../src/store/database.ts'
import type { UnitKind } from '../../../src/store/schema/organization.ts'
import type { GoalType } from '../../../src/store/schema/planning.ts'
import type { Phase } from '../../../src/store/schema/policy.ts'
import type { SqliteDatabase } from '../../../src/store/sqlite.ts'
import { freshDatabase } from '../../world/database.ts'
import { loadUniversity } from '../../world/university.ts'
import { depsOf } from '../world.ts'

export const YEAR = 2026
const START = Date.parse('2026-06-10T01:00:00.000Z')

export interface UnitsWorld {
  readonly db: SqliteDatabase
  readonly commands: ReadonlyMap<string, Command>
  meta(by: string, cause?: string): Meta
  do(by: string, type: string, payload: JsonObject): Promise<Outcome>
  /** The office prepares a reform; its number. */
  prepares(wish: JsonObject, document?: string, on?: LocalDate): Promise<number>
  /** The office confirms what it sees. */
  confirms(reform: number, kind: string): Promise<Outcome>
  reforms(wish: JsonObject & { readonly kind: string }, document?: string): Promise<Outcome>
  enters(phase: Phase): Promise<void>
}

export async function unitsWorld(roster?: Parameters<typeof loadUniversity>[4]): Promise<UnitsWorld> {
  const db = freshDatabase()
  const deps = depsOf()
  let acts = 0
  const at = () => instantOf(START + acts * 60_000)
  await loadUniversity(db, deps.blobs, at, YEAR, roster)
  const commands = new Map(
    chaptersFor(deps)
      .flatMap((chapter) => chapter.commands)
      .map((one) => [one.type, one]),
  )
  const meta = (by: string, cause = `act:${acts}`): Meta => ({
    ...{ by, inNameOf: by, causes: [cause], at: at() },
    today: localDateOf(at()),
  })
  const act = (by: string, type: string, payload: JsonObject): Promise<Outcome> => {
    const command = commands.get(type)
    if (!command) throw new Error(`no command ${type}`)
    acts += 1
    return execute(db, command, payload, meta(by))
  }
  const prepares = async (
    wish: JsonObject,
    document = '校发〔2026〕18号',
    on = '2026-06-10' as LocalDate,
  ) => {
    const outcome = await act('OF1', 'unit.prepare', { wish, document, on })
    if (!outcome.ok || !outcome.show) throw new Error(`not prepared: ${JSON.stringify(outcome)}`)
    return Number(outcome.show.params.reform)
  }
  const confirms = async (reform: number, kind: string) =>
    act('OF1', `unit.${kind}`, { reform, seen: await markOf(db, reform, meta('OF1').today) })
  return {
    ...{ db, commands, meta, do: act, prepares, confirms },
    async reforms(wish, document) {
      return confirms(await prepares(wish, document), wish.kind)
    },
    async enters(phase) {
      const from = (await findYear(db, YEAR))?.phase ?? 'setting'
      expect(await act('OF1', 'phase.enter', { year: YEAR, phase, from })).toMatchObject({ ok: true })
    },
  }
}

/** The mark that the preview carries now. */
export async function markOf(db: Database, reform: number, today: LocalDate): Promise<string> {
  const head = await foldSubject(db, reformSubject, reformId(reform))
  const { state } = head
  if (state.status !== 'prepared') return ''
  return (await examineReform(db, reform, { ...head, state }, today, state.act)).mark
}

export async function barsOf(w: UnitsWorld, reform: number) {
  const head = await foldSubject(w.db, reformSubject, reformId(reform))
  const { state } = head
  if (state.status !== 'prepared') throw new Error(`reform ${reform} is ${state.status}`)
  return (await examineReform(w.db, reform, { ...head, state }, w.meta('OF1').today, state.act)).proposal.bars
}

function contentOf(type: GoalType, title: string, workItem: string): GoalContent {
  const common = {
    ...{
      title,
      content: '做成一件事',
      weight: 100,
      owner: '',
      budget: null,
      dueOn: '2026-11-30' as LocalDate,
    },
    measure: { kind: 'qualitative', seen: '通过验收' } as const,
  }
  switch (type) {
    case 'key':
      return { type, ...common, criterion: '按期完成', priority: 'YD1' }
    case 'special':
      return { type, ...common, criterion: '按期完成', aim: 'method', justification: '' }
    case 'routine':
      return { type, ...common, workItem }
  }
}

const TYPES: readonly GoalType[] = ['key', 'routine', 'special']

/** A plan with so many goals of the types in turn, drafted, or brought into force. */
export async function givePlan(
  w: UnitsWorld,
  unit: string,
  kind: UnitKind,
  types: readonly GoalType[] = TYPES,
  until: 'draft' | 'sent' | 'in-force' = 'in-force',
): Promise<string[]> {
  const [item] = await listWorkItems(w.db)
  if (!item) throw new Error('no work item')
  const act = { by: 'WG1', name: '第一工作组 组长', at: w.meta('WG1').at }
  const { state, version, hash } = await foldSubject(w.db, planSubject, planId(YEAR, unit))
  const first = state.lastNumber + 1
  const ids = types.map((_, at) => `${YEAR}-${unit}-${first + at}`)
  const drafted = types.map(
    (type, at): PlanEvent => ({
      ...{ type: 'goal.drafted', goal: ids[at] ?? '', number: first + at, drafter: drafterOf(kind, type) },
      ...{ content: contentOf(type, `${unit}的目标${first + at}`, item.id), act },
    }),
  )
  const parts = partsOf(kind)
  const sent = parts.map(
    (drafter): PlanEvent => ({
      ...{ type: 'part.sent', drafter, parts, review: 'asked', act },
      goals: ids.filter((_, at) => drafterOf(kind, types[at] ?? 'key') === drafter),
    }),
  )
  const ratified: PlanEvent[] = [
    { type: 'plan.reviewed', passed: ids, returned: [], act },
    {
      ...{ type: 'plan.ratified', returned: [], act },
      ratified: ids.map((goal, at) => ({
        goal,
        criterion: types[at] === 'routine' ? item.standard : '按期完成',
      })),
    },
  ]
  const steps = { draft: [], sent, 'in-force': [...sent, ...ratified] }
  const events = [...drafted, ...steps[until]]
  const change = planSubject.change(planId(YEAR, unit), { state, version, hash }, events)
  const command: Command = {
    type: 'test.plan',
    payload: undefined as never,
    prepare: async () => ({
      change: { subjects: [change], notices: [], answer: { done: { code: 'done' } } },
    }),
  }
  const outcome = await execute(w.db, command, {}, w.meta('WG1', `plan:${unit}:${first}`))
  expect(outcome.ok).toBe(true)
  return ids
}

export const planOf = async (w: UnitsWorld, unit: string) => (await findPlan(w.db, YEAR, unit)).state
