import { sayInstant } from '../kernel/time.ts'
import type { Wording } from '../kernel/view.ts'
import { PHASE_NAMES } from '../policy/phase-names.ts'
import type { ExecutionDone } from './done.ts'
import type { EvidenceRefusal } from './rules/evidence.ts'
import type { ExecutionRefusal } from './rules/progress.ts'

export const executionWording = {
  'unknown-goal': () => '没有找到这项目标，请发送「进展」查看可报的目标。',
  'foreign-goal': ({ unit }) => `这是${unit}的目标，由该单位联络员或负责人报送进展。`,
  'unratified-goal': ({ number }) => `目标${number}尚未审定生效，生效后即可报送进展。`,
  'closed-execution': ({ phase }) =>
    `现在是「${PHASE_NAMES[phase]}」阶段，进展在「实现目标」阶段报送。如需补报，请联系领导小组办公室。`,
  'empty-report': () => '请写明完成情况，例如：教材初稿完成。',
  'unreasoned-fall': ({ from, to }) =>
    `上次已报 ${from}%，这次是 ${to}%。进度下调请填写「下调原因」后再报送（确认卡片请点「补充修改」）。`,
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
    `文件「${name}」的类型不能作为佐证，没有保存。请发送图片、PDF、Word、Excel、PPT 或压缩包。`,
  'unknown-evidence': () => '没有找到这份材料，请重新发送。',
  'reported-progress': ({ number, percent }) => `目标${number}的进展已报送（${percent}%）。`,
  'received-evidence': () => '材料已收到。',
  'kept-evidence': () => '材料已保存。',
} satisfies Wording<ExecutionRefusal | EvidenceRefusal | ExecutionDone>
