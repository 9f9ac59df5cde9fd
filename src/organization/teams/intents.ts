import type { Intent } from '../../kernel/view.ts'

export const teamIntents: readonly Intent[] = [
  {
    words: ['小组', '全部小组', '小组管理', '工作组', '督查组', '考核组'],
    help: '查看工作组、督查组、考核组及其单位和成员',
    opens: (rest) =>
      rest === '' ? { send: 'teams', with: {} } : { send: 'team', with: { team: rest.slice(0, 60) } },
  },
]
