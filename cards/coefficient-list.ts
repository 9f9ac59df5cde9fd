import { type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface CoefficientRow {
  readonly id: string
  readonly name: string
  /** In ten-thousandths; null where the notice's figures are not entered yet. */
  readonly coefficients: { readonly key: number; readonly special: number; readonly routine: number } | null
}

export interface CoefficientListFacts {
  readonly year: number
  readonly units: readonly CoefficientRow[]
  /** Whether the viewer may set them. */
  readonly office: boolean
}

/** `1.05` of 10500 ten-thousandths, for people: always four decimals, as in the notice. */
export const sayCoefficient = (value: number): string => (value / 10_000).toFixed(4)

/** The graded units with and without coefficients (Article 24). */
export function coefficientListCard({ year, units, office }: CoefficientListFacts): Card {
  const missing = units.filter((unit) => unit.coefficients === null)
  const done = missing.length === 0
  return {
    title: `${year}年度权重系数`,
    status: done ? { text: '已齐', tone: 'green' } : { text: `缺${missing.length}个`, tone: 'orange' },
    summary: done ? '各单位权重系数已齐' : `还有${missing.length}个单位没有权重系数`,
    elements: [
      line(
        done ? '各单位权重系数已齐。' : `还缺：${missing.map((unit) => unit.name).join('、')}`,
        done ? 'green' : 'orange',
      ),
      ...(units.length === 0 ? [] : [coefficientTable(units)]),
      note('党群、行政部门及其他非教学单位适用，以当年学校发文通知为准；不填不会当作1。'),
      ...(office && units.length > 0 ? [buttons(setButton(year, missing[0]?.id))] : []),
    ],
  }
}

export function coefficientTable(units: readonly CoefficientRow[]): Element {
  const cell = (value: number | undefined): string => (value === undefined ? '未设置' : sayCoefficient(value))
  return {
    tag: 'table',
    columns: [
      { name: 'unit', label: '单位', kind: 'text' },
      { name: 'key', label: '重点', kind: 'text' },
      { name: 'special', label: '专项', kind: 'text' },
      { name: 'routine', label: '常规', kind: 'text' },
    ],
    rows: units.map(({ name, coefficients }) => ({
      unit: name,
      key: cell(coefficients?.key),
      special: cell(coefficients?.special),
      routine: cell(coefficients?.routine),
    })),
  }
}

function setButton(year: number, unit: string | undefined): Button {
  const params = { year, ...(unit !== undefined && { unit }) }
  return {
    text: '设置系数',
    style: 'primary',
    action: { show: 'form', with: { form: 'coefficients', params } },
  }
}
