/** Views `priorities` (each with the goals that serve it) and `priority-goals` (all goals of one), Article 28. */
import * as z from 'zod'
import { goalName } from '../../../cards/goal-words.ts'
import type { Action, Button, Message } from '../../../cards/kit.ts'
import { priorityGoalsCard } from '../../../cards/priority-goals.ts'
import { type PriorityFacts, priorityListCard } from '../../../cards/priority-list.ts'
import type { Year } from '../../kernel/ids.ts'
import { pageOf } from '../../kernel/paging.ts'
import { viewOf } from '../../kernel/view.ts'
import { listServingGoals, type ServingGoal } from '../../planning/queries/priorities.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { getActor } from '../queries.ts'
import { type Actor, holds } from '../rules/actor.ts'
import { keepsPriorities } from '../rules/priority.ts'
import { SCHOOL } from '../subjects.ts'
import { type KeptPriority, listKeptPriorities } from './queries.ts'

const PAGE_SIZE = 6
const TITLES = 20
const GOALS_A_PAGE = 40
/** Characters of a goal's title in a list. */
const BRIEF = 30

/** Only the leading group and its office see every unit's goals. */
const seesAll = (actor: Actor): boolean =>
  holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')

/** `unserved`: only those that no goal serves. `id`: the one whose page is shown, where no page is asked for. */
export const prioritiesView = viewOf({
  name: 'priorities',
  params: z.object({
    page: z.int().exactOptional(),
    id: z.string().exactOptional(),
    unserved: z.boolean().exactOptional(),
  }),
  about: () => SCHOOL,
  async render(db, { page: asked, id, unserved }, viewer): Promise<Message> {
    const [actor, all, open] = await Promise.all([
      getActor(db, viewer),
      listKeptPriorities(db),
      findCurrentYear(db),
    ])
    const goals = seesAll(actor) && open ? await loadServing(db, open.year, all) : null
    const none = goals && all.filter((one) => !goals.has(one.id))
    const onlyUnserved = unserved === true && none !== null
    const list = onlyUnserved ? none : all
    const at = list.findIndex((one) => one.id === id)
    const view = { name: 'priorities', params: onlyUnserved ? { unserved: true } : {} }
    const page = pageOf(list, PAGE_SIZE, asked ?? Math.floor(Math.max(0, at) / PAGE_SIZE), view)
    const keeps = keepsPriorities(actor)
    return {
      kind: 'card',
      card: priorityListCard({
        year: open?.year ?? null,
        total: all.length,
        onlyUnserved,
        unserved: none?.map((one) => one.id) ?? null,
        priorities: page.items.map((one) => factsOf(one, goals, keeps)),
        add: keeps ? formFor(null, null) : null,
        filter: filterOf(onlyUnserved, none),
        turns: page.turns,
      }),
    }
  },
})

type Serving = ReadonlyMap<string, readonly ServingGoal[]>

async function loadServing(db: Database, year: Year, priorities: readonly KeptPriority[]): Promise<Serving> {
  const serving = new Map<string, ServingGoal[]>()
  const ids = priorities.map((one) => one.id)
  for (const goal of await listServingGoals(db, year, ids)) {
    const ofOne = serving.get(goal.priority) ?? []
    ofOne.push(goal)
    serving.set(goal.priority, ofOne)
  }
  return serving
}

function filterOf(onlyUnserved: boolean, none: readonly KeptPriority[] | null): Button | null {
  if (onlyUnserved) return { text: '全部要点', action: { show: 'priorities', with: {} } }
  return none && none.length > 0
    ? { text: '只看无承接', action: { show: 'priorities', with: { unserved: true } } }
    : null
}

const formFor = (id: string | null, seen: number | null): Action => ({
  send: 'form',
  with: { form: 'priority', params: { id, seen } },
})

function factsOf({ id, text, version }: KeptPriority, goals: Serving | null, keeps: boolean): PriorityFacts {
  const served = goals?.get(id) ?? []
  return {
    ...{ id, text },
    serving: goals && {
      units: countUnits(served),
      goals: served.length,
      titles: served.slice(0, TITLES).map(titleOf),
      open: { show: 'priority-goals', with: { id } },
    },
    change: keeps ? formFor(id, version) : null,
    end: keeps ? { do: 'priority.end', with: { id, seen: version } } : null,
  }
}

const countUnits = (goals: readonly ServingGoal[]): number => new Set(goals.map((goal) => goal.plan)).size

function titleOf({ unit, number, title }: ServingGoal): string {
  const brief = title.length > BRIEF ? `${title.slice(0, BRIEF)}…` : title
  return `${unit} ${goalName(number)} ${brief}`
}

export const priorityGoalsView = viewOf({
  name: 'priority-goals',
  params: z.object({ id: z.string(), page: z.int().exactOptional() }),
  async render(db, { id, page: asked }, viewer): Promise<Message> {
    const [actor, all, open] = await Promise.all([
      getActor(db, viewer),
      listKeptPriorities(db),
      findCurrentYear(db),
    ])
    const goals = seesAll(actor) && open ? await listServingGoals(db, open.year, [id]) : []
    const page = pageOf(goals, GOALS_A_PAGE, asked ?? 0, { name: 'priority-goals', params: { id } })
    return {
      kind: 'card',
      card: priorityGoalsCard({
        id,
        text: all.find((one) => one.id === id)?.text ?? '该要点已停用。',
        units: countUnits(goals),
        total: goals.length,
        titles: page.items.map(titleOf),
        back: { show: 'priorities', with: { id } },
        turns: page.turns,
      }),
    }
  },
})
