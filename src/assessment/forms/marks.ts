/** The two forms that bring marks: a member's sheet, and the convenor's proposal. */
import * as z from 'zod'
import { formOf } from '../../kernel/view.ts'
import { findAssessing } from '../assessing.ts'
import { type Asking, goalFields, marksOf } from '../fields.ts'
import { findSheet } from '../queries.ts'
import { takeChair, takeSeat } from '../rules/access.ts'
import type { Entries } from '../rules/entry.ts'
import type { AssessedGoal } from '../rules/goal.ts'
import { entriesOf } from '../rules/sheet.ts'

const shared = {
  year: z.int(),
  unit: z.string(),
  asking: z.enum(['standard', 'graded', 'averaged']),
  /** Numbers of the goals on the page. */
  goals: z.array(z.int()),
  seal: z.boolean(),
}

/** A page of a member's sheet; with `seal` the sheet is sent. */
export const sheetForm = formOf({
  name: 'sheet',
  params: z.object(shared),
  command: 'sheet.fill',
  async spec(db, { year, unit, goals, asking }, viewer) {
    const taken = takeSeat(await findAssessing(db, year, unit, viewer.today), viewer.inNameOf)
    if ('refusal' in taken) return taken
    const entries = entriesOf(await findSheet(db, year, unit, viewer.inNameOf))
    return {
      title: `考核打分：${taken.seat.facts.unitName}`,
      fields: fieldsOf(taken.seat.facts.goals, goals, asking, entries),
      submit: '提交评分',
    }
  },
  payload: (values, { year, unit, goals, asking, seal }) => ({
    year,
    unit,
    marks: marksOf(values, goals, asking),
    seal,
  }),
})

/** A page of the convenor's proposal; with `seal` it is put to the members. */
export const proposalForm = formOf({
  name: 'proposal',
  params: z.object({ ...shared, round: z.int() }),
  command: 'deliberation.propose',
  async spec(db, { year, unit, goals, asking }, viewer) {
    const taken = takeChair(await findAssessing(db, year, unit, viewer.today), viewer.inNameOf)
    if ('refusal' in taken) return taken
    return {
      title: `合议意见：${taken.seat.facts.unitName}`,
      fields: fieldsOf(taken.seat.facts.goals, goals, asking, {}),
      submit: '提出意见',
    }
  },
  payload: (values, { year, unit, round, goals, asking, seal }) => ({
    year,
    unit,
    round,
    marks: marksOf(values, goals, asking),
    seal,
  }),
})

function fieldsOf(
  all: readonly AssessedGoal[],
  numbers: readonly number[],
  asking: Asking,
  entries: Entries,
) {
  return all
    .filter((goal) => numbers.includes(goal.number))
    .flatMap((goal) => goalFields(goal, asking, entries[goal.id]))
}
