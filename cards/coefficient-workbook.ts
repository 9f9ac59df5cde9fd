import { sayCoefficient } from './coefficient-list.ts'
import { type Button, buttons, type Card, type Element, line, note, type TableCell } from './kit.ts'

interface Figures {
  readonly key: number
  readonly special: number
  readonly routine: number
}

export interface CoefficientWorkbookFacts {
  readonly name: string
  /** SHA-256 of the file. */
  readonly file: string
  /** Digest of the changes that this card shows: only those are confirmed. */
  readonly seen: string
  readonly set: number
  readonly changed: number
  /** Those of this page: what changes, in ten-thousandths; before is null where a unit had none. */
  readonly units: readonly {
    readonly name: string
    readonly before: Figures | null
    readonly after: Figures
  }[]
  readonly turns: readonly Button[]
  /** Units that stay without coefficients. */
  readonly missing: number
}

/** What a workbook of coefficients will change, before its sender confirms it (Article 24). */
export function coefficientWorkbookCard(facts: CoefficientWorkbookFacts): Card {
  const { name, set, changed, units, turns, missing } = facts
  const nothing = set + changed === 0
  return {
    title: nothing ? '系数表与现有内容一致' : '系数表核对无误，请确认导入',
    status: nothing ? { text: '无需导入', tone: 'muted' } : { text: '待确认', tone: 'orange' },
    summary: nothing ? `「${name}」没有新的系数` : `新设${set}个、更改${changed}个单位，请确认导入`,
    elements: [
      line(
        nothing
          ? `「${name}」与现有系数一致，无需导入。`
          : `「${name}」没有错误，新设${set}个单位，更改${changed}个单位。确认后一次全部导入；放弃则不作任何改动。`,
      ),
      ...(units.length > 0 ? [changesTable(units)] : []),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      ...(missing > 0 ? [line(`导入后还有${missing}个单位没有系数。`, 'orange')] : []),
      ...(nothing ? [] : [note('导入后年度政策须由组长重新确认。'), confirmButtons(facts)]),
    ],
  }
}

function changesTable(units: CoefficientWorkbookFacts['units']): Element {
  const cell = (before: Figures | null, after: Figures, type: keyof Figures): TableCell => {
    const now = sayCoefficient(after[type])
    return before === null || before[type] === after[type] ? now : `${sayCoefficient(before[type])}→${now}`
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
    rows: units.map(({ name, before, after }) => ({
      unit: name,
      key: cell(before, after, 'key'),
      special: cell(before, after, 'special'),
      routine: cell(before, after, 'routine'),
    })),
  }
}

const confirmButtons = ({ file, seen, set, changed }: CoefficientWorkbookFacts): Element =>
  buttons(
    {
      text: '确认导入',
      style: 'primary',
      action: { do: 'coefficients.apply', with: { file, seen } },
      confirm: {
        title: '确认导入系数？',
        text: `新设${set}个、更改${changed}个单位；政策须由组长重新确认。`,
      },
    },
    { text: '放弃', action: { do: 'coefficients.drop', with: { file } } },
  )
