import * as z from 'zod'
import type { Command, Prepared } from '../../../kernel/command.ts'
import { getActor } from '../../../organization/queries.ts'
import { findReportedGoal } from '../../access.ts'
import { barOf } from '../../rules/progress.ts'
import { executionId } from '../../subject.ts'
import type { HelpDone } from '../done.ts'
import { helpView } from '../notices.ts'
import { prepareHelp } from '../open.ts'
import { MAX_HELP_WORDS } from '../rules/ask.ts'

export const helpWords = z.string().refine((text) => [...text.trim()].length <= MAX_HELP_WORDS)

const payload = z.object({ goal: z.string(), words: helpWords })

/** Article 19: the contact or the head asks for help on a goal; the same difficulty is asked once. */
export const helpAsk: Command = {
  type: 'help.ask',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { goal: id, words } = payload.parse(raw)
    const [goal, by] = await Promise.all([findReportedGoal(db, id), getActor(db, meta)])
    const bar = barOf(goal, by)
    if (bar || !goal) return { refusal: bar ?? { code: 'unknown-goal' } }
    const opened = await prepareHelp(db, { goal, words, by }, meta)
    if ('refusal' in opened) {
      const { refusal, same } = opened
      return { refusal, ...(same && { show: helpView(id, same.number) }) }
    }
    const done: HelpDone = { code: 'help-asked', goal: goal.number }
    return {
      change: {
        subjects: opened.changes,
        notices: opened.notices,
        touches: [executionId(id)],
        answer: { done, show: helpView(id, opened.number) },
      },
    }
  },
}
