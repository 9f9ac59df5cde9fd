/** The words for how far planning is, used alike in tables, reminders and sentences. */
import { type GoalDrafter, type GoalType, PART_NAMES } from './goal-words.ts'
import type { Tone } from './kit.ts'

export type UnitStage = 'unsent' | 'returned' | 'in-review' | 'in-ratification' | 'in-force'
export type WaitTask = 'draft' | 'revise' | 'send' | 'review' | 'ratify' | 'appoint-leader' | 'appoint-group'
export type WaitRole =
  | 'contact'
  | 'head'
  | 'working-convenor'
  | 'working-member'
  | 'leader'
  | 'chair'
  | 'leading-member'
  | 'office'

export const UNIT_STAGES: readonly UnitStage[] = [
  'unsent',
  'returned',
  'in-review',
  'in-ratification',
  'in-force',
]

export const STAGE_NAMES: { readonly [stage in UnitStage]: string } = {
  unsent: '未报送',
  returned: '有退回',
  'in-review': '审核中',
  'in-ratification': '审定中',
  'in-force': '已生效',
}

const ROLE_NAMES: { readonly [role in WaitRole]: string } = {
  contact: '联络员',
  head: '负责人',
  'working-convenor': '工作组组长',
  'working-member': '工作组成员',
  leader: '分管校领导',
  chair: '领导小组组长',
  'leading-member': '领导小组成员',
  office: '领导小组办公室',
}

const SHORT_TYPES: { readonly [type in GoalType]: string } = {
  key: '重点',
  special: '专项',
  routine: '常规',
}

export interface WaitFacts {
  readonly task: WaitTask
  /** Who answers for it stands first. */
  readonly roles: readonly WaitRole[]
  readonly people: readonly { readonly name: string; readonly role: WaitRole }[]
  readonly goals: number
  readonly types: readonly GoalType[]
}

/** `填报重点、常规目标`: what is waited for. */
export function sayTask({ task, goals, types }: Pick<WaitFacts, 'task' | 'goals' | 'types'>): string {
  switch (task) {
    case 'draft':
      return `填报${types.map((type) => SHORT_TYPES[type]).join('、')}目标`
    case 'revise':
      return `修改退回的${goals}项`
    case 'send':
      return goals > 0 ? `报送${goals}项草稿` : '重新报送'
    case 'review':
      return `审核${goals}项`
    case 'ratify':
      return `审定${goals}项`
    case 'appoint-leader':
      return '设置分管校领导'
    case 'appoint-group':
      return '设置工作组'
  }
}

/** `负责人 张三等2人`: who is waited for; where nobody holds the role, that it is vacant. */
export function sayWho({ roles, people }: Pick<WaitFacts, 'roles' | 'people'>): string {
  const [answers] = roles
  const [first] = people
  if (first) {
    return `${ROLE_NAMES[first.role]} ${first.name}${people.length > 1 ? `等${people.length}人` : ''}`
  }
  if (answers === undefined) return ''
  return answers === 'office' ? ROLE_NAMES.office : `${ROLE_NAMES[answers]}（空缺）`
}

/** `5天`; `今天` on the same day. */
export const sayDays = (days: number | null): string =>
  days === null ? '—' : days === 0 ? '今天' : `${days}天`

/** Who has waited for a week is red. */
export const toneOfDays = (days: number | null): Tone =>
  days === null || days < 3 ? 'plain' : days < 7 ? 'orange' : 'red'

/** `单位填报部分12个`: how many units lack which part. */
export const sayUnsent = (unsent: readonly { readonly drafter: GoalDrafter; readonly units: number }[]) =>
  unsent.map(({ drafter, units }) => `${PART_NAMES[drafter]}${units}个`).join('，')
