import * as z from 'zod'
import { snoozedCard } from '../../../../cards/digest-snoozed.ts'
import { sayDay } from '../../../../cards/digest-words.ts'
import type { Message } from '../../../../cards/kit.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { viewOf } from '../../../kernel/view.ts'
import { loadOwn } from '../own.ts'
import { sayWhat, sayWhen } from '../say-item.ts'
import { putOff } from './digest.ts'

const ITEMS_A_PAGE = 10

/** View `snoozed`: what the person put off. */
export const snoozedView = viewOf({
  name: 'snoozed',
  params: z.object({ page: z.int().min(0).default(0) }),
  async render(db, { page: wanted }, viewer): Promise<Message> {
    const own = await loadOwn(db, viewer)
    const all = own ? putOff(own, viewer.today) : []
    const page = pageOf(all, ITEMS_A_PAGE, wanted, { name: 'snoozed', params: {} })
    const items = page.items.map(({ matter }) => ({
      what: sayWhat(matter),
      unit: matter.unitName,
      when: sayWhen(matter, viewer.today, own?.open.policy.execution.silentDays ?? 0),
      until: sayDay(own?.snoozes.get(matter.key) ?? viewer.today),
      matter: { matter: matter.key },
    }))
    return { kind: 'card', card: snoozedCard({ total: all.length, items, turns: page.turns }) }
  },
})
