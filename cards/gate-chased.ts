import { type Button, buttons, type Card, line, note } from './kit.ts'
import { sayNames } from './result-words.ts'

export interface GateChasedFacts {
  readonly year: number
  /** The person's areas in which an answer is missing. */
  readonly areas: readonly {
    readonly key: string
    readonly name: string
    /** Names of units. */
    readonly silent: readonly string[]
  }[]
}

/** A lead unit is reminded of what it owes (Articles 27, 31). */
export function gateChasedCard({ year, areas }: GateChasedFacts): Card {
  if (areas.length === 0)
    return {
      title: '关口报告已报齐',
      status: { text: '已报齐', tone: 'green' },
      summary: '您牵头的工作已报齐',
      elements: [line('您牵头的工作已报齐，谢谢。', 'green')],
    }
  const total = areas.reduce((sum, area) => sum + area.silent.length, 0)
  const open = ({ key, name }: { readonly key: string; readonly name: string }): Button => ({
    text: areas.length === 1 ? '去报告' : name.slice(0, 12),
    style: 'primary',
    action: { send: 'gate-report', with: { year, area: key, page: 1 } },
  })
  return {
    title: '请报告一票否决工作',
    status: { text: `缺${total}个`, tone: 'orange' },
    summary: `领导小组办公室提醒：还有${total}个单位没有报告，请尽快办理`,
    elements: [
      line('领导小组办公室提醒您，以下单位还没有报告，请尽快办理：'),
      ...areas.map(({ name, silent }) => line(`${name}：${sayNames(silent, 20)}`)),
      note('不报告不算合格，报齐之前全校结果不能审定。'),
      buttons(...areas.map(open), {
        text: '下载工作簿',
        action: { send: 'gate-template', with: { year } },
      }),
    ],
  }
}
