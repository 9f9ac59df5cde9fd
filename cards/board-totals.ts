import { boardStatus, legend, lightsLine, paceLine, type TallyFacts } from './board-parts.ts'
import { type Card, line, note } from './kit.ts'

export interface BoardTotalsFacts {
  readonly year: number
  /** For people. */
  readonly asOf: string
  readonly units: number
  readonly tally: TallyFacts
}

/** For a group chat: the school's totals, no unit, no person, nothing to tap (everyone there would see what the tap shows). */
export function boardTotalsCard({ year, asOf, units, tally }: BoardTotalsFacts): Card {
  return {
    title: `全校 ${year}年度目标进展`,
    subtitle: `${units} 个单位，${tally.goals} 项目标`,
    status: boardStatus(tally),
    summary: `全校 ${year}年度目标进展汇总`,
    elements: [
      ...(tally.goals === 0 ? [line('还没有生效的目标。')] : [lightsLine(tally)]),
      ...(tally.pace ? [paceLine(tally.pace)] : []),
      legend(asOf),
      note('群里只显示汇总。各单位的情况请私聊发送「看板」查看。'),
    ],
  }
}
