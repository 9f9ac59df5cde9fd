import { type Button, buttons, type Card, type Element, line, note, type TableCell } from './kit.ts'
import { type PolicyConfirmation, standing } from './policy.ts'

interface CoefficientFigures {
  readonly key: number
  readonly special: number
  readonly routine: number
}

export interface CoefficientRow {
  readonly id: string
  readonly name: string
  /** In ten-thousandths; null where the notice's figures are not entered yet. */
  readonly coefficients: CoefficientFigures | null
  /** Last year's, which await the notice; null where there are none. */
  readonly suggested: CoefficientFigures | null
}

export interface CoefficientListFacts {
  readonly year: number
  /** Those of this page. */
  readonly units: readonly CoefficientRow[]
  readonly total: number
  readonly missing: number
  /** The first unit without coefficients; null where none is. */
  readonly first: string | null
  readonly turns: readonly Button[]
  /** Whether the viewer may set them. */
  readonly office: boolean
  /** Last year's, taken over with the notice's number; null where there are none, and for who may not. */
  readonly adopt: { readonly units: number; readonly seen: string } | null
  readonly confirmed: PolicyConfirmation | null
}

/** `1.05` of 10500 ten-thousandths, for people: always four decimals, as in the notice. */
export const sayCoefficient = (value: number): string => (value / 10_000).toFixed(4)

/** The graded units with and without coefficients (Article 24). */
export function coefficientListCard(facts: CoefficientListFacts): Card {
  const { year, units, total, missing, turns, adopt } = facts
  const done = missing === 0
  return {
    title: `${year}年度权重系数`,
    status: done ? { text: '已齐', tone: 'green' } : { text: `缺${missing}个`, tone: 'orange' },
    summary: done ? '各单位权重系数已齐' : `还有${missing}个单位没有权重系数`,
    elements: [
      done
        ? line('各单位权重系数已齐。', 'green')
        : line(`${total}个单位中，还有${missing}个没有系数，列在最前。`, 'orange'),
      standing(facts.confirmed),
      ...(units.length === 0 ? [] : [coefficientTable(units)]),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      ...(adopt
        ? [line(`「待通知」为去年的系数，共${adopt.units}个单位，设置或沿用后才生效。`, 'orange')]
        : []),
      note('党群、行政部门及其他非教学单位适用，以当年学校发文通知为准；不填不会当作1。'),
      ...(facts.office && total > 0 ? [buttons(...acts(facts))] : []),
    ],
  }
}

function coefficientTable(units: readonly CoefficientRow[]): Element {
  const cell = ({ coefficients, suggested }: CoefficientRow, type: keyof CoefficientFigures): TableCell => {
    if (coefficients) return sayCoefficient(coefficients[type])
    return suggested ? `${sayCoefficient(suggested[type])}待通知` : '未设置'
  }
  return {
    tag: 'table',
    columns: [
      { name: 'unit', label: '单位', kind: 'text' },
      { name: 'key', label: '重点', kind: 'text' },
      { name: 'special', label: '专项', kind: 'text' },
      { name: 'routine', label: '常规', kind: 'text' },
    ],
    pageSize: 10,
    rows: units.map((unit) => ({
      unit: unit.name,
      key: cell(unit, 'key'),
      special: cell(unit, 'special'),
      routine: cell(unit, 'routine'),
    })),
  }
}

function acts({ year, first, adopt }: CoefficientListFacts): Button[] {
  const params = { year, ...(first !== null && { unit: first }) }
  return [
    {
      text: '设置系数',
      style: 'primary',
      action: { show: 'form', with: { form: 'coefficients', params } },
    },
    ...(adopt ? [adoptButton(year, adopt.seen)] : []),
    { text: '系数表', action: { send: 'coefficient-template', with: { year } } },
  ]
}

const adoptButton = (year: number, seen: string): Button => ({
  text: '全部沿用去年',
  action: { show: 'form', with: { form: 'adopt_coefficients', params: { year, seen } } },
})
