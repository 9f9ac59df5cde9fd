/** 复制去年: last year's routine goals become this year's drafts, for one unit or many at once. */
import * as z from 'zod'
import type { Command } from '../../kernel/command.ts'
import { headIn } from '../plan-heads.ts'
import type { CopyRefusal } from '../rules/copy.ts'
import type { PlanningRefusal } from '../rules/refusals.ts'
import { planId, planSubject } from '../subject.ts'
import type { CopyDone } from './done.ts'
import { type Survey, surveyCopies, type UnitCopy } from './survey.ts'

const payload = z.object({ year: z.int(), units: z.array(z.string().max(100)).min(1).max(1000) })
type Payload = z.infer<typeof payload>

/** A unit that cannot be copied now is named in the answer and keeps no other from it. */
export const copyGoalsCommand: Command = {
  type: 'goals.copy',
  payload,
  async prepare(db, raw, meta) {
    const wish = payload.parse(raw)
    const survey = await surveyCopies(db, wish.year, meta)
    const show = showOf(wish)
    if (!survey) return { refusal: { code: 'unopened-plans' } satisfies PlanningRefusal }
    const wanted = survey.units.filter((unit) => wish.units.includes(unit.seat.unit))
    const copied = wanted.filter((unit) => 'events' in unit.decision)
    if (copied.length === 0) return { refusal: refusalOf(wanted), show }
    return {
      change: {
        subjects: copied.flatMap((unit) => changeOf(survey, unit)),
        notices: [],
        answer: { done: doneOf(survey, wanted), show },
      },
    }
  },
}

function changeOf({ desk }: Survey, { seat, decision }: UnitCopy) {
  if ('refusal' in decision) return []
  return [planSubject.change(planId(desk.year, seat.unit), headIn(desk.heads, seat.unit), decision.events)]
}

/** The reason of the first; of nobody's unit that routine goals there are another's to draft. */
function refusalOf(wanted: readonly UnitCopy[]): CopyRefusal {
  const [first] = wanted
  return first && 'refusal' in first.decision ? first.decision.refusal : { code: 'foreign-copy' }
}

function doneOf({ itemNames }: Survey, wanted: readonly UnitCopy[]): CopyDone {
  const count = ({ decision }: UnitCopy): number => ('events' in decision ? decision.events.length : 0)
  const ended = [...new Set(wanted.flatMap((unit) => unit.ended))]
  return {
    code: 'goals-copied',
    goals: wanted.reduce((sum, unit) => sum + count(unit), 0),
    units: wanted.filter((unit) => count(unit) > 0).length,
    ended: ended.map((item) => itemNames.get(item) ?? item),
    left: wanted.filter((unit) => count(unit) === 0).map((unit) => unit.seat.name),
  }
}

/** One unit's drafts are shown, of several the survey as it is now. */
function showOf({ year, units }: Payload) {
  const [unit, ...others] = units
  return unit !== undefined && others.length === 0
    ? { name: 'draft-goal', params: { year, unit } }
    : { name: 'goal-copy', params: { year } }
}
