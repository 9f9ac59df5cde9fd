import { type Card, note } from './kit.ts'
import { type PlanningOverviewFacts, stageChart, stageLine } from './planning-overview.ts'

/** For a group chat: how many units are at which stage of goal setting, none by name. */
export function planningTotalsCard({ year, units }: Pick<PlanningOverviewFacts, 'year' | 'units'>): Card {
  return {
    title: `${year}年度目标订立进度`,
    summary: `全校 ${year}年度目标订立进度汇总`,
    elements: [
      stageLine(units),
      stageChart(units),
      note('群里只显示汇总。各单位的情况请私聊发送「进度」查看。'),
    ],
  }
}
