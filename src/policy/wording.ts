import { PHASE_NAMES } from '../../cards/phase-names.ts'
import { sayInstant } from '../kernel/time.ts'
import type { Wording } from '../kernel/view.ts'
import type { PolicyDone } from './commands.ts'
import type { YearRefusal } from './rules/year.ts'

export const policyWording = {
  'office-only': () => '这件事由领导小组办公室办理，请联系办公室。',
  'chair-only': () => '这件事由领导小组组长决定，请联系领导小组办公室。',
  'unopened-year': () => '年度还没有开启，请先由办公室发送「阶段」开启。',
  'opened-year': () => '这个年度已经开启，不必再开。发送「阶段」查看。',
  'unclosed-year': ({ year }) => `${year}年度还没有结束，请先进入「结束」阶段再开启新年度。`,
  'earlier-year': ({ year }) => `不能开启${year}年度以前的年度，请开启之后的年度。`,
  'same-phase': ({ phase }) => `现在已经是「${PHASE_NAMES[phase]}」阶段，不必再操作。`,
  'stale-phase': ({ phase }) => `阶段已变为「${PHASE_NAMES[phase]}」，请在新卡片上操作。`,
  'frozen-year': () => '考核结果已经审定，本年度不再更改；如需更正，须由领导小组对申诉作出决定。',
  'unannounced-results': () => '考核结果还没有公布，不能结束年度。请先发送「公布结果」。',
  'ungraded-unit': ({ unit }) => `${unit}不设权重系数，请从名单中另选单位。`,
  'scored-unit': ({ unit }) => `${unit}的得分已经确定，不能再改权重系数；如需更正，请按申诉办理。`,
  'unchanged-coefficients': () => '与现有的权重系数相同，没有更改。',
  'unchanged-ratification': () => '与现在的审定方式相同，没有更改。',
  'unchanged-pay': () => '与现在的绩效工资比例相同，没有更改。',
  'unchanged-values': () => '与现在的选定相同，没有更改。',
  'stale-values': () => '政策内容已有变化，请在新卡片上重新选择。',
  'scored-year': () => '已有单位的得分确定，各单位须按同一办法计分，本年度不能再改计分办法。',
  'unchanged-agreement': () => '与现在的考评得分方式相同，没有更改。',
  'begun-deliberations': () => '已有单位开启合议，各单位须按同一方式考评，本年度不能再改。',
  'stale-policy': () => '政策内容已有变化，请核对新卡片后再确认。',
  'confirmed-policy': ({ notice, signed }) =>
    signed
      ? `${signed.name} 已于 ${sayInstant(signed.at)} 按${notice}确认，不必再确认。`
      : `政策已按${notice}确认，不必再确认。`,
  'year-opened': ({ year }) => `${year}年度已开启，现在是「订立目标」阶段。`,
  'phase-entered': ({ phase, told }) => `已进入「${PHASE_NAMES[phase]}」阶段，通知了${told}人。`,
  'coefficients-set': ({ unit }) => `${unit}的权重系数已保存，政策须由组长重新确认。`,
  'ratification-chosen': () => '审定方式已保存，政策须由组长重新确认。',
  'pay-chosen': () => '绩效工资比例已保存，政策须由组长重新确认。',
  'agreement-chosen': () => '考评得分方式已保存，政策须由组长重新确认。',
  'values-chosen': () => '所选办法已保存，政策须由组长重新确认。',
  'policy-confirmed': ({ notice }) => `已按${notice}确认年度政策。`,
} satisfies Wording<YearRefusal | PolicyDone>
