/** A step of an appeal as a change: of the appeal, and, where it touches the scores, of the assessment in the same commit. */
import * as z from 'zod'
import type { Meta, Prepared, View } from '../../../kernel/command.ts'
import type { Decision } from '../../../kernel/decision.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Database } from '../../../store/database.ts'
import { assessment, assessmentId } from '../../subjects.ts'
import { type AppealPlace, type Case, loadCase } from '../case.ts'
import type { AppealDone } from '../done.ts'
import { appealNotices, feedbackNotices } from '../notices.ts'
import type { AppealEvent, AppealState } from '../rules/appeal.ts'
import type { Moving } from '../rules/draft.ts'
import type { AppealRefusal } from '../rules/refusals.ts'
import { appealId, appealSubject } from '../subject.ts'

export const aPlace = { year: z.int(), unit: z.string() }
export const anAppeal = { ...aPlace, number: z.int().min(1) }

interface Step {
  readonly decide: (known: Case) => Moving | Promise<Moving>
  readonly done: (after: AppealState, known: Case) => AppealDone
  /** The appeal's card without. */
  readonly show?: (known: Case, refusal?: AppealRefusal) => View | undefined
  /** Nobody is told: what is kept page by page. */
  readonly quiet?: true
  /** Who is shown the feedback, where it is about no appeal. */
  readonly tell?: (known: Case) => readonly PersonId[]
}

export async function takeStep(db: Database, place: AppealPlace, meta: Meta, step: Step): Promise<Prepared> {
  const known = await loadCase(db, place, meta)
  if ('refusal' in known) return known
  const moving = await step.decide(known)
  const shown = (refusal?: AppealRefusal): View | undefined =>
    step.show ? step.show(known, refusal) : appealView(known)
  if ('refusal' in moving) {
    const show = overtaken(moving.refusal) ? shown(moving.refusal) : undefined
    return { refusal: moving.refusal, ...(show && { show }) }
  }
  return changeOf(known, moving, step, shown())
}

function changeOf(
  known: Case,
  { ofAppeal, ofScores }: Exclude<Moving, { readonly refusal: AppealRefusal }>,
  { done, quiet, tell }: Step,
  show: View | undefined,
): Prepared {
  const { facts, heads } = known
  const { year, unit, number } = facts
  const scores = assessmentId(year, unit)
  const change = appealSubject.change(appealId(year, unit, number), heads.appeal, ofAppeal)
  // The appeal's rows stand before the score's: a score changes only by a decided appeal.
  const moved = ofScores.length === 0 ? [] : [assessment.change(scores, heads.assessment, ofScores)]
  const version = moved[0]?.version ?? 0
  const notices = tell
    ? feedbackNotices(known, tell(known), version)
    : quiet
      ? []
      : appealNotices(known, change.state, change.version)
  return {
    change: {
      subjects: [...(ofAppeal.length === 0 ? [] : [change]), ...moved],
      notices,
      touches: [scores],
      answer: { done: done(change.state, known), ...(show && { show }) },
    },
  }
}

/** A step that leaves the scores as they are. */
export const alone = (decision: Decision<AppealEvent, AppealRefusal>): Moving =>
  'refusal' in decision ? decision : { ofAppeal: decision.events, ofScores: [] }

export const appealView = ({ facts: { year, unit, number } }: Case): View => ({
  name: 'appeal',
  params: { year, unit, number },
})

const KEPT = new Set<AppealRefusal['code']>([
  'missing-why',
  'empty-picks',
  'faulty-verdicts',
  'missing-objection',
  'missing-takeover',
  'missing-reopening',
  'missing-excuse-words',
  'crowded-appeal',
])

/** What was typed stays on the card where it can be mended; else the present state takes its place. */
const overtaken = ({ code }: AppealRefusal): boolean => !KEPT.has(code)
