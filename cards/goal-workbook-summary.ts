import { type GoalType, TYPE_NAMES } from './goal-words.ts'
import { type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface GoalWorkbookSummaryFacts {
  readonly name: string
  readonly year: number
  /** SHA-256 of the file. */
  readonly file: string
  /** Digest of the changes that this card shows: only those are confirmed. */
  readonly seen: string
  readonly drafted: number
  readonly revised: number
  /** This page's units and types. */
  readonly rows: readonly {
    readonly unit: string
    readonly type: GoalType
    readonly added: number
    readonly changed: number
    readonly same: number
  }[]
  readonly turns: readonly Button[]
  /** A line for each goal. */
  readonly added: readonly string[]
  readonly changed: readonly string[]
  /** How many of the goals need more before they can be sent. */
  readonly incomplete: number
}

/** What a 目标填报表 will draft and change, before its sender confirms it. */
export function goalWorkbookSummaryCard(facts: GoalWorkbookSummaryFacts): Card {
  const { name, year, drafted, revised } = facts
  if (drafted + revised === 0) return unchangedCard(facts)
  return {
    title: '填报表核对无误，请确认导入',
    status: { text: '待确认', tone: 'orange' },
    summary: `${year}年度目标填报表：新增${drafted}项、修改${revised}项，请确认导入`,
    elements: [
      line(
        `「${name}」没有错误，共新增${drafted}项、修改${revised}项。确认后一次全部导入为草稿；放弃则不作任何改动。`,
      ),
      countTable(facts),
      ...(facts.turns.length > 0 ? [buttons(...facts.turns)] : []),
      ...fold('修改的目标', facts.changed, true),
      ...fold('新增的目标', facts.added, false),
      ...incomplete(facts),
      note('表中没有的目标不受影响。导入后仍可修改，报送前请再核对。'),
      confirmButtons(facts),
    ],
  }
}

function unchangedCard(facts: GoalWorkbookSummaryFacts): Card {
  return {
    title: '填报表与现有目标一致',
    status: { text: '无需导入', tone: 'muted' },
    summary: `填报表「${facts.name}」与现有目标一致，无需导入`,
    elements: [
      line(`「${facts.name}」中的目标与现有目标完全一致，无需导入。`),
      countTable(facts),
      ...(facts.turns.length > 0 ? [buttons(...facts.turns)] : []),
      ...incomplete(facts),
    ],
  }
}

function countTable({ rows }: GoalWorkbookSummaryFacts): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'unit', label: '单位', kind: 'text' },
      { name: 'type', label: '类型', kind: 'text' },
      { name: 'added', label: '新增', kind: 'number' },
      { name: 'changed', label: '修改', kind: 'number' },
      { name: 'same', label: '不变', kind: 'number' },
    ],
    rows: rows.map(({ unit, type, added, changed, same }) => ({
      unit,
      type: TYPE_NAMES[type],
      added,
      changed,
      same,
    })),
  }
}

const incomplete = ({ incomplete: count }: GoalWorkbookSummaryFacts): Element[] =>
  count === 0 ? [] : [line(`其中${count}项还没有填完，可先导入，报送前补齐。`, 'orange')]

const MOST = 40

function fold(title: string, lines: readonly string[], open: boolean): Element[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, MOST).map((text) => (text.length > 80 ? `${text.slice(0, 80)}…` : text))
  const more = lines.length > MOST ? [`等${lines.length}项`] : []
  return [
    {
      tag: 'fold',
      title: `${title}（${lines.length}项）`,
      open: open && lines.length <= MOST,
      elements: [line([...shown, ...more].join('\n'))],
    },
  ]
}

function confirmButtons({ file, seen, drafted, revised }: GoalWorkbookSummaryFacts): Element {
  return buttons(
    {
      text: '确认导入',
      style: 'primary',
      action: { do: 'goals.apply', with: { file, seen } },
      confirm: { title: '确认导入目标？', text: `将新增${drafted}项、修改${revised}项目标草稿。` },
    },
    { text: '放弃', action: { do: 'goals.drop', with: { file } } },
  )
}
