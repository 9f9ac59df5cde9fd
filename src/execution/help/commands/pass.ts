import * as z from 'zod'
import { command } from '../../../kernel/command.ts'
import { never } from '../../../kernel/decision.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { getActor } from '../../../organization/queries.ts'
import type { Database } from '../../../store/database.ts'
import { listHeadedUnits } from '../../queries/help.ts'
import type { HelpDone } from '../done.ts'
import { helpView, noticesToHolder } from '../notices.ts'
import { loadAskingUnit, peopleOf } from '../place.ts'
import { isDecided, type PassContext, passHelp, type Wish } from '../rules/answer.ts'
import type { HelpState } from '../rules/help.ts'
import { OFFICE } from '../rules/holder.ts'
import { helpId, helpSubject } from '../subject.ts'
import { helpWords } from './ask.ts'
import { actOf, request } from './close.ts'

const payload = z.object({
  ...request,
  to: z.enum(['group', 'leader', 'office', 'unit']),
  /** The unit's name as it was typed. */
  unit: z.string().max(200).default(''),
  words: helpWords,
})

function wishOf({ to, unit }: z.infer<typeof payload>): Wish {
  switch (to) {
    case 'unit':
      return { to, said: unit }
    case 'group':
    case 'leader':
    case 'office':
      return { to }
    default:
      return never(to)
  }
}

/** Who can be asked instead. */
async function placesFor(
  db: Database,
  state: HelpState,
  wish: Wish,
  today: LocalDate,
): Promise<Pick<PassContext, 'leader' | 'group' | 'units'>> {
  if (state.status === 'unasked') return { leader: null, group: null, units: [] }
  const [unit, units] = await Promise.all([
    loadAskingUnit(db, state.unit, today),
    wish.to === 'unit' ? listHeadedUnits(db, today) : [],
  ])
  return { leader: unit?.leader ?? null, group: unit?.group ?? null, units }
}

/** To the working group, the leader in charge, the office or another unit's head; the unit sees where it went. */
export const helpPass = command({
  type: 'help.pass',
  payload,
  on: helpSubject,
  id: ({ goal, number }) => helpId(goal, number),
  async context(db, asked, meta, state) {
    const wish = wishOf(asked)
    const [by, places] = await Promise.all([getActor(db, meta), placesFor(db, state, wish, meta.today)])
    const context: PassContext = { by, act: actOf(by, meta), ...places }
    const decision = passHelp(state, wish, asked.words, context)
    const passing = 'events' in decision ? decision.events[0] : undefined
    const passed = passing?.type === 'help.passed' && state.status !== 'unasked'
    return { ...context, people: passed ? await peopleOf(db, passing.to, state.unit, meta.today) : [] }
  },
  decide: (state, asked, context) => passHelp(state, wishOf(asked), asked.words, context),
  tell({ payload: { goal, number }, after, version, context, meta }) {
    const to = after.status === 'unasked' ? OFFICE : after.holder
    const done: HelpDone = { code: 'help-passed', to }
    return {
      notices: noticesToHolder({ goal, number }, version, { to, people: context.people, acting: meta.by }),
      touches: [`execution:${goal}` as const],
      answer: { done, show: helpView(goal, number) },
    }
  },
  onRefusal: (refusal, { goal, number }) => (isDecided(refusal) ? helpView(goal, number) : undefined),
})
