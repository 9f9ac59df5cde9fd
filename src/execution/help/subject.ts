import type { GoalId, SubjectId } from '../../kernel/ids.ts'
import { type Subject, subjectOf } from '../../kernel/subject.ts'
import { upsertHelp } from './rows.ts'
import { evolveHelp, type HelpEvent, type HelpState, UNASKED } from './rules/help.ts'
import { holderKey } from './rules/holder.ts'

export const helpId = (goal: GoalId, number: number): SubjectId => `help:${goal}:${number}`

/** `help:<goal>:<number>` */
export const helpSubject: Subject<HelpState, HelpEvent> = subjectOf({
  kind: 'help',
  initial: UNASKED,
  evolve: evolveHelp,
  rows({ subject, after }) {
    if (after.status === 'unasked') return []
    const { goal, number, year, unit, status, words, holder, asked, dueOn } = after
    const moved = after.status === 'open' ? (after.passings.at(-1)?.act.at ?? asked.at) : after.end.at
    return [
      upsertHelp({
        ...{ id: subject, goal, number, year, unit, status, words, due_on: dueOn, moved_at: moved },
        ...{ holder: holderKey(holder), holder_name: holder.name },
        ...{ asked_by: asked.by, asked_name: asked.name, asked_at: asked.at },
      }),
    ]
  },
})
