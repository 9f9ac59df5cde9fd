/** 进度 in a group chat: how many units are at which stage. */
import * as z from 'zod'
import { fewUnits } from '../../../cards/few-units.ts'
import { planningTotalsCard } from '../../../cards/planning-totals.ts'
import { viewOf } from '../../kernel/view.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import { cardMessage, noYear } from '../views/notice.ts'
import { countStages } from './overview-view.ts'
import { loadProgress } from './progress.ts'

/** With fewer, a total is somebody's own. */
const LEAST_UNITS = 3

export const planningInGroupView = viewOf({
  name: 'planning-in-group',
  params: z.object({}),
  async render(db, _params, { today }) {
    const open = await findCurrentYear(db)
    if (!open) return noYear('目标订立进度')
    const units = await loadProgress(db, open, today)
    if (units.length < LEAST_UNITS) return fewUnits('进度')
    return cardMessage(planningTotalsCard({ year: open.year, units: countStages(units) }))
  },
})
