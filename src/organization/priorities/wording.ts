import type { Wording } from '../../kernel/view.ts'
import type { PriorityFault, PriorityRefusal } from '../rules/priority.ts'
import { sayUnits } from '../say-units.ts'

export type PriorityDone =
  | { readonly code: 'priority-kept'; readonly id: string; readonly what: 'added' | 'changed' }
  | { readonly code: 'priority-ended'; readonly id: string }

const FIELDS = { id: '编号', text: '工作要点' } as const

const FAULTS: { readonly [fault in PriorityFault['fault']]: (limit: number) => string } = {
  missing: () => '须填写',
  'too-long': (limit) => `不能超过${limit}字`,
  malformed: () => '只能用字母、数字和 - _ .',
}

const faultText = ({ field, fault, limit }: PriorityFault): string =>
  `${FIELDS[field]}${FAULTS[fault](limit)}`

export const prioritiesWording = {
  'priority-kept': ({ id, what }) =>
    what === 'added' ? `工作要点 ${id} 已新增，填报重点目标时可以选用。` : `工作要点 ${id} 已修改。`,
  'priority-ended': ({ id }) => `工作要点 ${id} 已停用，以后填报不再列出。`,
  'foreign-priorities': () => '工作要点由领导小组办公室维护，如需改动请与办公室联系。',
  'faulty-priority': ({ faults }) => `请改正后再保存：${faults.map(faultText).join('；')}。`,
  'taken-priority': ({ id }) => `编号 ${id} 已有工作要点，请直接修改，或换一个编号。`,
  'unknown-priority': () => '这项工作要点已停用。请发送「工作要点」查看现有要点。',
  'unchanged-priority': () => '内容与现在的相同，无需修改。',
  'stale-priority': () => '这项工作要点在您查看后已有修改，请看最新内容后再改。',
  'served-priority': ({ id, units }) =>
    `工作要点 ${id} 已由${sayUnits(units)}的目标承接，不能停用。请先请填报人改选工作要点。`,
} satisfies Wording<PriorityRefusal | PriorityDone>
