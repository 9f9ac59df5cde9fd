import { buttons, type Card, line } from './kit.ts'

export interface ScoreDecidedFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly group: string
  readonly at: string
  /** `89.09`; null while the unit's coefficients are missing. */
  readonly total: string | null
}

/** Tells the office that a unit's score was decided, or what is still missing to it. */
export function scoreDecidedCard({ year, unit, group, at, total }: ScoreDecidedFacts): Card {
  return {
    title: `得分已形成：${unit.name}`,
    subtitle: `${year}年度 · ${group}`,
    status: total === null ? { text: '缺权重系数', tone: 'orange' } : { text: '已形成', tone: 'green' },
    summary: `${unit.name}考核得分${total ?? '待权重系数'}`,
    elements: [
      line(`${group}于${at}合议形成${unit.name}的考核得分，已反馈该单位。`),
      total === null
        ? line('还没有设置该单位的权重系数，请按当年发文设置后核算最后得分。', 'orange')
        : line(`最后得分：${total}`),
      buttons(
        { text: '查看反馈', action: { show: 'feedback', with: { year, unit: unit.id } } },
        ...(total === null ? [{ text: '权重系数', action: { say: '权重系数' } } as const] : []),
      ),
    ],
  }
}
