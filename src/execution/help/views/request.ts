import * as z from 'zod'
import { type HelpRequestFacts, helpRequestCard } from '../../../../cards/help-request.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { findUnit, getActor } from '../../../organization/queries.ts'
import type { Actor } from '../../../organization/rules/actor.ts'
import { findGoal } from '../../../planning/queries.ts'
import type { Database } from '../../../store/database.ts'
import { findSeenUnit } from '../../access.ts'
import { asCard, told } from '../../views/told.ts'
import { asksFor, mayRoute } from '../rules/answer.ts'
import type { Asked } from '../rules/help.ts'
import { answersFor } from '../rules/holder.ts'
import { sayAct, sayDay, sayHolder } from '../say-help.ts'
import { helpId, helpSubject } from '../subject.ts'

const HIDDEN = '您无法查看这项求助：它已由别人承办，或不属于您负责的单位。如职责有变，请联系领导小组办公室。'

/** `help-request`: for who asked, who holds or held it, and who sees the unit's progress. */
export const helpRequestView = viewOf({
  name: 'help-request',
  params: z.object({ goal: z.string(), number: z.int() }),
  about: ({ goal, number }) => helpId(goal, number),
  async render(db, { goal, number }, viewer) {
    const [{ state }, actor] = await Promise.all([
      foldSubject(db, helpSubject, helpId(goal, number)),
      getActor(db, viewer),
    ])
    if (state.status === 'unasked') return told('求助', '没有找到这项求助。请发送「求助记录」查看。')
    const follows = (await findSeenUnit(db, viewer, state.unit)) !== undefined
    if (!follows && !concerns(state, actor)) return told('求助', HIDDEN)
    return asCard(helpRequestCard(await factsOf(db, state, { actor, follows }, viewer)))
  },
})

/** Whether the person asked, or has or had to answer. */
function concerns(state: Asked, actor: Actor): boolean {
  const holders = [state.holder, ...state.passings.map(({ from }) => from)]
  return state.asked.by === actor.id || holders.some((holder) => answersFor(actor, holder, state.unit))
}

async function factsOf(
  db: Database,
  state: Asked,
  { actor, follows }: { readonly actor: Actor; readonly follows: boolean },
  { today }: Viewer,
): Promise<HelpRequestFacts> {
  const [unit, goal] = await Promise.all([findUnit(db, state.unit), findGoal(db, state.goal)])
  const open = state.status === 'open'
  const answers = open && answersFor(actor, state.holder, state.unit)
  const place = { goal: state.goal, number: state.number }
  const form = (name: string) => ({ show: 'form', with: { form: name, params: place } }) as const
  return {
    unit: unit?.name ?? state.unit,
    goal: goal ? `目标${goal.number} ${goal.title}` : '目标',
    words: state.words,
    asked: sayAct(state.asked),
    status: state.status,
    overdue: open && state.dueOn < today,
    holder: sayHolder(state.holder),
    due: sayDay(state.dueOn),
    passings: state.passings.map(({ from, to, words, act }) => ({
      ...{ from: sayHolder(from), to: sayHolder(to), words, by: sayAct(act) },
    })),
    end: open ? null : { words: state.end.words, by: sayAct(state.end) },
    answer: answers ? form('help-answer') : null,
    pass: answers || (open && mayRoute(actor, state.unit)) ? form('help-pass') : null,
    solve: open && asksFor(actor, state.unit) ? form('help-solve') : null,
    history: follows ? { send: 'progress-history', with: { goal: state.goal } } : null,
  }
}
