import type { Intent } from '../../kernel/view.ts'

export const roleIntents: readonly Intent[] = [
  {
    words: ['谁是', '谁担任'],
    help: '查谁担任某个角色，如「谁是 药学院 联络员」',
    opens: (rest) => (rest === '' ? undefined : { send: 'who-is', with: { words: rest.slice(0, 100) } }),
  },
  {
    words: ['角色', '角色管理', '全部角色'],
    help: '查看谁担任什么角色',
    opens: (rest) => ({ send: 'roles', with: rest === '' ? {} : { words: rest.slice(0, 100) } }),
  },
  {
    words: ['授予角色', '任命'],
    only: 'office',
    help: '授予角色',
    opens: (rest) => ({
      send: 'form',
      with: { form: 'give-role', params: rest === '' ? {} : { person: rest.slice(0, 60) } },
    }),
  },
]
