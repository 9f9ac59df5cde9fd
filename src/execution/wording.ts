import type { Wording } from '../kernel/view.ts'
import { PHASE_NAMES } from '../policy/phase-names.ts'
import type { EvidenceRefusal } from './rules/evidence.ts'
import type { ExecutionRefusal } from './rules/progress.ts'

type Done =
  | { readonly code: 'reported-progress'; readonly number: number; readonly percent: number }
  | { readonly code: 'received-evidence'; readonly name: string }
  | { readonly code: 'kept-evidence' }
type FormRefusal = { readonly code: 'unknown-goal' }

export const executionWording = {
  'foreign-goal': ({ unit }) => `这是${unit}的目标，由该单位联络员或负责人报送进展。`,
  'unratified-goal': ({ number }) => `目标${number}尚未审定生效，生效后即可报送进展。`,
  'closed-execution': ({ phase }) =>
    `现在是「${PHASE_NAMES[phase]}」阶段，进展在「实现目标」阶段报送。如需补报，请联系领导小组办公室。`,
  'empty-report': () => '请写明完成情况，例如：教材初稿完成。',
  'unreasoned-fall': ({ from, to }) =>
    `上次已报 ${from}%，这次是 ${to}%。进度下调请写明原因：点「补充修改」填写。`,
  'foreign-evidence': () => '所选佐证材料不是您发送的，请重新发送图片或文件后再报送。',
  'unwelcome-file': ({ name }) =>
    `文件「${name}」的类型不能作为佐证，请发送图片、PDF、Word、Excel、PPT 或压缩包。`,
  'oversized-file': ({ name }) => `文件「${name}」超过 30 MB，请压缩或拆分后重新发送。`,
  'unknown-evidence': () => '没有找到这份材料，请重新发送。',
  'unknown-goal': () => '没有找到这项目标，请发送「进展」查看可报的目标。',
  'reported-progress': ({ number, percent }) => `目标${number}的进展已报送（${percent}%）。`,
  'received-evidence': ({ name }) => `已收到「${name}」。`,
  'kept-evidence': () => '材料已保存。',
} satisfies Wording<ExecutionRefusal | EvidenceRefusal | FormRefusal | Done>
