/** The parts of a typed line that a report keeps apart: `下一步：…`, `困难：…`, `原因：…`, `状态：滞后`, `支出 1200 元`. */
import type { ProgressState } from '../../store/schema/execution.ts'

export interface LineParts {
  /** What was done, in the person's words; '' where the line has none. */
  readonly done: string
  readonly next: string
  readonly difficulty: string
  readonly reason: string
  readonly state: ProgressState | undefined
  /** Spent so far, in hundredths of a yuan; null where the line names none. */
  readonly cost: number | null
}

const MARKS = [
  ['next', '下一步(?:计划|工作|打算)?'],
  ['difficulty', '(?:存在的?)?(?:困难|问题|困难和问题)'],
  ['reason', '(?:下调|调整)?原因'],
  ['state', '状态'],
] as const
const MARK = new RegExp(
  `(?:^|[\\s，,。；;])(?:${MARKS.map(([, mark]) => `(${mark})`).join('|')})\\s*[:：]`,
  'g',
)

/** Yuan, before or without 万. */
const COST = /(?:累计)?(?:支出|花费|开支|使用经费|经费支出)(?:了|为|约)?\s*(\d{1,9}(?:\.\d{1,2})?)\s*(万)?元/

const STATES: readonly (readonly [RegExp, ProgressState])[] = [
  [/滞后|落后|延误/, 'behind'],
  [/风险/, 'at-risk'],
  [/正常|顺利/, 'on-track'],
]

/** Never throws. Without a mark everything is what was done; a mark counts with its colon only. */
export function partsOf(text: string): LineParts {
  const marks = [...text.matchAll(MARK)]
  const parts: { [name: string]: string } = {}
  for (const [position, mark] of marks.entries()) {
    const name = MARKS[mark.slice(1).findIndex((one) => one !== undefined)]?.[0] ?? 'next'
    parts[name] = trimmed(text.slice(mark.index + mark[0].length, marks[position + 1]?.index))
  }
  const done = trimmed(text.slice(0, marks[0]?.index))
  const { next = '', difficulty = '', reason = '', state = '' } = parts
  return {
    ...{ done, next, difficulty, reason },
    state: STATES.find(([words]) => words.test(state))?.[1],
    cost: costIn(text),
  }
}

function costIn(text: string): number | null {
  const [, digits, ten] = COST.exec(text) ?? []
  return digits === undefined ? null : Math.round(Number(digits) * (ten === undefined ? 100 : 1_000_000))
}

const trimmed = (text: string): string => text.replace(/^[\s，,；;：:、]+|[\s，,；;：:、]+$/g, '')
