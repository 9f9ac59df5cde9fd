/** The unit's answer to a rectification, and what an inspector says of it; both stand on the finding's card. */
import * as z from 'zod'
import type { Field, FormSpec } from '../../../../cards/kit.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import {
  type FieldMistake,
  type FormDefinition,
  type FormValues,
  formOf,
  type Viewer,
} from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { actingOn, barOfRights } from '../acting.ts'
import { currentFiles } from '../files.ts'
import { findFinding } from '../queries/notes.ts'
import { MAX_DEMAND, MAX_FACT } from '../rules/finding.ts'
import { answerRectification, judgeRectification } from '../rules/rectify.ts'
import { chosenOf, evidenceFields, wordsOf } from './fields.ts'

const finding = z.templateLiteral(['finding:', z.int(), ':', z.int()])

export const ANSWER_FORM = 'rectification_answer'
export const JUDGE_FORM = 'rectification_judge'

/** What the unit is asked; files that it sent meanwhile are chosen already. */
export async function answerSpec(db: Database, viewer: Viewer): Promise<FormSpec> {
  const files = await currentFiles(db, viewer.by)
  const words: Field = {
    ...{ kind: 'text', name: 'words', label: '整改情况', required: true, maxLength: MAX_FACT, rows: 4 },
    hint: '做了什么，结果怎样',
  }
  return {
    title: '报送整改情况',
    intro: '图片和文件请先发到本聊天，再发送「整改」打开，即可选用。',
    fields: [
      words,
      ...evidenceFields(
        files,
        files.map((one) => one.id),
      ),
    ],
    submit: '报送整改',
  }
}

export const answerForm: FormDefinition = formOf({
  name: ANSWER_FORM,
  params: z.object({ finding }),
  command: 'rectification.answer',
  async spec(db, { finding: id }, viewer) {
    const [state, acting] = await Promise.all([findFinding(db, id), actingOn(db, id, viewer)])
    const bar = barOfRights(answerRectification(state, { words: '', evidence: [] }, acting))
    return bar ?? answerSpec(db, viewer)
  },
  payload: (values, params) => ({
    finding: params.finding,
    words: wordsOf(values.words),
    evidence: chosenOf(values.evidence),
  }),
})

/** What an inspector says: only a return needs words, and may set another day. */
export function judgeSpec(today: LocalDate): FormSpec {
  return {
    title: '验收整改',
    fields: [
      {
        ...{ kind: 'text', name: 'words', label: '意见', maxLength: MAX_DEMAND, rows: 3 },
        hint: '退回时必填，写明还差什么',
      },
      { kind: 'date', name: 'dueOn', label: '新的期限', from: today, hint: '退回时可改，不填即不变' },
    ],
    submit: '验收通过',
  }
}

export const judgeForm: FormDefinition = formOf({
  name: JUDGE_FORM,
  params: z.object({ finding, verdict: z.enum(['accept', 'return']), seen: z.int() }),
  command: 'rectification.judge',
  async spec(db, { finding: id, verdict, seen }, viewer) {
    const [state, acting] = await Promise.all([findFinding(db, id), actingOn(db, id, viewer)])
    const bar = barOfRights(judgeRectification(state, { verdict, words: '', dueOn: null, seen }, acting))
    return bar ?? judgeSpec(viewer.today)
  },
  check: (values, { verdict }) => mistakes(values, verdict),
  payload: (values, params) => ({
    ...params,
    words: wordsOf(values.words),
    dueOn: params.verdict === 'return' && wordsOf(values.dueOn) !== '' ? wordsOf(values.dueOn) : null,
  }),
})

function mistakes(values: FormValues, verdict: 'accept' | 'return'): FieldMistake[] {
  return verdict === 'return' && wordsOf(values.words).trim() === ''
    ? [{ name: 'words', text: '退回请写明理由' }]
    : []
}
