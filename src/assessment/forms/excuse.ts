import * as z from 'zod'
import type { FormSpec } from '../../../cards/kit.ts'
import { formOf } from '../../kernel/view.ts'
import { findAssessing } from '../assessing.ts'
import { findSheets } from '../queries.ts'
import { takeChair } from '../rules/access.ts'
import { excusableMembers, missingMembers } from '../rules/open.ts'
import type { Member } from '../rules/panel.ts'

export function excuseSpec(missing: readonly Member[]): FormSpec {
  return {
    title: '登记缺席',
    fields: [
      {
        kind: 'choice',
        name: 'member',
        label: '缺席成员',
        required: true,
        choices: missing.map((one) => ({ value: one.id, text: one.name })),
      },
      { kind: 'line', name: 'reason', label: '缺席原因', required: true, maxLength: 200 },
    ],
    submit: '登记缺席',
  }
}

/** The convenor excuses a member who has not sent a sheet. */
export const excuseForm = formOf({
  name: 'excuse',
  params: z.object({ year: z.int(), unit: z.string() }),
  command: 'sheet.excuse',
  async spec(db, { year, unit }, viewer) {
    const taken = takeChair(await findAssessing(db, year, unit, viewer), viewer.inNameOf)
    if ('refusal' in taken) return taken
    const { panel, facts } = taken.seat
    const ids = panel.assessors.map((one) => one.id)
    const sheets = await findSheets(db, year, unit, ids)
    return excuseSpec(excusableMembers(missingMembers(panel, sheets, facts), sheets))
  },
  payload: ({ member, reason }, { year, unit }) => ({
    year,
    unit,
    member: typeof member === 'string' ? member : '',
    reason: typeof reason === 'string' ? reason : '',
  }),
})
