import { PHASE_NAMES } from '../../cards/phase-names.ts'
import { COHORT_NAMES, sayNames, sayScore } from '../../cards/result-words.ts'
import { sayInstant } from '../kernel/time.ts'
import type { Wording } from '../kernel/view.ts'
import type { AnnouncementDone } from './commands/announce-results.ts'
import type { DecisionDone } from './commands/decide-results.ts'
import type { GateDone } from './commands/report-gate.ts'
import type { ChaseDone } from './gates/chase.ts'
import type { GateRefusal } from './rules/gate.ts'
import type { GateLineFault } from './rules/gate-lines.ts'
import type { GateReminderRefusal } from './rules/gate-reminder.ts'
import type { Ineligible } from './rules/naming.ts'
import type { ResultsRefusal } from './rules/refusals.ts'

type Code =
  | GateReminderRefusal
  | ChaseDone
  | GateRefusal
  | ResultsRefusal
  | GateDone
  | DecisionDone
  | AnnouncementDone

const cohorts = (list: readonly (keyof typeof COHORT_NAMES)[]): string =>
  list.map((cohort) => COHORT_NAMES[cohort]).join('；')

export const resultsWording = {
  'unknown-area': () => '没有这项一票否决工作，请发送「一票否决」重新打开。',
  'not-lead-unit': ({ area, leadUnit }) => `「${area}」由${leadUnit}报告，请联系该部门或领导小组办公室。`,
  'closed-gate': ({ signed }) =>
    `结果已由 ${signed.name} 于 ${sayInstant(signed.at)} 审定，不能再报告；如需更正，请联系办公室。`,
  'early-gate': ({ phase }) => `现在是「${PHASE_NAMES[phase]}」阶段，进入「考核」或「结果」阶段后再报告。`,
  'empty-report': () => '没有填写任何单位，请选择合格或不合格后再提交。',
  'unchanged-report': () => '与已报告的内容相同，没有更改。',
  'unknown-units': ({ units }) =>
    `这些单位不在本年度名单中：${units.join('、')}。请发送「一票否决」重新打开。`,
  'missing-verdicts': ({ units }) => `请为这些单位选择合格或不合格：${sayNames(units)}。`,
  'missing-reasons': ({ units }) => `不合格须写明原因：${sayNames(units)}。`,
  'unreasoned-changes': ({ units }) => `由不合格改为合格须另写更正理由：${sayNames(units)}。`,
  'faulty-lines': ({ faults }) =>
    `${faults.slice(0, 5).map(sayLineFault).join('；')}${faults.length > 5 ? `；共${faults.length}行有误` : ''}。请按「单位名称 原因」每行写一个单位。`,
  'chair-only': () => '这件事由领导小组组长决定，请联系领导小组办公室。',
  'members-only': () => '名单由领导小组成员表决，请联系领导小组办公室。',
  'stale-ballot': () => '名单已重新提出、已退回，或得分、一票否决有变化，请按新卡片办理。',
  'repeated-answer': () => '您已表示过同样的意见，不必重复。',
  'wordless-return': () => '退回名单须写明意见。',
  'uncorrected-results': ({ units }) =>
    `申诉决定改变了${sayNames(units, 6)}的得分，请先由领导小组更正结果，再公布。`,
  'announcer-only': () => '结果由领导小组办公室公布，请联系办公室。',
  'early-results': ({ phase }) => `现在是「${PHASE_NAMES[phase]}」阶段，进入「结果」阶段后才能办理。`,
  'incomplete-results': ({ missing }) => `还缺${missing.length}项，请按卡片补齐后再办理。`,
  'unproposed-results': () => '还没有确定优秀比例，请先确定比例。',
  'stale-proposal': () => '得分、一票否决或比例已有变化，请在新卡片上重新勾选。',
  'unratified-results': () => '结果还没有审定，不能公布。请先由组长审定。',
  'ratified-results': ({ signed }) => `结果已由 ${signed.name} 于 ${sayInstant(signed.at)} 审定，不能再改。`,
  'announced-results': ({ signed }) =>
    `结果已由 ${signed.name} 于 ${sayInstant(signed.at)} 公布，不再更改；更正须由领导小组对申诉作出决定。`,
  'ineligible-units': ({ units }) =>
    `不能评为优秀：${units.map(sayIneligible).join('；')}。请取消勾选后再审定。`,
  'unknown-names': ({ names }) =>
    `这些名称不在可选的单位中：${sayNames(names, 6)}。请按卡片上的名称填写，每行一个。`,
  'exceeded-places': ({ cohorts: list }) =>
    list
      .map(({ cohort, places, named }) => `${COHORT_NAMES[cohort]}名额${places}个，选了${named}个`)
      .join('；')
      .concat('。请减少并列单位后再审定。'),
  'unresolved-ties': ({ cohorts: list }) =>
    `${cohorts(list)}有并列单位，请选定其中的优秀单位，或勾选「并列单位均不评优」。`,
  'gate-office-only': () => '催办由领导小组办公室发出，请联系办公室。',
  'nobody-owing': () => '各项工作均已报齐，不必催办。',
  'chased-today': ({ signed }) =>
    `今天 ${sayInstant(signed.at)} 已由 ${signed.name} 催办过，同一人一天只提醒一次。`,
  'gates-chased': ({ people, areas }) => `已提醒${people}人，共${areas}项工作没有报齐。`,
  'gate-reported': ({ area, reported, silent }) =>
    `「${area}」已记录${reported}个单位，${silent > 0 ? `还有${silent}个未报告` : '已全部报齐'}。`,
  'results-proposed': () => '优秀比例已确定，请核对入围单位后审定。',
  'naming-put': ({ members }) => `名单已提交${members}名成员表决，达到同意人数即审定。`,
  'naming-answered': () => '已记录您的意见。',
  'naming-returned': () => '名单已退回，请组长重新提出。',
  'results-corrected': ({ moved, announced }) =>
    announced ? `结果已更正并重新公布，${moved}个单位有变动。` : `结果已更正，${moved}个单位有变动。`,
  'results-ratified': ({ excellent, units }) =>
    `${units}个单位的结果已审定，优秀${excellent}个。下一步：公布结果。`,
  'results-announced': ({ units, people }) => `${units}个单位的结果已公布，通知了${people}人。`,
} satisfies Wording<Code>

const LINE_FAULTS: { readonly [what in GateLineFault['what']]: string } = {
  'unknown-unit': '不是参加考核的单位',
  'missing-reason': '没有写原因',
  'repeated-unit': '与前面的行是同一单位',
  'long-reason': '原因超过500字',
}

const sayLineFault = ({ line, what }: GateLineFault): string => `第${line}行${LINE_FAULTS[what]}`

function sayIneligible(one: Ineligible): string {
  switch (one.why) {
    case 'unknown':
      return `${one.unit}不在考核名单中`
    case 'barred':
      return `${one.unit}的${one.areas.join('、')}不合格`
    case 'below':
      return `${one.unit}得分${sayScore(one.final)}，未达到优秀线`
    case 'outranked':
      return `${one.unit}排第${one.rank}名，在${one.places}个名额之外`
  }
}
