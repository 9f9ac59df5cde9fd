/** The leading group's decision on excellence and grades, and its correction after an appeal (Articles 25, 29). */
import * as z from 'zod'
import { type Command, command, type Prepared, type View } from '../../kernel/command.ts'
import type { Decision } from '../../kernel/decision.ts'
import type { Year } from '../../kernel/ids.ts'
import { foldSubject } from '../../kernel/subject.ts'
import type { Instant } from '../../kernel/time.ts'
import { getActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { signedBy } from '../../policy/rules/signed.ts'
import { enqueueNotices } from '../../store/outbox-bulk.ts'
import { findResultsFacts } from '../facts.ts'
import { noticesOfDecision } from '../notices.ts'
import { answerBallot, nameExcellent, proposeResults, type ResultsFacts } from '../rules/decide.ts'
import type { Ratios } from '../rules/excellence.ts'
import type { ResultsRefusal } from '../rules/refusals.ts'
import type { ResultsEvent, ResultsState } from '../rules/results.ts'
import { resultsId, resultsSubject } from '../subjects.ts'
import { closeGates } from './close-gates.ts'

export type DecisionDone =
  | { readonly code: 'results-proposed' }
  | { readonly code: 'naming-put'; readonly members: number }
  | { readonly code: 'naming-answered' }
  | { readonly code: 'naming-returned' }
  | { readonly code: 'results-ratified'; readonly excellent: number; readonly units: number }
  | { readonly code: 'results-corrected'; readonly moved: number; readonly announced: boolean }

/** Hundredths of a percent, 0 to 100 %. */
const aRatio = z.int().min(0).max(100_00)

export const proposeCommand = command<
  { year: number; ratios: Ratios },
  ResultsState,
  ResultsEvent,
  ResultsRefusal,
  ResultsFacts & { readonly by: Actor },
  DecisionDone
>({
  type: 'results.propose',
  payload: z.object({ year: z.int(), ratios: z.object({ standard: aRatio, graded: aRatio }) }),
  on: resultsSubject,
  id: ({ year }) => resultsId(year),
  context: async (db, { year }, meta) => ({
    by: await getActor(db, meta),
    ...(await findResultsFacts(db, year, meta.today)),
  }),
  decide: (state, { ratios }, facts, meta) => proposeResults(state, ratios, facts.by, meta.at, facts),
  tell: ({ payload: { year } }) => ({
    answer: { done: { code: 'results-proposed' }, show: excellenceView(year) },
  }),
  onRefusal: showDecided,
})

const aCohort = z.enum(['standard', 'graded'])
const aText = z.string().max(20_000)

const ratifyPayload = z.object({
  year: z.int(),
  named: z.array(z.string()),
  left: z.array(aCohort),
  seen: z.string(),
  words: z.array(z.object({ cohort: aCohort, except: aText, picked: aText })).exactOptional(),
})

export const ratifyCommand: Command = decision({
  type: 'results.ratify',
  payload: ratifyPayload,
  decide: (state, { year: _, ...wish }, by, at, facts) => nameExcellent(state, wish, by, at, facts),
})

const answerPayload = z.object({
  year: z.int(),
  /** When what is answered was put: the card's own ballot. */
  ballot: z.string(),
  answer: z.enum(['agree', 'return', 'abstain']),
  words: z.string().max(500).default(''),
})

export const answerCommand: Command = decision({
  type: 'results.answer',
  payload: answerPayload,
  decide: (state, { ballot, answer, words }, by, at, facts) =>
    answerBallot(state, { ballot, answer, words }, by, at, facts),
})

/**
 * A decision that may ratify, and then closes every gate area in the same batch: a lead unit's report that arrives at
 * the same time takes a version of its gate, and the loser of the two decides again on the new facts.
 */
function decision<Payload extends { readonly year: Year }>(d: {
  readonly type: string
  readonly payload: z.ZodType<Payload>
  readonly decide: (
    state: ResultsState,
    payload: Payload,
    by: Actor,
    at: Instant,
    facts: ResultsFacts,
  ) => Decision<ResultsEvent, ResultsRefusal>
}): Command {
  return {
    type: d.type,
    payload: d.payload,
    async prepare(db, raw, meta): Promise<Prepared> {
      const payload = d.payload.parse(raw)
      const { year } = payload
      const by = await getActor(db, meta)
      const head = await foldSubject(db, resultsSubject, resultsId(year))
      // The gates' heads are read before the facts: facts newer than a head lose at the commit, and never pass as older ones.
      const gates = await closeGates(db, year, signedBy(by, meta.at))
      const facts = await findResultsFacts(db, year, meta.today)
      const decided = d.decide(head.state, payload, by, meta.at, facts)
      if ('refusal' in decided) {
        const show = showDecided(decided.refusal, payload)
        return { refusal: decided.refusal, ...(show && { show }) }
      }
      const change = resultsSubject.change(resultsId(year), head, decided.events)
      const { state, version } = change
      const told = await noticesOfDecision(db, { year, events: decided.events, state, version }, meta)
      const ratifies = decided.events.some((event) => event.type === 'results.ratified')
      return {
        change: {
          subjects: [change, ...(ratifies ? gates : [])],
          // What cannot be changed any more loses its form.
          ...(ratifies && { touches: [`year:${year}` as const] }),
          // Only what asks for an act goes to delegates too; news of many goes as one statement.
          notices: told.filter((one) => one.asks !== undefined),
          also: enqueueNotices(
            told.filter((one) => one.asks === undefined),
            meta.at,
            meta.causes[0],
          ),
          answer: {
            done: doneOf(decided.events, state, facts.members.length),
            show: excellenceView(year),
          },
        },
      }
    },
  }
}

function doneOf(events: readonly ResultsEvent[], state: ResultsState, members: number): DecisionDone {
  const last = events.at(-1)
  switch (last?.type) {
    case 'results.ratified': {
      const excellent = last.results.filter((one) => one.grade === 'excellent').length
      return { code: 'results-ratified', excellent, units: last.results.length }
    }
    case 'results.corrected':
      return {
        code: 'results-corrected',
        moved: last.moved.length,
        announced: state.status === 'announced',
      }
    case 'results.put':
      return { code: 'naming-put', members: members - 1 }
    case 'results.returned':
      return { code: 'naming-returned' }
    default:
      return { code: 'naming-answered' }
  }
}

const SHOWS_PRESENT: ReadonlySet<ResultsRefusal['code']> = new Set<ResultsRefusal['code']>([
  'incomplete-results',
  'unproposed-results',
  'stale-proposal',
  'stale-ballot',
  'repeated-answer',
  'ratified-results',
  'announced-results',
])

/** What takes the place of a card that can no longer be acted on; a fault of the naming leaves the card, and what was ticked, as it is. */
function showDecided({ code }: ResultsRefusal, { year }: { readonly year: Year }): View | undefined {
  return SHOWS_PRESENT.has(code) ? excellenceView(year) : undefined
}

const excellenceView = (year: Year): View => ({ name: 'excellence', params: { year } })
