/** `person.leave`: somebody leaves the roster who has handed everything over. */
import type { Command, Prepared } from '../../../kernel/command.ts'
import { loadPart, NOTHING_MOVES } from '../../part.ts'
import { personIn } from '../../present.ts'
import { getActor } from '../../queries.ts'
import { reorganize } from '../../reorganize.ts'
import { dayBefore } from '../../roster/day-before.ts'
import { endDelegationsOf } from '../delegations.ts'
import type { PeopleDone } from '../done.ts'
import { leavePayload } from '../payload.ts'
import { findKnown } from '../queries/known.ts'
import { listOpenWork } from '../queries.ts'
import { insertDeparture } from '../rows.ts'
import { leave } from '../rules/leave.ts'

export const leavePersonCommand: Command = {
  type: 'person.leave',
  payload: leavePayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { person: id, why } = leavePayload.parse(raw)
    const present = await loadPart(db, { people: [id] })
    const [by, known, open] = await Promise.all([
      getActor(db, meta),
      findKnown(db, id),
      listOpenWork(db, id, meta.today),
    ])
    const days = { today: meta.today, yesterday: dayBefore(meta.today) }
    const name = known?.name ?? id
    const count = (kind: string): number => open.filter((one) => one.kind === kind).length
    const person = { id, name, state: personIn(present, id).state }
    const decision = leave({ by, person, units: count('unit-led'), works: count('task'), days })
    const show = { name: 'person', params: { person: id } }
    if ('refusal' in decision) return { ...decision, show }
    const ended = await endDelegationsOf(db, id, by, meta)
    const moved = { ...NOTHING_MOVES, people: [{ id, events: decision.events }] }
    const done: PeopleDone = { code: 'person-left', name }
    return {
      change: {
        subjects: [
          ...reorganize(present, moved, { type: 'school.person-left', person: id, why }),
          ...ended.changes,
        ],
        notices: ended.notices.filter(({ to }) => to !== id),
        also: [insertDeparture(id, days.yesterday, meta.at)],
        answer: { done, show },
      },
    }
  },
}
