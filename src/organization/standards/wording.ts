import { sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { StandardFault, StandardRefusal } from '../rules/standard.ts'
import { sayUnits } from '../say-units.ts'

export type StandardDone =
  | {
      readonly code: 'standard-kept'
      readonly name: string
      readonly what: 'added' | 'changed'
      /** How many people were told. */
      readonly told: number
    }
  | { readonly code: 'item-ended'; readonly name: string }

const FIELDS = { name: '工作项目', standard: '衡量标准' } as const

const faultText = ({ field, fault, limit }: StandardFault): string =>
  fault === 'missing' ? `${FIELDS[field]}须填写` : `${FIELDS[field]}不能超过${limit}字`

export const standardsWording = {
  'standard-kept': ({ name, what, told }) =>
    what === 'added'
      ? `工作项目「${name}」已新增，填报常规目标时可以选用。`
      : `「${name}」的衡量标准已修改${told > 0 ? `，已通知有关的${told}人` : ''}。`,
  'item-ended': ({ name }) => `工作项目「${name}」已停用，以后填报不再列出。`,
  'foreign-standards': () => '衡量标准由领导小组办公室和目标管理工作组维护，如需改动请与其联系。',
  'faulty-standard': ({ faults }) => `请改正后再保存：${faults.map(faultText).join('；')}。`,
  'taken-item': ({ name }) => `已有工作项目「${name}」，请直接修改它的标准，或换一个名称。`,
  'unknown-item': () => '这个工作项目已停用。请发送「衡量标准」查看现有项目。',
  'unchanged-standard': () => '衡量标准与现在的相同，无需修改。',
  'stale-standard': ({ by, at }) =>
    `${by === null || at === null ? '这项标准' : `这项标准已由${by}于${sayInstant(at)}`}修改，请看最新内容后再改。`,
  'ratified-standard': ({ name, unit }) =>
    `「${name}」已有单位（${unit}）的目标审定，本年度标准不能再改。确需变动的，请按「目标调整」逐项提出。`,
  'used-item': ({ name, units }) =>
    `「${name}」正由${sayUnits(units)}使用，不能停用。请先请填报人改选工作项目或删除目标。`,
} satisfies Wording<StandardRefusal | StandardDone>
