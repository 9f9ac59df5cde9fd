import { buttons, type Card, type Element, heading, line } from './kit.ts'
import { sayNames } from './result-words.ts'

export interface GateWorkbookSummaryFacts {
  readonly name: string
  /** SHA-256 of the file. */
  readonly file: string
  /** Digest of the changes that this card shows: only those are confirmed. */
  readonly seen: string
  readonly pass: number
  readonly fail: number
  readonly areas: readonly {
    readonly name: string
    readonly pass: number
    readonly fails: readonly { readonly unit: string; readonly reason: string }[]
    /** Names of units that were reported otherwise before. */
    readonly changed: readonly string[]
    /** Units that stay without an answer. */
    readonly silent: number
  }[]
}

/** What a 一票否决报告表 will report, before its sender confirms it. */
export function gateWorkbookSummaryCard(facts: GateWorkbookSummaryFacts): Card {
  const { name, pass, fail, areas } = facts
  const nothing = pass + fail === 0
  return {
    title: nothing ? '报告表与已报告的内容一致' : '报告表核对无误，请确认导入',
    status: nothing ? { text: '无需导入', tone: 'muted' } : { text: '待确认', tone: 'orange' },
    summary: nothing ? `「${name}」没有新的报告` : `合格${pass}个、不合格${fail}个，请确认导入`,
    elements: [
      line(
        nothing
          ? `「${name}」没有新的报告，无需导入。`
          : `「${name}」没有错误，新报告合格${pass}个、不合格${fail}个。确认后一次全部导入；放弃则不作任何改动。`,
      ),
      ...areas.flatMap(areaPart),
      ...(nothing ? [] : [confirmButtons(facts)]),
    ],
  }
}

const MOST_FAILS = 30

function areaPart({
  name,
  pass,
  fails,
  changed,
  silent,
}: GateWorkbookSummaryFacts['areas'][number]): Element[] {
  const shown = fails
    .slice(0, MOST_FAILS)
    .map(({ unit, reason }) => `${unit}：${reason.length > 40 ? `${reason.slice(0, 39)}…` : reason}`)
  const more = fails.length > MOST_FAILS ? [`等${fails.length}个单位`] : []
  return [
    heading(name),
    line(`新报告合格${pass}个，不合格${fails.length}个。`),
    ...(shown.length > 0 ? [line([...shown, ...more].join('\n'), 'red')] : []),
    ...(changed.length > 0 ? [line(`更正原先的结论：${sayNames(changed, 20)}`, 'orange')] : []),
    ...(silent > 0 ? [line(`导入后还有${silent}个单位未报告，未报告不算合格。`, 'orange')] : []),
  ]
}

const confirmButtons = ({ file, seen, pass, fail }: GateWorkbookSummaryFacts): Element =>
  buttons(
    {
      text: '确认导入',
      style: 'primary',
      action: { do: 'gates.apply', with: { file, seen } },
      confirm: {
        title: '确认导入报告？',
        text: `合格${pass}个、不合格${fail}个；不合格的单位不能评为优秀。`,
      },
    },
    { text: '放弃', action: { do: 'gates.drop', with: { file } } },
  )
