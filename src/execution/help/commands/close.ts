/** A request is answered by who has to, or solved by the unit that asked. */
import * as z from 'zod'
import { type Answer, command, type Meta, type Notice } from '../../../kernel/command.ts'
import type { PersonId, SubjectId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { findUnit, getActor, listHolders } from '../../../organization/queries.ts'
import type { Actor } from '../../../organization/rules/actor.ts'
import type { Database } from '../../../store/database.ts'
import type { HelpDone } from '../done.ts'
import { helpNotices, helpView } from '../notices.ts'
import { peopleOf } from '../place.ts'
import { answerHelp, isDecided, solveHelp } from '../rules/answer.ts'
import type { Act, HelpState } from '../rules/help.ts'
import { helpId, helpSubject } from '../subject.ts'
import { helpWords } from './ask.ts'

export const request = { goal: z.string(), number: z.int().min(1) }

export const actOf = (by: Actor, { at }: Meta): Act => ({ by: by.id, name: by.name, at })

/** Who asked, and the unit's contacts and heads of the day. */
async function askersOf(db: Database, state: HelpState, today: LocalDate): Promise<PersonId[]> {
  if (state.status === 'unasked') return []
  const [contacts, heads] = await Promise.all([
    listHolders(db, 'contact', state.unit, today),
    listHolders(db, 'head', state.unit, today),
  ])
  return [state.asked.by, ...[...contacts, ...heads].map((person) => person.id)]
}

interface Closed {
  readonly payload: { readonly goal: string; readonly number: number }
  readonly version: number
  readonly context: { readonly people: readonly PersonId[] }
  readonly meta: Meta
}

/** The other side gets the card; the goal's cards no longer show the request as open. */
function tellClosed(
  { payload: { goal, number }, version, context, meta }: Closed,
  done: HelpDone,
): {
  readonly notices: readonly Notice[]
  readonly touches: readonly SubjectId[]
  readonly answer: Answer<HelpDone>
} {
  return {
    notices: helpNotices({ goal, number }, version, context.people, meta.by),
    touches: [`execution:${goal}`],
    answer: { done, show: helpView(goal, number) },
  }
}

export const helpAnswer = command({
  type: 'help.answer',
  payload: z.object({ ...request, words: helpWords }),
  on: helpSubject,
  id: ({ goal, number }) => helpId(goal, number),
  async context(db, _, meta, state) {
    const [by, people] = await Promise.all([getActor(db, meta), askersOf(db, state, meta.today)])
    return { by, people }
  },
  decide: (state, { words }, { by }, meta) => answerHelp(state, words, by, actOf(by, meta)),
  tell: (facts) => tellClosed(facts, { code: 'help-answered' }),
  onRefusal: (refusal, { goal, number }) => (isDecided(refusal) ? helpView(goal, number) : undefined),
})

export const helpSolve = command({
  type: 'help.solve',
  payload: z.object({ ...request, words: helpWords.default('') }),
  on: helpSubject,
  id: ({ goal, number }) => helpId(goal, number),
  async context(db, _, meta, state) {
    const asking = state.status === 'unasked' ? undefined : state
    const [by, unit, people] = await Promise.all([
      getActor(db, meta),
      asking && findUnit(db, asking.unit),
      asking ? peopleOf(db, asking.holder, asking.unit, meta.today) : [],
    ])
    return { by, people, unitName: unit?.name ?? '' }
  },
  decide: (state, { words }, context, meta) => solveHelp(state, words, context, actOf(context.by, meta)),
  tell: (facts) => tellClosed(facts, { code: 'help-solved' }),
  onRefusal: (refusal, { goal, number }) => (isDecided(refusal) ? helpView(goal, number) : undefined),
})
