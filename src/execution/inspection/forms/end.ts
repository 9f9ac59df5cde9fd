/** Witnessing a draw; the end of an inspection. */
import * as z from 'zod'
import type { FormSpec } from '../../../../cards/kit.ts'
import { type FormDefinition, formOf } from '../../../kernel/view.ts'
import { actingOn, barOfRights } from '../acting.ts'
import { listPeopleOf } from '../queries/bodies.ts'
import { findInspection } from '../queries/inspections.ts'
import { type EndRefusal, endInspection, witnessCheck } from '../rules/witness.ts'
import { wordsOf } from './fields.ts'

const inspection = z.templateLiteral(['inspection:', z.int(), ':', z.int()])

/** It stands on the check's own card, for whoever may witness. */
export const DRAW_SPEC: FormSpec = {
  title: '见证抽取',
  fields: [
    {
      kind: 'line',
      name: 'said',
      label: '请报一个号',
      required: true,
      maxLength: 40,
      hint: '任意数字或词语，写入日志后生成种子',
    },
  ],
  submit: '见证并抽取',
}

export const drawForm: FormDefinition = formOf({
  name: 'check_draw',
  params: z.object({ inspection }),
  command: 'check.draw',
  async spec(db, { inspection: id }, viewer) {
    const [state, acting] = await Promise.all([findInspection(db, id), actingOn(db, id, viewer)])
    const people = await listPeopleOf(db, state, viewer.today)
    return barOfRights(witnessCheck(state, '', { ...acting, people })) ?? DRAW_SPEC
  },
  payload: (values, params) => ({ ...params, said: wordsOf(values.said) }),
})

export const endForm: FormDefinition = formOf({
  name: 'inspection_end',
  params: z.object({ inspection, how: z.enum(['done', 'cancelled']) }),
  command: 'inspection.end',
  async spec(db, { inspection: id, how }, viewer): Promise<FormSpec | { readonly refusal: EndRefusal }> {
    const [state, acting] = await Promise.all([findInspection(db, id), actingOn(db, id, viewer)])
    const bar = barOfRights(endInspection(state, how, '', { ...acting, findings: 0 }))
    if (bar) return bar
    const isDone = how === 'done'
    return {
      title: isDone ? '办结检查' : '取消检查',
      intro: isDone
        ? '办结后仍可发布检查发现。情况说明会告知被检查的单位。'
        : '取消后不能恢复，理由会告知有关单位。',
      fields: [
        {
          ...({ kind: 'text', name: 'words', required: true, maxLength: 500, rows: 4 } as const),
          label: isDone ? '情况说明' : '取消理由',
        },
      ],
      submit: isDone ? '办结' : '取消检查',
      back: { show: 'inspection', with: { inspection: id } },
    }
  },
  payload: (values, { inspection: id, how }) => ({ inspection: id, how, words: wordsOf(values.words) }),
})
