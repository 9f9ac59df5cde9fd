/** The two forms that bring marks: a member's sheet, and the convenor's proposal. */
import * as z from 'zod'
import { formOf } from '../../kernel/view.ts'
import { findAssessing } from '../assessing.ts'
import { type Asking, goalFields, marksOf } from '../fields.ts'
import { findingFields, findingMarksOf } from '../finding-fields.ts'
import { findSheet } from '../queries.ts'
import { takeChair, takeSeat } from '../rules/access.ts'
import type { Entries } from '../rules/entry.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import { markedOf } from '../rules/sheet.ts'

const shared = {
  year: z.int(),
  unit: z.string(),
  asking: z.enum(['standard', 'graded', 'averaged']),
  /** Numbers of the goals on the page. */
  goals: z.array(z.int()),
  seal: z.boolean(),
}

/** A page of a member's sheet; with `seal` the sheet is sent. `findings`: numbers of those on the page. */
export const sheetForm = formOf({
  name: 'sheet',
  params: z.object({
    ...shared,
    findings: z.array(z.int()).default([]),
    /** Revision of the signed account that the card shows. */
    account: z.int().nullable().default(null),
  }),
  command: 'sheet.fill',
  async spec(db, { year, unit, goals, asking, findings }, viewer) {
    const taken = takeSeat(await findAssessing(db, year, unit, viewer), viewer.inNameOf)
    if ('refusal' in taken) return taken
    const { facts } = taken.seat
    const { entries, verdicts } = markedOf(await findSheet(db, year, unit, viewer.inNameOf))
    const found = facts.findings.filter((one) => findings.includes(one.number))
    return {
      title: `考核打分：${facts.unitName}`,
      fields: [
        ...fieldsOf(facts, goals, asking, entries),
        ...found.flatMap((one) => findingFields(one, facts.regime, verdicts[one.number], facts.goals)),
      ],
      submit: '提交评分',
    }
  },
  payload: (values, { year, unit, goals, asking, findings, account, seal }) => ({
    year,
    unit,
    marks: marksOf(values, goals, asking),
    findings: findingMarksOf(values, findings),
    account,
    seal,
  }),
})

/** A page of the convenor's proposal; with `seal` it is put to the members. */
export const proposalForm = formOf({
  name: 'proposal',
  params: z.object({ ...shared, round: z.int() }),
  command: 'deliberation.propose',
  async spec(db, { year, unit, goals, asking }, viewer) {
    const taken = takeChair(await findAssessing(db, year, unit, viewer), viewer.inNameOf)
    if ('refusal' in taken) return taken
    return {
      title: `合议意见：${taken.seat.facts.unitName}`,
      fields: fieldsOf(taken.seat.facts, goals, asking, {}),
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
  { goals, policy }: Pick<AssessingFacts, 'goals' | 'policy'>,
  numbers: readonly number[],
  asking: Asking,
  entries: Entries,
) {
  return goals
    .filter((goal) => numbers.includes(goal.number))
    .flatMap((goal) => goalFields(goal, asking, entries[goal.id], policy.levels))
}
