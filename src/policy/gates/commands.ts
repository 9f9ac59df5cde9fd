/** The gate areas of the year (Articles 27, 31). */
import * as z from 'zod'
import { command } from '../../kernel/command.ts'
import { getActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { findGate } from '../../results/queries.ts'
import { reachedMilestones } from '../milestones.ts'
import type { Milestones } from '../rules/catalogue.ts'
import { endGateArea, keepGateArea } from '../rules/gate-areas.ts'
import type { YearEvent, YearRefusal, YearState } from '../rules/year.ts'
import { yearId, yearSubject } from '../subject.ts'
import { subjectView } from '../values/commands.ts'

export type GateAreaDone =
  | { readonly code: 'gate-area-kept'; readonly area: string }
  | { readonly code: 'gate-area-ended' }

const wish = { year: z.int().min(2000).max(2100), seen: z.string() }

const keepPayload = z.object({
  ...wish,
  /** Key; without it a new area. */
  area: z.string().exactOptional(),
  name: z.string().trim().min(1).max(30),
  leadUnit: z.string().trim().min(1).max(40),
})

export const keepGateAreaCommand = command<
  z.infer<typeof keepPayload>,
  YearState,
  YearEvent,
  YearRefusal,
  { readonly by: Actor; readonly reached: Milestones },
  GateAreaDone
>({
  type: 'gate-area.keep',
  payload: keepPayload,
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { year }, meta) => ({
    by: await getActor(db, meta),
    reached: await reachedMilestones(db, year),
  }),
  decide: (state, payload, { by, reached }) => keepGateArea(state, payload, by, reached),
  tell: ({ payload: { year, name } }) => ({
    answer: { done: { code: 'gate-area-kept', area: name }, show: subjectView(year, 'gates') },
  }),
  onRefusal: presentAreas,
})

const endPayload = z.object({ ...wish, area: z.string() })

export const endGateAreaCommand = command<
  z.infer<typeof endPayload>,
  YearState,
  YearEvent,
  YearRefusal,
  { readonly by: Actor; readonly reached: Milestones; readonly reports: number },
  GateAreaDone
>({
  type: 'gate-area.end',
  payload: endPayload,
  on: yearSubject,
  id: ({ year }) => yearId(year),
  context: async (db, { year, area }, meta) => ({
    by: await getActor(db, meta),
    reached: await reachedMilestones(db, year),
    reports: Object.keys((await findGate(db, year, area)).verdicts).length,
  }),
  decide: (state, payload, { by, ...facts }) => endGateArea(state, payload, by, facts),
  tell: ({ payload: { year } }) => ({
    answer: { done: { code: 'gate-area-ended' }, show: subjectView(year, 'gates') },
  }),
  onRefusal: presentAreas,
})

function presentAreas({ code }: YearRefusal, { year }: { readonly year: number }) {
  return code === 'office-only' || code === 'unopened-year' || code === 'contradicting-values'
    ? undefined
    : subjectView(year, 'gates')
}
