/** View `petition-register`: the office's, never in another's name. */
import * as z from 'zod'
import type { Message } from '../../../../cards/kit.ts'
import { petitionRegisterCard } from '../../../../cards/petition-register.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { holds } from '../../../organization/rules/actor.ts'
import { countRegister, listRegister } from '../queries/register.ts'
import { outerStatusOf } from '../say-petition.ts'
import { asCard, instead } from './sentence.ts'
import { turnsOf } from './turns.ts'

const PAGE_SIZE = 10

export const petitionRegisterView = viewOf({
  name: 'petition-register',
  params: z.object({ page: z.int().min(0).default(0) }),
  async render(db, { page }, viewer): Promise<Message> {
    const actor = await getActor(db, viewer)
    if (!holds(actor, 'office') || viewer.by !== viewer.inNameOf)
      return instead('来信登记簿只由领导小组办公室本人查看。')
    // Whoever reads the content must not learn a hidden name here.
    const hiddenToo = !holds(actor, 'chair') && !holds(actor, 'leading-member')
    const total = await countRegister(db, actor.id)
    const { offset, turns } = turnsOf(total, PAGE_SIZE, page, 'petition-register')
    const rows = await listRegister(db, { viewer: actor.id, hiddenToo }, { limit: PAGE_SIZE, offset })
    return asCard(
      petitionRegisterCard({
        total,
        rows: rows.map((row) => ({
          number: row.number,
          day: sayInstant(row.written_at).split(' ')[0] ?? '',
          name: row.name,
          hidden: row.hidden === 1,
          status: outerStatusOf(row),
        })),
        turns,
      }),
    )
  },
})
