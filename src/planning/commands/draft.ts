/** Commands on a single goal before it is sent. */
import * as z from 'zod'
import { command, type View } from '../../kernel/command.ts'
import type { Database } from '../../store/database.ts'
import { findScene, loadCatalogue, type Setting } from '../context.ts'
import type { PlanningDone } from '../done.ts'
import { type Drafting, draftGoal, removeGoal, reviseGoal } from '../rules/draft.ts'
import type { Catalogue } from '../rules/entry.ts'
import type { Goal } from '../rules/goal.ts'
import { missingFields } from '../rules/missing.ts'
import { onceOpened } from '../rules/opened.ts'
import type { PlanEvent, PlanState } from '../rules/plan.ts'
import type { PlanningRefusal } from '../rules/refusals.ts'
import { planId, planSubject } from '../subject.ts'

/** Lengths and values are the rule's to check, so that every fault is named at once; here only absurd sizes are refused. */
const words = z.string().max(20_000).default('')
const figure = z.number().nullable().default(null)

const aPlace = { year: z.int(), unit: z.string().max(100) }
export const anEntry = z.object({
  type: z.enum(['key', 'special', 'routine']),
  title: words,
  content: words,
  indicator: words,
  measureUnit: words,
  target: figure,
  seen: words,
  weight: figure,
  owner: words,
  budget: figure,
  criterion: words,
  dueOn: words,
  priority: words,
  aim: z.enum(['level', 'method', 'concern']).nullable().default(null),
  justification: words,
  workItem: words,
})

const draftPayload = z.object({
  ...aPlace,
  entry: anEntry,
  /** Which opened form it comes from: each makes one goal, however often it is sent. */
  opened: z.string().max(200).exactOptional(),
})
const revisePayload = z.object({ ...aPlace, goal: z.string().max(200), revision: z.int(), entry: anEntry })
const removePayload = z.object({ ...aPlace, goal: z.string().max(200) })

type DraftingContext = Drafting | { readonly refusal: PlanningRefusal }

async function findDrafting(db: Database, setting: Promise<Setting>, year: number): Promise<DraftingContext> {
  const [scene, catalogue]: [Setting, Catalogue] = await Promise.all([setting, loadCatalogue(db, year)])
  return 'refusal' in scene ? scene : { ...scene, catalogue }
}

const drafts = (payload: { readonly year: number; readonly unit: string }): View => ({
  name: 'draft-goal',
  params: { year: payload.year, unit: payload.unit },
})

const lacksOf = (goal: Goal | undefined): number => (goal ? missingFields(goal.content).length : 0)

export const draftGoalCommand = command<
  z.infer<typeof draftPayload>,
  PlanState,
  PlanEvent,
  PlanningRefusal,
  DraftingContext,
  PlanningDone
>({
  type: 'goal.draft',
  payload: draftPayload,
  on: planSubject,
  id: ({ year, unit }) => planId(year, unit),
  context: (db, { year, unit }, meta) => findDrafting(db, findScene(db, year, unit, meta), year),
  decide: (state, { entry, opened }, context) => {
    if ('refusal' in context) return context
    const draft = draftGoal(state, entry, context)
    return opened === undefined ? draft : onceOpened(state, opened, draft, { entry, ...context })
  },
  onRefusal: (refusal, payload) => (refusal.code === 'saved-form' ? drafts(payload) : undefined),
  tell: ({ payload, after }) => {
    const goal = after.goals.findLast(({ opened }) => opened === payload.opened)
    const done = { code: 'goal-drafted', number: goal?.number ?? 0, lacks: lacksOf(goal) } as const
    return { answer: { done, show: drafts(payload) } }
  },
})

export const reviseGoalCommand = command<
  z.infer<typeof revisePayload>,
  PlanState,
  PlanEvent,
  PlanningRefusal,
  DraftingContext,
  PlanningDone
>({
  type: 'goal.revise',
  payload: revisePayload,
  on: planSubject,
  id: ({ year, unit }) => planId(year, unit),
  context: (db, { year, unit }, meta) => findDrafting(db, findScene(db, year, unit, meta), year),
  decide: (state, payload, context) => ('refusal' in context ? context : reviseGoal(state, payload, context)),
  tell: ({ payload, after }) => {
    const goal = after.goals.find((one) => one.id === payload.goal)
    const done = { code: 'goal-revised', number: goal?.number ?? 0, lacks: lacksOf(goal) } as const
    const show = goal?.assigned ? { name: 'goal-detail', params: { goal: goal.id } } : drafts(payload)
    return { answer: { done, show } }
  },
})

export const removeGoalCommand = command<
  z.infer<typeof removePayload>,
  PlanState,
  PlanEvent,
  PlanningRefusal,
  DraftingContext,
  PlanningDone
>({
  type: 'goal.remove',
  payload: removePayload,
  on: planSubject,
  id: ({ year, unit }) => planId(year, unit),
  context: (db, { year, unit }, meta) => findDrafting(db, findScene(db, year, unit, meta), year),
  decide: (state, { goal }, context) => ('refusal' in context ? context : removeGoal(state, goal, context)),
  tell: ({ payload, before }) => {
    const goal = before.goals.find((one) => one.id === payload.goal)
    const done = { code: 'goal-removed', number: goal?.number ?? 0 } as const
    const show = goal?.assigned ? { name: 'assign-goal', params: { year: payload.year } } : drafts(payload)
    return { answer: { done, show } }
  },
  onRefusal: (_, payload) => drafts(payload),
})
