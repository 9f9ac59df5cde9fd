import { sayInstant } from '../kernel/time.ts'
import type { Wording } from '../kernel/view.ts'
import { PHASE_NAMES } from '../policy/phase-names.ts'
import type { ExecutionDone } from './done.ts'
import type { EvidenceRefusal } from './rules/evidence.ts'
import type { JudgementRefusal } from './rules/judgement.ts'
import type { ExecutionRefusal } from './rules/progress.ts'
import { sayDecimal } from './say-figures.ts'
import type { TaskDone } from './tasks/done.ts'
import type { TaskRefusal } from './tasks/rules/decide.ts'
import type { ListRefusal } from './tasks/rules/list.ts'
import { taskWording } from './tasks/wording.ts'

type Code =
  | ExecutionRefusal
  | EvidenceRefusal
  | JudgementRefusal
  | TaskRefusal
  | ListRefusal
  | ExecutionDone
  | TaskDone

export const executionWording = {
  'unknown-goal': () => '没有找到这项目标，请发送「进展」查看可报的目标。',
  'foreign-goal': ({ unit }) => `这是${unit}的目标，由该单位联络员或负责人报送进展。`,
  'unratified-goal': ({ number }) => `目标${number}尚未审定生效，生效后即可报送进展。`,
  'absent-goal-unit': ({ unit }) =>
    `${unit}目前不参加目标管理，进展不再报送。如有疑问，请联系领导小组办公室。`,
  'closed-execution': ({ phase }) =>
    `现在是「${PHASE_NAMES[phase]}」阶段，进展在「实现目标」阶段报送。如需补报，请联系领导小组办公室。`,
  'empty-report': () => '请写明完成情况，例如：教材初稿完成。',
  'unreasoned-fall': ({ from, to }) =>
    `上次已报 ${from}%，这次是 ${to}%。进度下调请填写「调整原因」后再报送。`,
  'repeated-report': ({ number, at }) =>
    `目标${number}的同样进展已于 ${sayInstant(at)} 报送，没有重复保存。如有新进展，请修改后再报。`,
  'followed-report': ({ number, percent, name, at }) =>
    `${name} 已于 ${sayInstant(at)} 报送目标${number}的进展（${percent}%），您的这条没有保存。请核对后，如需补充请再报一次。`,
  'foreign-evidence': () => '所选佐证材料不是您发送的，请重新发送图片或文件后再报送。',
  'used-evidence': ({ name }) => `材料「${name}」已用于另一项目标。如也要用于本目标，请重新发送一次。`,
  'refused-evidence': ({ name }) => `材料「${name}」没有保存成功，请压缩后重新发送，再报送进展。`,
  'unneeded-file': ({ name }) =>
    `佐证材料由各单位联络员或负责人发送，文件「${name}」没有保存。如有需要请交给本单位联络员。`,
  'unwelcome-file': ({ name }) =>
    `文件「${name}」的种类本年度不收作佐证，没有保存。可收的种类请发送「年度政策 督查与意见」查看。`,
  'unknown-evidence': () => '没有找到这份材料，请重新发送。',
  'unmeasured-goal': ({ number }) =>
    `目标${number}是定性目标，没有可填的指标值。请把指标值写在「完成情况」里，再提交。`,
  'unreasoned-value-fall': ({ from, to }) =>
    `上次已报指标值 ${sayDecimal(from)}，这次是 ${sayDecimal(to)}。指标值下调请填写「调整原因」后再报送。`,
  'unreasoned-statement': ({ mean, to }) =>
    `这项目标按任务加权是 ${mean}%，您填的是 ${to}%。请填写「调整原因」，或改为 ${mean}% 后再报送。`,
  'reported-progress': ({ number, percent, task }) =>
    task === null
      ? `目标${number}的进展已报送（${percent}%）。`
      : `任务${number}.${task.number}的进展已报送（${task.percent}%），目标${number}现为 ${percent}%。`,
  'reported-many': ({ saved, refused }) =>
    `已报送 ${saved.length} 项目标（${saved.join('、')}）的进展${refused === 0 ? '。' : `，另有 ${refused} 项没有保存，原因见卡片。`}`,
  'unrightful-judge': ({ unit }) =>
    `${unit}的进展由其目标管理工作组（教学单位、直属附属医院）或督查组、分管校领导认可。如职责有变，请联系领导小组办公室。`,
  'own-unit-judge': ({ unit }) => `${unit}是您或代办人所在的单位，其进展应由其他成员认可。`,
  'late-judge': ({ phase }) => `现在是「${PHASE_NAMES[phase]}」阶段，进展在「实现目标」和「考核」阶段认可。`,
  'unreported-goal': ({ number }) => `目标${number}还没有报送过进展，暂时无需认可。`,
  'wordless-query': () => '请写明质疑的理由，单位会据此补报。',
  'unexplained-figure': () => '认可的数值与所报不同，请写明理由后再提交。',
  'outdated-judgement': ({ number, name, at }) =>
    `${name} 已于 ${sayInstant(at)} 报送目标${number}的新进展，您的意见没有保存。请看最新进展后再定。`,
  'already-judged': ({ number, verdict, name, at }) =>
    `${name} 已于 ${sayInstant(at)} ${verdict === 'accepted' ? '认可' : '质疑'}目标${number}的这次进展，没有重复保存。`,
  'accepted-progress': ({ number, percent }) => `已认可目标${number}的进展（${percent}%）。`,
  'queried-progress': ({ number }) => `已将对目标${number}进展的质疑发给该单位，等待补报。`,
  'received-evidence': () => '材料已收到。',
  'kept-evidence': () => '材料已保存。',
  ...taskWording,
} satisfies Wording<Code>
