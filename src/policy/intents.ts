import type { Intent } from '../kernel/view.ts'
import { POLICY_SUBJECTS } from './rules/catalogue.ts'
import { SUBJECT_NAMES } from './values/all.ts'

/** Opens the view for the year that is being managed; says nothing to words that follow. */
const opening = (view: string) => (rest: string) =>
  rest === '' ? ({ send: view, with: {} } as const) : undefined

/** 年度政策 考评计分 */
function openingPolicy(rest: string) {
  if (rest === '') return { send: 'policy', with: {} } as const
  const subject = POLICY_SUBJECTS.find((one) => SUBJECT_NAMES[one] === rest.trim())
  return subject && ({ send: 'policy-subject', with: { subject } } as const)
}

export const policyIntents: readonly Intent[] = [
  {
    words: ['阶段', '年度阶段'],
    help: '查看年度进行到哪个阶段',
    inGroup: 'phase-in-group',
    opens: opening('phase'),
  },
  { words: ['权重系数', '系数'], help: '查看各单位权重系数', opens: opening('coefficients') },
  { words: ['年度政策', '政策'], help: '查看本年度的政策；加上名目查看其中一类', opens: openingPolicy },
  { words: ['政策版本', '历次政策'], help: '年度政策的历次版本', opens: opening('policy-editions') },
]
