/** Visits, spot checks, findings and rectifications (Articles 19, 20). A note's words are nobody's but its writer's. */
import { sayKind } from '../../../cards/inspection-words.ts'
import {
  evolveFinding,
  type FindingEvent,
  type FindingState,
  UNKNOWN_FINDING,
} from '../../execution/inspection/rules/finding.ts'
import {
  evolveInspection,
  type InspectionEvent,
  type InspectionState,
  UNPLANNED,
} from '../../execution/inspection/rules/inspection.ts'
import { type Sentences, tellingOf } from './told.ts'
import { day, list } from './values.ts'

const inspections: Sentences<InspectionEvent, InspectionState> = {
  'visit.planned': ({ plan }) => ({
    text: `${plan.body.name}安排${day(plan.on)}到${plan.unitName}调研，检查人：${list(plan.inspectors.map(({ name }) => name))}`,
    why: plan.purpose,
  }),
  'check.stated': ({ plan }) => ({
    text: `${plan.body.name}公布抽查名单：${plan.population.length}个${plan.of === 'units' ? '单位' : '目标'}中抽${plan.places}个，名单指纹 ${plan.listHash.slice(0, 16)}…${plan.excluded.length > 0 ? `；回避${plan.excluded.length}个` : ''}`,
    why: plan.purpose,
  }),
  'check.witnessed': ({ witness }) => `见证人报数${witness.said}`,
  'check.drawn': ({ draw }, { names }) =>
    `抽中：${list(
      draw.picked.map(({ id, unit }) =>
        id === unit ? names.unit(unit) : `${names.unit(unit)}${names.goal(id)}`,
      ),
      10,
    )}；种子 ${draw.seed.slice(0, 16)}…`,
  'inspection.finished': ({ end }) => ({ text: '办结', why: end.words }),
  'inspection.cancelled': ({ end }) => ({ text: '取消', why: end.words }),
}
export const inspectionTelling = tellingOf({
  initial: UNPLANNED as InspectionState,
  evolve: evolveInspection,
  sentences: inspections,
})

const dueOf = (state: FindingState): string | null => ('dueOn' in state ? state.dueOn : null)

const findings: Sentences<FindingEvent, FindingState> = {
  'finding.noted': ({ hash }) => `检查人记下一条未公开的记录，指纹 ${hash.slice(0, 16)}…`,
  'finding.dropped': () => '检查人删去未公开的记录',
  'finding.published': ({ finding }) => ({
    text: `向${finding.unitName}发布${sayKind(finding.kind, finding.severity)}${finding.goal ? `（目标${finding.goal.number}）` : ''}：${finding.fact}${finding.dueOn === null ? '' : `；整改期限${day(finding.dueOn)}`}`,
    why: finding.demand,
  }),
  'rectification.answered': ({ answer }) =>
    `答复整改：${answer.words}${answer.evidence.length > 0 ? `；佐证${answer.evidence.length}份` : ''}`,
  'rectification.accepted': ({ words }) => ({ text: '整改通过验收', why: words }),
  'rectification.returned': ({ reason, dueOn }, { before }) => ({
    text: '整改退回重做',
    changes: [{ what: '整改期限', from: day(dueOf(before)), to: day(dueOn) }],
    why: reason,
  }),
  'finding.moved': ({ unitName, number }) =>
    `单位调整后由${unitName}承接${number === null ? '' : `（目标${number}）`}`,
  'finding.withdrawn': ({ reason }) => ({ text: '撤回这条督查发现', why: reason }),
}
export const findingTelling = tellingOf({
  initial: UNKNOWN_FINDING as FindingState,
  evolve: evolveFinding,
  sentences: findings,
})
