/** A request for help is opened by words of its own, or together with the report that tells of the difficulty. */
import type { Meta, Notice } from '../../kernel/command.ts'
import type { SubjectChange } from '../../kernel/subject.ts'
import { plusWorkingDays } from '../../kernel/working-days.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { findYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import type { HelpTable } from '../../store/schema/help.ts'
import { lastHelpNumber, openHelpOf } from '../queries/help.ts'
import type { ReportedGoal } from '../rules/progress.ts'
import { noticesToHolder } from './notices.ts'
import { loadAskingUnit, peopleOf } from './place.ts'
import { type AskContext, type AskRefusal, askHelp, findSame, saysNone } from './rules/ask.ts'
import { UNASKED } from './rules/help.ts'
import { routeOf } from './rules/holder.ts'
import { helpId, helpSubject } from './subject.ts'

export interface Asking {
  readonly goal: ReportedGoal
  readonly words: string
  readonly by: Actor
}

/** What asking adds to a change. */
export interface Opened {
  readonly changes: readonly SubjectChange[]
  readonly notices: readonly Notice[]
}

/** Opens a request for the difficulty of a report; nothing where it tells of none, or of one that is waiting already. */
export async function openHelp(db: Database, asking: Asking, meta: Meta): Promise<Opened> {
  if (saysNone(asking.words)) return { changes: [], notices: [] }
  const opened = await prepareHelp(db, asking, meta)
  return 'refusal' in opened ? { changes: [], notices: [] } : opened
}

/** @throws where the goal's unit is gone, which is refused before */
export async function prepareHelp(
  db: Database,
  { goal, words, by }: Asking,
  meta: Meta,
): Promise<
  | (Opened & { readonly number: number })
  | { readonly refusal: AskRefusal; readonly same: HelpTable | undefined }
> {
  const [unit, year, open, last] = await Promise.all([
    loadAskingUnit(db, goal.unit, meta.today),
    findYear(db, goal.year),
    openHelpOf(db, [goal.id]),
    lastHelpNumber(db, goal.id),
  ])
  if (!unit || !year) throw new Error(`no unit or year of ${goal.id}`)
  const rows = open.get(goal.id) ?? []
  const context: AskContext = {
    ...{ goal, unit, number: last + 1 },
    open: rows.map(({ number, words: said, asked_at }) => ({ number, words: said, askedAt: asked_at })),
    dueOn: plusWorkingDays(meta.today, year.policy.execution.helpDays),
    act: { by: by.id, name: by.name, at: meta.at },
  }
  const decision = askHelp(words, context)
  if ('refusal' in decision) {
    const same = findSame(context.open, words)
    return { refusal: decision.refusal, same: rows.find((row) => row.number === same?.number) }
  }
  const head = { state: UNASKED, version: 0, hash: '' }
  const change = helpSubject.change(helpId(goal.id, context.number), head, decision.events)
  const to = routeOf(unit)
  const people = await peopleOf(db, to, goal.unit, meta.today)
  const request = { goal: goal.id, number: context.number }
  return {
    number: context.number,
    changes: [change],
    notices: noticesToHolder(request, change.version, { to, people, acting: meta.by }),
  }
}
