import * as z from 'zod'
import { coefficientListCard } from '../../../cards/coefficient-list.ts'
import { pageOf } from '../../kernel/paging.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { isRatified } from '../../results/queries.ts'
import type { Database } from '../../store/database.ts'
import { aboutYear, askedYear, completing, shown, unopened, yearParams } from '../asked.ts'
import { confirmationOf } from '../policy-view.ts'
import type { OpenYear } from '../queries.ts'
import { markOf } from '../rules/mark.ts'
import { adoptable } from '../rules/set-coefficients.ts'
import { coefficientUnits, listCoefficientRows } from './list.ts'

const UNITS_A_PAGE = 50

export const coefficientsView = viewOf({
  name: 'coefficients',
  ofYear: true,
  params: z.object({ ...yearParams, page: z.int().min(0).exactOptional() }),
  about: aboutYear,
  complete: completing('coefficients'),
  async render(db, { year, page = 0 }, viewer) {
    const open = await askedYear(db, year)
    if (!open) return unopened('权重系数')
    const [actor, rows, ratified] = await Promise.all([
      getActor(db, viewer),
      listCoefficientRows(db, open),
      isRatified(db, open.year),
    ])
    const changes = holds(actor, 'office') && open.phase !== 'closed' && !ratified
    const view = { name: 'coefficients', params: { year: open.year } }
    // What is missing comes first: on a phone nobody turns ten pages to find it.
    const inOrder = rows.toSorted((a, b) => Number(a.coefficients !== null) - Number(b.coefficients !== null))
    const { items, turns } = pageOf(inOrder, UNITS_A_PAGE, page, view)
    return shown(
      coefficientListCard({
        ...{ year: open.year, units: items, turns, office: changes },
        total: rows.length,
        missing: rows.filter((row) => row.coefficients === null).length,
        first: inOrder[0]?.coefficients === null ? inOrder[0].id : null,
        adopt: changes ? await adoption(db, open) : null,
        confirmed: confirmationOf(open),
      }),
    )
  },
})

/** The suggestions that could be taken over now, and their mark. */
async function adoption(db: Database, open: OpenYear) {
  if (!open.suggested) return null
  const coefficients = adoptable(open.suggested, await coefficientUnits(db, open.year))
  const units = Object.keys(coefficients).length
  return units === 0 ? null : { units, seen: markOf(coefficients) }
}
