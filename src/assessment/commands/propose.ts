import * as z from 'zod'
import type { Command, Notice, Prepared, View } from '../../kernel/command.ts'
import type { PersonId, SubjectId } from '../../kernel/ids.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { REGULATION_DEFAULTS } from '../../policy/rules/policy.ts'
import { findAssessing } from '../assessing.ts'
import { pageWith } from '../pages.ts'
import { type AssessmentEvent, type AssessmentState, roundOf } from '../rules/assessment.ts'
import { unfilledGoals } from '../rules/entry.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import { type Drafted, type DraftState, proposeScores, settledEntries } from '../rules/propose.ts'
import { assessment, assessmentId, proposal, proposalId } from '../subjects.ts'
import { marksSchema, place } from './payload.ts'

export type ProposeDone =
  | { readonly code: 'proposal-saved'; readonly missing: readonly number[] }
  | { readonly code: 'proposal-made'; readonly unit: string }

const payload = z.object({ ...place, round: z.int(), marks: marksSchema, seal: z.boolean() })

/** The convenor keeps a page of the proposal, or puts the whole of it to the members (Article 22). */
export const propose: Command = {
  type: 'deliberation.propose',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const command = payload.parse(raw)
    const { year, unit } = command
    const [subject, draftSubject] = [assessmentId(year, unit), proposalId(year, unit)]
    const [assessing, head, draft] = await Promise.all([
      findAssessing(db, year, unit, meta),
      foldSubject(db, assessment, subject),
      foldSubject(db, proposal, draftSubject),
    ])
    const decision = proposeScores(head.state, draft.state, command, {
      assessing,
      by: meta.inNameOf,
      at: meta.at,
    })
    const board: View = { name: 'deliberation', params: { year, unit } }
    if ('refusal' in decision) {
      return decision.refusal.code === 'faulty-marks' || decision.refusal.code === 'unequal-means'
        ? { refusal: decision.refusal }
        : { refusal: decision.refusal, show: board }
    }
    const drafted = proposal.change(draftSubject, draft, decision.events.filter(isDraft))
    const made = assessment.change(subject, head, decision.events.filter(isMade))
    const done = doneOf(made.state, drafted.state, made.events.length > 0, assessing)
    return {
      change: {
        subjects: [drafted, made],
        notices: noticesOf(made.state, made.events.length > 0, subject, board, meta.inNameOf),
        answer: {
          done,
          show: done.code === 'proposal-made' ? board : pageView(command, made.state, done.missing),
        },
      },
    }
  },
}

const isDraft = (event: Drafted | AssessmentEvent): event is Drafted => event.type === 'proposal.drafted'
const isMade = (event: Drafted | AssessmentEvent): event is AssessmentEvent => !isDraft(event)

function doneOf(
  state: AssessmentState,
  draft: DraftState,
  made: boolean,
  assessing: AssessingFacts | undefined,
): ProposeDone {
  if (made || state.status !== 'deliberating')
    return { code: 'proposal-made', unit: assessing?.unitName ?? '' }
  const policy = assessing?.policy ?? REGULATION_DEFAULTS
  const missing = unfilledGoals(state.goals, settledEntries(state, draft, policy))
  return { code: 'proposal-saved', missing: missing.map((goal) => goal.number) }
}

function noticesOf(
  state: AssessmentState,
  made: boolean,
  subject: SubjectId,
  view: View,
  by: PersonId,
): readonly Notice[] {
  if (!made || state.status !== 'deliberating') return []
  const round = roundOf(state)
  return state.present
    .filter((one) => one.id !== by)
    .map((one) => ({ to: one.id, view, about: subject, key: `proposal:${subject}:${round}:${one.id}` }))
}

/** The page of the form where the first goal that is not settled stands. */
function pageView(at: z.infer<typeof payload>, state: AssessmentState, missing: readonly number[]): View {
  const goals = state.status === 'open' ? [] : state.goals
  return {
    name: 'proposal-page',
    params: { year: at.year, unit: at.unit, page: pageWith(goals, missing[0]) },
  }
}
