import * as z from 'zod'
import { accountEvidenceCard } from '../../../../cards/account-evidence.ts'
import { sayFiles } from '../../../execution/file-names.ts'
import { viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { saidInstead, shown } from '../../views/said.ts'
import { loadAccount } from '../load.ts'
import { reachOf } from '../reach.ts'
import { statementsOf } from '../rules/account.ts'
import { accountId } from '../subject.ts'
import { TITLE } from './asked.ts'

/** The files that a unit names as evidence of one goal. */
export const accountEvidenceView = viewOf({
  name: 'account-evidence',
  params: z.object({ year: z.int(), unit: z.string(), goal: z.int() }),
  about: ({ year, unit }) => accountId(year, unit),
  async render(db, { year, unit, goal: number }, viewer) {
    const actor = await getActor(db, viewer)
    const [{ context, state, files }, reach] = await Promise.all([
      loadAccount(db, { year, unit }, viewer),
      reachOf(db, actor, unit),
    ])
    const goal = context.goals.find((one) => one.number === number)
    const seen = reach === 'own' || (reach === 'reader' && state.status === 'signed')
    if (!context.unit || !goal || !seen)
      return saidInstead(TITLE, '您现在不能查看这些佐证材料，或它们已不在自评中。')
    const named = statementsOf(state)[goal.id]?.evidence ?? []
    const kept = (files.get(goal.id) ?? []).filter((file) => named.includes(file.id))
    const names = sayFiles(kept)
    return shown(
      accountEvidenceCard({
        unit: context.unit.name,
        goal: { number, title: goal.title },
        files: kept.map(({ id, name }, position) => ({ id, name: names[position] ?? name })),
      }),
    )
  },
})
