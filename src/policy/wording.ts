import { PHASE_NAMES } from '../../cards/phase-names.ts'
import { sayInstant } from '../kernel/time.ts'
import type { Wording } from '../kernel/view.ts'
import type { CoefficientsDone } from './coefficients/commands.ts'
import type { PolicyDone } from './commands.ts'
import type { GateAreaDone } from './gates/commands.ts'
import type { Contradiction } from './rules/consistent.ts'
import type { YearRefusal } from './rules/year.ts'
import type { ValuesDone } from './values/commands.ts'

const CONTRADICTIONS: { readonly [contradiction in Contradiction]: string } = {
  'ratios-sum': '三类目标的比例之和须为100%，请更正。',
  'levels-order': '一级的起点须高于二级，请更正。',
  'lights-order': '黄灯的剩余时间须大于橙灯，请更正。',
  'digest-order': '提醒的结束时刻须晚于开始时刻，请更正。',
  'escalation-order': '逾期上报须先负责人、再办公室、后分管校领导，请更正天数。',
  'bands-order': '优秀的起点须高于合格，请更正。',
  'cap-below-excellent': '得分上限不能低于优秀的起点，否则没有单位能评为优秀，请更正。',
  'gate-names': '一票否决的工作名称不能重复，请另起名称。',
}

export const policyWording = {
  'office-only': () => '这件事由领导小组办公室办理，请联系办公室。',
  'chair-only': () => '这件事由领导小组组长决定，请联系领导小组办公室。',
  'unopened-year': () => '年度还没有开启，请先由办公室发送「阶段」开启。',
  'opened-year': () => '这个年度已经开启，不必再开。发送「阶段」查看。',
  'unclosed-year': ({ year }) => `${year}年度还没有结束，请先进入「结束」阶段再开启新年度。`,
  'unpreviewed-year': ({ year }) => `${year}年度从上一年度转入，请发送「新年度」，核对后开启。`,
  'earlier-year': ({ year }) => `不能开启${year}年度以前的年度，请开启之后的年度。`,
  'same-phase': ({ phase }) => `现在已经是「${PHASE_NAMES[phase]}」阶段，不必再操作。`,
  'stale-phase': ({ phase }) => `阶段已变为「${PHASE_NAMES[phase]}」，请在新卡片上操作。`,
  'frozen-year': () => '考核结果已经审定，本年度不再更改；如需更正，须由领导小组对申诉作出决定。',
  'unannounced-results': () => '考核结果还没有公布，不能结束年度。请先发送「公布结果」。',
  'ungraded-unit': ({ unit }) => `${unit}不设权重系数，请从名单中另选单位。`,
  'scored-unit': ({ unit }) => `${unit}的得分已经确定，不能再改权重系数；如需更正，请按申诉办理。`,
  'unsuggested-coefficients': () => '没有可以沿用的去年系数，请按通知设置。',
  'stale-suggestions': () => '待沿用的系数已有变化，请在新卡片上重新办理。',
  'unchanged-coefficients': () => '与现有的权重系数相同，没有更改。',
  'unchanged-values': () => '与现在的选定相同，没有更改。',
  'stale-values': () => '政策内容已有变化，请在新卡片上重新选择。',
  'scored-year': () => '已有单位的得分确定，各单位须按同一办法计分，本年度不能再改计分办法。',
  'assessed-year': () => '已有单位开始打分，各单位须按同样的分数段打分，本年度不能再改。',
  'contradicting-values': ({ contradiction }) => CONTRADICTIONS[contradiction],
  'unknown-area': () => '这项工作已不在一票否决之列，请在新卡片上操作。',
  'reported-area': ({ area, reports }) =>
    `${area}已报告${reports}个单位，本年度须保留；可以改名或改牵头部门。`,
  'last-area': () => '至少须保留一项一票否决的工作。',
  'full-areas': ({ most }) => `一票否决的工作最多${most}项，不能再增加。`,
  'begun-deliberations': () => '已有单位开启合议，各单位须按同一方式考评，本年度不能再改。',
  'stale-policy': () => '政策内容已有变化，请核对新卡片后再确认。',
  'confirmed-policy': ({ notice, signed }) =>
    signed
      ? `${signed.name} 已于 ${sayInstant(signed.at)} 按${notice}确认，不必再确认。`
      : `政策已按${notice}确认，不必再确认。`,
  'year-opened': ({ year }) => `${year}年度已开启，现在是「订立目标」阶段。`,
  'phase-entered': ({ phase, told }) => `已进入「${PHASE_NAMES[phase]}」阶段，通知了${told}人。`,
  'coefficients-set': ({ unit }) => `${unit}的权重系数已保存，政策须由组长重新确认。`,
  'values-chosen': () => '已保存，政策须由组长重新确认。',
  'coefficients-adopted': ({ units }) => `${units}个单位沿用去年的系数，政策须由组长重新确认。`,
  'gate-area-kept': ({ area }) => `「${area}」已保存，政策须由组长重新确认。`,
  'gate-area-ended': () => '已不再列入，政策须由组长重新确认。',
  'policy-confirmed': ({ notice }) => `已按${notice}确认年度政策。`,
} satisfies Wording<YearRefusal | PolicyDone | ValuesDone | CoefficientsDone | GateAreaDone>
