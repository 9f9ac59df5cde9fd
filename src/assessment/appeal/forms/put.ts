/** The convenor puts the outcome to the members; who cannot take part is excused with a reason. */
import * as z from 'zod'
import type { FormSpec } from '../../../../cards/kit.ts'
import { type FormDefinition, formOf } from '../../../kernel/view.ts'
import type { Member } from '../../rules/panel.ts'
import { loadCase } from '../case.ts'
import { barToWeighing } from '../rules/weigh.ts'
import { textOf } from './words.ts'

/** `others`: the members beside the convenor. */
export const putSpec = (others: readonly Member[]): FormSpec => ({
  title: '提交合议',
  fields: [
    ...(others.length === 0
      ? []
      : [
          {
            kind: 'choices' as const,
            name: 'absent',
            label: '缺席成员',
            hint: '无法参加的成员，可不选',
            choices: others.map((one) => ({ value: one.id, text: one.name })),
          },
          { kind: 'line' as const, name: 'excused', label: '缺席原因', hint: '有缺席时必填', maxLength: 200 },
        ]),
  ],
  submit: '提交成员表态',
})

export const putForm: FormDefinition = formOf({
  name: 'appeal-put',
  params: z.object({ year: z.int(), unit: z.string(), number: z.int() }),
  command: 'appeal.put',
  async spec(db, appeal, viewer) {
    const known = await loadCase(db, appeal, viewer)
    if ('refusal' in known) return known
    const { facts } = known
    const bar = barToWeighing(facts)
    if (bar) return { refusal: bar, show: { name: 'appeal', params: appeal } }
    return putSpec((facts.panel?.assessors ?? []).filter((one) => one.id !== facts.who.seat?.id))
  },
  payload: ({ absent, excused }, appeal) => ({
    ...appeal,
    absent: Array.isArray(absent) ? absent : [],
    excused: textOf(excused),
  }),
})
