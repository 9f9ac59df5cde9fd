import { sayKind } from '../../../cards/inspection-words.ts'
import { sayPoints } from '../../../cards/score-words.ts'
import type { Weighed } from '../rules/weighed.ts'

/** What was found, in a line: `发现3（目标2）：问题（严重），初稿未交`. */
export function sayFinding({ finding, goal }: Weighed): string {
  const { number, kind, severity, fact } = finding
  const about = goal ? `目标${goal.number}` : '全单位'
  return `发现${number}（${about}）：${sayKind(kind, severity)}，${fact.replaceAll(/\s+/g, ' ')}`
}

/** What each member made of it, a line a member; a taken one first says how many points. */
export const sayVerdicts = ({ verdicts }: Weighed): readonly string[] =>
  verdicts.map(({ member, verdict, on }) => {
    if (verdict.kind === 'dropped') return `${member.name}：不采纳，${verdict.reason}`
    const points = verdict.points === null ? '' : `扣${sayPoints(verdict.points)}分，`
    return `${member.name}：采纳${on ? `（目标${on.number}）` : ''}，${points}${verdict.reason}`
  })
