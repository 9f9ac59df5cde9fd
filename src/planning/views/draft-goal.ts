/** What the viewer drafts: first which unit, then the unit's drafts. */
import * as z from 'zod'
import { type DraftFacts, type DraftPart, goalDraftsCard } from '../../../cards/goal-drafts.ts'
import { FIELD_NAMES, missingLines } from '../../../cards/goal-words.ts'
import type { Action, Message } from '../../../cards/kit.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import type { Drafter } from '../../store/schema/planning.ts'
import { actFacts, loadPlanFacts, type PlanFacts } from '../facts.ts'
import { pageOf } from '../paging.ts'
import { type DraftingSeat, listDraftingSeats } from '../places.ts'
import { maySend, typesOf } from '../rules/drafters.ts'
import { isOpen } from '../rules/goal.ts'
import { missingFields } from '../rules/missing.ts'
import { missingOf, openGoalsOf } from '../rules/send.ts'
import { planId } from '../subject.ts'
import { cardMessage, noYear, sentenceCard } from './notice.ts'
import { unitsCard } from './units.ts'

const TITLE = '填报目标'
const PAGE_SIZE = 8

const params = z.object({
  year: z.int().optional(),
  unit: z.string().optional(),
  page: z.int().optional(),
  /** 1 to choose the unit again. */
  all: z.int().optional(),
}) as z.ZodType<{ year?: number; unit?: string; page?: number; all?: number }>

export const draftGoalView = viewOf({
  name: 'draft-goal',
  params: params as z.ZodType<z.infer<typeof params> & { readonly [key: string]: number | string }>,
  render: async (db, { year, unit, page }, viewer) => {
    const chosen = year ?? (await findCurrentYear(db))?.year
    if (chosen === undefined) return noYear(TITLE)
    const actor = await getActor(db, viewer.person, viewer.today)
    const seats = await listDraftingSeats(db, actor)
    return renderDrafts(db, { year: chosen, unit, page: page ?? 0 }, { viewer, actor, seats })
  },
})
