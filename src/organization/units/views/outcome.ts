/** What came of a reform, a sentence a line. */
import { UNIT_WORDS } from '../../../../cards/unit-words.ts'
import type { Outcome } from '../rules/reform.ts'
import type { Wish } from '../rules/wish.ts'

export function sayOutcome(wish: Wish, { moved, dropped, people }: Outcome): string[] {
  switch (wish.kind) {
    case 'add':
      return [`新增${UNIT_WORDS[wish.unit.kind]}，编号 ${wish.unit.id}。`]
    case 'merge':
    case 'split':
      return [
        ...(moved > 0 ? [`${moved} 项目标连同进展、佐证、任务转入，接着执行。`] : []),
        ...(dropped > 0 ? [`${dropped} 项目标不再执行。`] : []),
        ...(people > 0 ? [`${people} 人随之转入。`] : []),
        '原单位的历史和结果仍可查看。',
      ]
    case 'rename':
      return ['编号不变，历史仍归本单位。']
    case 'exempt':
      return [`豁免原因：${wish.reason}`, '不再参加排名、名额、关口和提醒，历史保留。']
    case 'restore':
      return ['重新参加目标管理。']
    case 'lead':
      return ['分管校领导已更换。']
    case 'kind':
      return [`类别改为${UNIT_WORDS[wish.unitKind]}。`]
  }
}
