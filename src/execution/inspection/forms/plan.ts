/** Planning a visit, stating a spot check. */
import * as z from 'zod'
import { TYPE_NAMES } from '../../../../cards/goal-words.ts'
import { UNIT_KINDS } from '../../../../cards/inspection-words.ts'
import type { Field, FormSpec } from '../../../../cards/kit.ts'
import { type FormDefinition, formOf, type Viewer } from '../../../kernel/view.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import type { UnitTable } from '../../../store/schema/organization.ts'
import { getInspecting, listBodies, listBodyUnits, listInspectors } from '../queries/bodies.ts'
import { type Body, convenes, type Inspector, isOfBody } from '../rules/body.ts'
import { MOST_PLACES, type PlanRefusal } from '../rules/plan.ts'
import { chosenOf, inspectorsField, purposeField, wordsOf } from './fields.ts'

interface Place {
  readonly body: Body
  /** The body's, without the viewer's own. */
  readonly units: readonly UnitTable[]
  readonly people: readonly Inspector[]
}

async function placeOf(
  db: Database,
  wanted: string,
  viewer: Viewer,
  kind: 'visit' | 'check',
): Promise<Place | { readonly refusal: PlanRefusal }> {
  const [[body], inspecting, open] = await Promise.all([
    listBodies(db, [wanted]),
    getInspecting(db, viewer),
    findCurrentYear(db),
  ])
  if (!body) return { refusal: { code: 'unknown-body' } }
  const { by, own } = inspecting
  if (!isOfBody(by, body)) return { refusal: { code: 'foreign-body', body: body.name } }
  if (kind === 'check' && !convenes(by, body))
    return { refusal: { code: 'unconvened-check', body: body.name } }
  if (open?.phase !== 'execution')
    return { refusal: { code: 'closed-inspection', phase: open?.phase ?? 'closed' } }
  const [units, people] = await Promise.all([listBodyUnits(db, body), listInspectors(db, body, viewer.today)])
  return { body, units: units.filter((unit) => kind === 'check' || !own.includes(unit.id)), people }
}

/** `unit`: '' where it is chosen in the form. */
export const visitForm: FormDefinition = formOf({
  name: 'visit',
  params: z.object({ body: z.string(), unit: z.string().default('') }),
  command: 'visit.plan',
  async spec(db, { body: wanted, unit }, viewer): Promise<FormSpec | { readonly refusal: PlanRefusal }> {
    const place = await placeOf(db, wanted, viewer, 'visit')
    if ('refusal' in place) return place
    const { body, units, people } = place
    const chosen = units.find((one) => one.id === unit)
    if (unit !== '' && !chosen) return { refusal: { code: 'unfit-unit', body: body.name } }
    return {
      title: chosen ? `安排调研：${chosen.name}` : '安排调研',
      intro: `${body.name}。安排后通知单位联络员、负责人和督查人员。`,
      fields: [
        ...(chosen ? [] : [unitField(units)]),
        { kind: 'date', name: 'on', label: '日期', required: true, from: viewer.today },
        inspectorsField(people, viewer.inNameOf),
        purposeField('调研内容', '看什么、了解什么，请单位准备什么'),
      ],
      submit: '安排调研',
    }
  },
  payload: (values, { body, unit }) => ({
    body,
    unit: unit === '' ? wordsOf(values.unit) : unit,
    on: wordsOf(values.on),
    inspectors: chosenOf(values.inspectors),
    purpose: wordsOf(values.purpose),
  }),
})

const unitField = (units: readonly UnitTable[]): Field => ({
  kind: 'choice',
  name: 'unit',
  label: '单位',
  required: true,
  choices: units.map(({ id, name }) => ({ value: id, text: name })),
})

export const checkForm: FormDefinition = formOf({
  name: 'check',
  params: z.object({ body: z.string() }),
  command: 'check.state',
  async spec(db, { body: wanted }, viewer): Promise<FormSpec | { readonly refusal: PlanRefusal }> {
    const place = await placeOf(db, wanted, viewer, 'check')
    if ('refusal' in place) return place
    const { body, units, people } = place
    const kinds = [...new Set(units.map((unit) => unit.kind))]
    return {
      title: '公布抽查',
      intro: `${body.name}。先公布范围、数量和方法，再由办公室或领导小组成员见证抽取；督查人员所在单位不进名单。`,
      fields: [
        {
          kind: 'choice',
          name: 'of',
          label: '抽什么',
          required: true,
          initial: 'goals',
          choices: [
            { value: 'goals', text: '目标' },
            { value: 'units', text: '单位' },
          ],
        },
        ...(kinds.length > 1 ? [kindsField(kinds)] : []),
        {
          ...({ kind: 'choices', name: 'types', label: '目标类型', hint: '抽目标时用，不选即全部' } as const),
          choices: Object.entries(TYPE_NAMES).map(([value, text]) => ({ value, text })),
        },
        {
          kind: 'number',
          name: 'places',
          label: '抽取数量',
          required: true,
          decimals: 0,
          min: 1,
          max: MOST_PLACES,
        },
        inspectorsField(people, viewer.inNameOf),
        purposeField('抽查事由', '为什么查、重点看什么'),
      ],
      submit: '公布抽查',
    }
  },
  payload: (values, { body }) => ({
    body,
    of: wordsOf(values.of),
    types: chosenOf(values.types),
    kinds: chosenOf(values.kinds),
    places: values.places as number,
    inspectors: chosenOf(values.inspectors),
    purpose: wordsOf(values.purpose),
  }),
})

const kindsField = (kinds: readonly UnitTable['kind'][]): Field => ({
  kind: 'choices',
  name: 'kinds',
  label: '单位类别',
  choices: kinds.map((kind) => ({ value: kind, text: UNIT_KINDS[kind] })),
  hint: '不选即全部',
})
