import { REFORM_WORDS } from '../../../cards/unit-words.ts'
import { sayDate, sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { ReformRefusal } from './rules/refusals.ts'
import type { ReformKind } from './rules/wish.ts'

export type ReformDone =
  | { readonly code: 'reform-prepared' }
  | { readonly code: 'reform-chosen' }
  | { readonly code: 'reform-dropped' }
  | { readonly code: 'reform-applied'; readonly kind: ReformKind }

export const unitsWording = {
  'office-units': () => '单位由领导小组办公室管理，请联系办公室。',
  'undocumented-reform': () => '请填写发文号，机构变动须有文件依据。',
  'future-reform': ({ on }) => `${sayDate(on)}还没有到。请在生效之日再登记，提前登记不会自动生效。`,
  'outside-reform': ({ year }) => `生效日期须在${year}年内，且不晚于今天。`,
  'unknown-unit-named': ({ words }) => `没有找到单位「${words}」，请用单位全称或编号，或发送「单位」查看。`,
  'malformed-number': ({ words }) =>
    words === '' ? '请填写新单位的编号。' : `编号「${words}」不能用，请用字母、数字和 - _ .，最多20个字符。`,
  'taken-number': ({ id, name }) => `编号 ${id} 已属于${name}，请换一个。`,
  'taken-name': ({ name }) => `已有单位叫「${name}」，请换一个名称。`,
  'empty-name': () => '请填写单位名称。',
  'unchanged-unit': ({ name }) => `${name}已经是这样，没有改动。`,
  'lone-merge': () => '合并至少要有两个单位，请再选一个。',
  'lone-split': () => '拆分至少要有两个新单位，请一行写一个。',
  'unread-line': ({ line }) => `「${line}」没有读懂。请写成：编号 空格 名称，如 JX21 药学院。`,
  'absent-unit': ({ name }) => `${name}目前不参加目标管理，不能这样办理。发送「单位 ${name}」查看。`,
  'present-unit': ({ name }) => `${name}没有被豁免，不需要恢复。`,
  'unreasoned-exemption': () => '请写明豁免原因。',
  'unknown-leader': ({ words }) => `工号「${words}」不在名册中，请另选分管校领导。`,
  'own-leader': ({ name, unit }) => `${name}是${unit}的人，不能分管本单位，请另选。`,
  'unknown-reform': () => '没有这项机构变动，请发送「单位」重新办理。',
  'stale-reform': () => '预览之后情况又有变化，没有执行。请核对新的预览再确认。',
  'barred-reform': ({ bars }) => `还有 ${bars} 处需要先处理，没有执行。卡片上逐条列出。`,
  'applied-reform': ({ name, at }) => `这项变动已由${name}于${sayInstant(at)}确认，不必再办。`,
  'dropped-reform': ({ name, at }) => `这项变动已由${name}于${sayInstant(at)}放弃，需要时请重新办理。`,
  'foreign-choice': () => '所选的去向不在这项变动之中，请在最新的卡片上重新选择。',
  'unreasoned-drop': () => '不再执行的目标须写明原因。',
  'reform-prepared': () => '请核对影响，确认后才生效。',
  'reform-chosen': () => '已记下，请继续核对。',
  'reform-dropped': () => '已放弃，没有任何改动。',
  'reform-applied': ({ kind }) => `${REFORM_WORDS[kind]}已生效，有关人员会收到通知。`,
} satisfies Wording<ReformRefusal | ReformDone>
