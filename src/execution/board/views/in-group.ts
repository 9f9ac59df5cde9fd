/** 看板 in a group chat: the school's totals. */
import * as z from 'zod'
import { boardTotalsCard } from '../../../../cards/board-totals.ts'
import { fewUnits } from '../../../../cards/few-units.ts'
import { sayDate } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import { listUnits } from '../../../organization/queries.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import { findSpan, lightsOf } from '../../queries/lights.ts'
import { asCard, told } from '../../views/told.ts'
import { listGoalsIn } from '../queries.ts'
import { tallyOf } from '../rules/tally.ts'
import { NO_YEAR } from './asked.ts'

/** With fewer, a total is somebody's own. */
const LEAST_UNITS = 3

export const boardInGroupView = viewOf({
  name: 'board-in-group',
  params: z.object({}),
  async render(db, _params, { today }) {
    const open = await findCurrentYear(db)
    if (!open) return told('目标看板', NO_YEAR)
    const units = (await listUnits(db)).map(({ id }) => id)
    if (units.length < LEAST_UNITS) return fewUnits('看板')
    const goals = await listGoalsIn(db, open.year, units)
    const [lights, { endedOn }] = await Promise.all([
      lightsOf(
        db,
        goals.map(({ id }) => id),
        today,
      ),
      findSpan(db, open.year),
    ])
    const asOf = endedOn !== null && endedOn < today ? endedOn : today
    const tally = tallyOf([...lights.values()], asOf)
    return asCard(boardTotalsCard({ year: open.year, asOf: sayDate(asOf), units: units.length, tally }))
  },
})
