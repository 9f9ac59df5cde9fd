import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import type { Wording } from '../../kernel/view.ts'
import type { Hindrance, NewYearRefusal } from '../rules/new-year.ts'
import type { NewYearDone } from './command.ts'

/** What has to be over before, in words. */
export function sayHindrance(one: Hindrance): string {
  switch (one.what) {
    case 'phase':
      return one.phase === 'results'
        ? '考核结果公布后，请先结束年度'
        : `现在是「${PHASE_NAMES[one.phase]}」阶段，须公布结果并结束年度`
    case 'appeals':
      return `有${one.count}件申诉还没有决定`
    case 'answers':
      return `有${one.count}个单位的反馈还在答复期内`
  }
}

export const newYearWording = {
  'office-only': () => '新年度由领导小组办公室开启，请等候通知。',
  'first-year': () => '还没有开启过年度，请发送「阶段」开启第一个年度。',
  'begun-year': ({ year }) => `${year}年度已经开启，不必再开。`,
  'other-year': ({ year }) => `接下来是${year}年度，请发送「新年度」核对后开启。`,
  'hindered-year': ({ year, hindrances }) =>
    `${year}年度还不能转入下一年度：${hindrances.map(sayHindrance).join('；')}。`,
  'stale-preview': () => '沿用的内容已有变化，请核对新卡片后再开启。',
  'year-begun': ({ year, told }) => `${year}年度已开启，现在是「订立目标」阶段，通知了${told}人。`,
} satisfies Wording<NewYearRefusal | NewYearDone>
