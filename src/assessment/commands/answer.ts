/** The members' words on the proposal, and what follows from the last agreement (Article 22). */
import * as z from 'zod'
import { command, type Meta, type Notice, type View } from '../../kernel/command.ts'
import type { PersonId, SubjectId, UnitId, Year } from '../../kernel/ids.ts'
import { listHolders } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import { findAssessing } from '../assessing.ts'
import { listFeedbackReaders } from '../queries.ts'
import {
  type AnswerContext,
  type AnswerRefusal,
  agreeToProposal,
  objectToProposal,
  seatedAwaited,
} from '../rules/answer.ts'
import type { AssessmentState } from '../rules/assessment.ts'
import { assessment, assessmentId } from '../subjects.ts'
import { place } from './payload.ts'

export type AnswerDone =
  | { readonly code: 'proposal-agreed'; readonly waiting: number }
  | { readonly code: 'assessment-decided'; readonly unit: string }
  | { readonly code: 'objection-kept' }

interface Place {
  readonly year: Year
  readonly unit: UnitId
}

interface Context extends AnswerContext {
  /** Who is told of the decision: the unit's people, and the office. */
  readonly unitReaders: readonly PersonId[]
  readonly office: readonly PersonId[]
}

async function contextOf(db: Database, { year, unit }: Place, meta: Meta): Promise<Context> {
  const [assessing, unitReaders, office] = await Promise.all([
    findAssessing(db, year, unit, meta),
    listFeedbackReaders(db, unit, meta.today),
    listHolders(db, 'office', '', meta.today),
  ])
  return { assessing, by: meta.inNameOf, at: meta.at, unitReaders, office: office.map((one) => one.id) }
}

/** A member agrees; the last one decides, and the unit gets its feedback at once. */
export const agree = command({
  type: 'deliberation.agree',
  payload: z.object({ ...place, round: z.int() }),
  on: assessment,
  id: ({ year, unit }) => assessmentId(year, unit),
  context: contextOf,
  decide: agreeToProposal,
  tell: ({ payload, subject, after, context }) => ({
    notices: after.status === 'decided' ? decisionNotices(payload, subject, context) : [],
    answer: { done: agreed(after, context), show: board(payload) },
  }),
  onRefusal,
})

/** A member objects in words; the convenor is told. */
export const object = command({
  type: 'deliberation.object',
  payload: z.object({ ...place, round: z.int(), words: z.string().max(1000) }),
  on: assessment,
  id: ({ year, unit }) => assessmentId(year, unit),
  context: contextOf,
  decide: objectToProposal,
  tell: ({ payload, subject, version, context, meta }) => ({
    notices: (context.assessing?.panel?.convenors ?? [])
      .filter((to) => to !== meta.inNameOf)
      .map((to) => ({
        to,
        view: board(payload),
        about: subject,
        key: `objection:${subject}:${version}:${to}`,
      })),
    answer: { done: OBJECTED, show: board(payload) },
  }),
  onRefusal,
})

const OBJECTED: AnswerDone = { code: 'objection-kept' }

function agreed(after: AssessmentState, context: Context): AnswerDone {
  const panel = context.assessing?.panel
  return after.status === 'deliberating'
    ? { code: 'proposal-agreed', waiting: panel ? seatedAwaited(after, panel).length : 0 }
    : { code: 'assessment-decided', unit: context.assessing?.unitName ?? '' }
}

function onRefusal(refusal: AnswerRefusal, at: Place): View | undefined {
  return refusal.code === 'missing-words' ? undefined : board(at)
}

const board = ({ year, unit }: Place): View => ({ name: 'deliberation', params: { year, unit } })

function decisionNotices({ year, unit }: Place, subject: SubjectId, context: Context): readonly Notice[] {
  const told = (to: PersonId, name: string): Notice => ({
    to,
    view: { name, params: { year, unit } },
    about: subject,
    key: `${name}:${subject}:${to}`,
  })
  return [
    ...context.unitReaders.map((to) => told(to, 'feedback')),
    ...context.office.map((to) => told(to, 'score-decided')),
  ]
}
