import type { Action } from '../../../cards/kit.ts'
import type { Intent } from '../../kernel/view.ts'
import { readWish } from './read-wish.ts'

/** `委托`: the list; `委托 李华 12月1日至12月10日`: the form filled in; `委托 张明 给 李华 …`: the office, for another. */
export const delegationIntents: readonly Intent[] = [
  {
    words: ['委托', '我的委托', '委托代办', '授权'],
    help: '外出时委托他人代办，查看委托',
    opens: (rest) => (rest === '' ? { show: 'delegations', with: {} } : opensForm(rest)),
  },
]

function opensForm(rest: string): Action | undefined {
  const wish = readWish(rest)
  if (wish === undefined) return undefined
  const { of, ...values } = wish
  const params = { of: of ?? null }
  return { send: 'form', with: { form: 'delegation', params, values: { ...values, duties: ['all'] } } }
}
