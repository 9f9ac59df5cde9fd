/** What one person is reminded of, as the tables are now. */
import type { LocalDate } from '../../kernel/time.ts'
import type { Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { type Actor, holds, isLeaderOf } from '../../organization/rules/actor.ts'
import { findCurrentYear, type OpenYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { loadMatters } from './matters.ts'
import { listGiven, listSnoozes, stepsOf } from './queries.ts'
import { coveredBy, type Given, type Item, itemsOf, type Snoozes } from './rules/digest.ts'
import type { Workdays } from './rules/escalation.ts'
import { isOverdue } from './rules/matter.ts'
import { loadScene, reachOf } from './scene.ts'
import { rememberedWorkdays } from './workdays.ts'

export interface OwnReminders {
  readonly open: OpenYear
  readonly items: readonly Item[]
  readonly snoozes: Snoozes
  readonly workdays: Workdays
}

/** In another's name only what was given away. Undefined before any year is opened. */
export async function loadOwn(db: Database, viewer: Viewer): Promise<OwnReminders | undefined> {
  const { inNameOf: person, today } = viewer
  const [open, actor] = await Promise.all([findCurrentYear(db), getActor(db, viewer)])
  if (!open || open.phase === 'closed') return undefined
  const scene = await loadScene(db, open, today)
  const matters = await loadMatters(db, scene, reachOf(actor))
  const overdue = matters.filter((matter) => isOverdue(matter, today))
  const [steps, snoozes] = await Promise.all([stepsOf(db, overdue), listSnoozes(db, '0000-01-01', person)])
  const all = itemsOf(matters, ({ key }) => steps.get(key) ?? [], today).get(person) ?? []
  return {
    open,
    items: viewer.by === person ? all : all.filter((item) => isHeldBy(actor, item)),
    snoozes: snoozes.get(person) ?? new Map<string, LocalDate>(),
    workdays: rememberedWorkdays(),
  }
}

function isHeldBy(actor: Actor, { duty }: Item): boolean {
  if (duty === null) return false
  const { role, scope } = duty
  if (role === 'leader') return scope === undefined ? actor.leads.length > 0 : isLeaderOf(actor, scope)
  return holds(actor, role, scope)
}

export interface InNames {
  readonly principal: string
  readonly name: string
  readonly count: number
}

/** For whom else the person may act today, with how many things wait there. */
export async function loadInNames(
  db: Database,
  viewer: Viewer,
  countOf: (own: OwnReminders) => number,
): Promise<InNames[]> {
  if (viewer.by !== viewer.inNameOf) return []
  const principals = new Map(
    (await listGiven(db, viewer.today, viewer.by)).map((one) => [one.principal, one.name]),
  )
  const counted = await Promise.all(
    [...principals].map(async ([principal, name]) => {
      const own = await loadOwn(db, { ...viewer, inNameOf: principal })
      return { principal, name, count: own ? countOf(own) : 0 }
    }),
  )
  return counted.filter(({ count }) => count > 0)
}

/** How many of a principal's items the delegate may act on. */
export const countCovered = (items: readonly Item[], given: Given): number =>
  items.filter((item) => coveredBy(item, given)).length
