/** What can be done with a request: answered, passed on, or said to be solved. */
import * as z from 'zod'
import type { Field, FormSpec } from '../../../../cards/kit.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { type Barred, type FormValues, formOf, type Viewer } from '../../../kernel/view.ts'
import { findUnit, getActor } from '../../../organization/queries.ts'
import type { Database } from '../../../store/database.ts'
import { helpView } from '../notices.ts'
import { loadAskingUnit } from '../place.ts'
import { answerBar, type HelpRefusal, isDecided, passBar, solveBar } from '../rules/answer.ts'
import { MAX_HELP_WORDS } from '../rules/ask.ts'
import type { Asked } from '../rules/help.ts'
import type { Holder } from '../rules/holder.ts'
import { helpId, helpSubject } from '../subject.ts'

const place = z.object({ goal: z.string(), number: z.int() })
type Place = z.infer<typeof place>

async function load(db: Database, { goal, number }: Place, viewer: Viewer) {
  const [{ state }, actor] = await Promise.all([
    foldSubject(db, helpSubject, helpId(goal, number)),
    getActor(db, viewer),
  ])
  return { state, actor }
}

const said = (values: FormValues, name = 'words'): string => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

const wordsField = (label: string, required: boolean, hint: string): Field => ({
  ...{ kind: 'text', name: 'words', label, required, maxLength: MAX_HELP_WORDS, rows: 3, hint },
})

/** Where `back` shows the request again. */
const specFor = (params: Place, spec: Omit<FormSpec, 'back'>): FormSpec => ({
  ...spec,
  back: { show: 'help-request', with: params },
})

/** Where it was decided meanwhile, its present state takes the form's place. */
const barred = (refusal: HelpRefusal, { goal, number }: Place): Barred => ({
  refusal,
  ...(isDecided(refusal) && { show: helpView(goal, number) }),
})

const introOf = ({ words }: Asked): string => `困难：${words}`

export const helpAnswerForm = formOf({
  name: 'help-answer',
  params: place,
  command: 'help.answer',
  async spec(db, params, viewer) {
    const { state, actor } = await load(db, params, viewer)
    const open = answerBar(state, actor)
    if ('refusal' in open) return barred(open.refusal, params)
    const fields = [wordsField('答复', true, '怎样帮助解决，由谁、何时办')]
    return specFor(params, { title: '答复求助', intro: introOf(open), fields, submit: '发出答复' })
  },
  payload: (values, params) => ({ ...params, words: said(values) }),
})

export const helpSolveForm = formOf({
  name: 'help-solve',
  params: place,
  command: 'help.solve',
  async spec(db, params, viewer): Promise<FormSpec | Barred> {
    const { state, actor } = await load(db, params, viewer)
    const unit = state.status === 'unasked' ? undefined : await findUnit(db, state.unit)
    const open = solveBar(state, { by: actor, unitName: unit?.name ?? '' })
    if ('refusal' in open) return barred(open.refusal, params)
    const fields = [wordsField('怎样解决的', false, '可不填')]
    return specFor(params, { title: '困难已解决', intro: introOf(open), fields, submit: '确认已解决' })
  },
  payload: (values, params) => ({ ...params, words: said(values) }),
})

export const helpPassForm = formOf({
  name: 'help-pass',
  params: place,
  command: 'help.pass',
  async spec(db, params, viewer): Promise<FormSpec | Barred> {
    const { state, actor } = await load(db, params, viewer)
    const open = passBar(state, actor)
    if ('refusal' in open) return barred(open.refusal, params)
    const choices = await choicesFor(db, open, viewer)
    return specFor(params, {
      title: '转交求助',
      intro: `${introOf(open)}\n转交后由对方答复，答复期限不变；求助单位会看到转给了谁。`,
      fields: [
        { kind: 'choice', name: 'to', label: '转给', required: true, choices },
        {
          ...{ kind: 'line', name: 'unit', label: '单位名称', maxLength: 100 },
          hint: '转其他单位负责人时填写，如 后勤管理处',
        },
        wordsField('转交说明', true, '为什么转、请对方做什么'),
      ],
      submit: '转交',
    })
  },
  check: (values) =>
    values.to === 'unit' && said(values, 'unit') === '' ? [{ name: 'unit', text: '请填写转给哪个单位' }] : [],
  payload: (values, params) => ({
    ...params,
    to: said(values, 'to'),
    unit: said(values, 'unit'),
    words: said(values),
  }),
})

/** Whoever there is, but for who has to answer now. */
async function choicesFor(
  db: Database,
  { unit, holder }: Asked & { readonly holder: Holder },
  { today }: Viewer,
) {
  const asking = await loadAskingUnit(db, unit, today)
  return [
    ...(asking?.group ? [{ value: 'group', text: asking.group.name }] : []),
    ...(asking?.leader ? [{ value: 'leader', text: `分管校领导 ${asking.leader.name}` }] : []),
    { value: 'office', text: '领导小组办公室' },
    { value: 'unit', text: '其他单位负责人' },
  ].filter(({ value }) => value === 'unit' || value !== holder.kind)
}
