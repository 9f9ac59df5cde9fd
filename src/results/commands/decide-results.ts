import * as z from 'zod'
import { type Command, command, type Meta, type Notice, type Prepared } from '../../kernel/command.ts'
import type { PersonId, Year } from '../../kernel/ids.ts'
import { foldSubject, type SubjectChange } from '../../kernel/subject.ts'
import { getActor, listHolders } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { findYear } from '../../policy/queries.ts'
import { REGULATION_DEFAULTS } from '../../policy/rules/policy.ts'
import { type Signed, signedBy } from '../../policy/rules/signed.ts'
import type { Database } from '../../store/database.ts'
import type { Ratios } from '../rules/excellence.ts'
import type { GateEvent } from '../rules/gate.ts'
import {
  proposeResults,
  type ResultsEvent,
  type ResultsFacts,
  type ResultsRefusal,
  type ResultsState,
  ratifyResults,
} from '../rules/results.ts'
import { findStanding } from '../standing.ts'
import { gateId, gateSubject, resultsId, resultsSubject } from '../subjects.ts'

export type DecisionDone =
  | { readonly code: 'results-proposed' }
  | { readonly code: 'results-ratified'; readonly excellent: number; readonly units: number }

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
    ...(await resultsFacts(db, year)),
  }),
  decide: (state, { ratios }, facts, meta) => proposeResults(state, ratios, facts.by, meta.at, facts),
  tell: ({ payload: { year } }) => ({
    answer: { done: { code: 'results-proposed' }, show: excellenceView(year) },
  }),
  onRefusal: showDecided,
})

const ratifyPayload = z.object({
  year: z.int(),
  named: z.array(z.string()),
  left: z.array(z.enum(['standard', 'graded'])),
  seen: z.string(),
})

/**
 * Ratifies the results and closes every gate area in the same batch: a lead unit's report that arrives at the
 * same time takes a version of its gate, and the loser of the two decides again on the new facts.
 */
export const ratifyCommand: Command = {
  type: 'results.ratify',
  payload: ratifyPayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const payload = ratifyPayload.parse(raw)
    const { year } = payload
    const subject = resultsId(year)
    const by = await getActor(db, meta)
    const head = await foldSubject(db, resultsSubject, subject)
    const signed = signedBy(by, meta.at)
    // The gates' heads are read before the facts: facts newer than a head lose at the commit, and never pass as older ones.
    const gates = await closedGates(db, year, signed)
    const decision = ratifyResults(head.state, payload, by, meta.at, await resultsFacts(db, year))
    if ('refusal' in decision) {
      const show = showDecided(decision.refusal, payload)
      return { refusal: decision.refusal, ...(show && { show }) }
    }
    const change = resultsSubject.change(subject, head, decision.events)
    return {
      change: {
        subjects: [change, ...gates],
        notices: await ratifiedNotices(db, year, change.version, meta),
        answer: { done: ratifiedDone(change.state), show: excellenceView(year) },
      },
    }
  },
}

async function resultsFacts(db: Database, year: Year): Promise<ResultsFacts> {
  const open = await findYear(db, year)
  if (!open) return { year, phase: 'setting', policy: REGULATION_DEFAULTS, missing: [], units: [] }
  const { missing, scored } = await findStanding(db, open)
  return { year, phase: open.phase, policy: open.policy, missing, units: scored }
}

async function closedGates(db: Database, year: Year, signed: Signed): Promise<SubjectChange[]> {
  const areas = (await findYear(db, year))?.policy.gateAreas ?? []
  const closing: GateEvent = { type: 'gate.closed', signed }
  return Promise.all(
    areas.map(async ({ key }) => {
      const subject = gateId(year, key)
      return gateSubject.change(subject, await foldSubject(db, gateSubject, subject), [closing])
    }),
  )
}

/** The office learns that it can announce. */
async function ratifiedNotices(db: Database, year: Year, version: number, meta: Meta): Promise<Notice[]> {
  const office = await listHolders(db, 'office', '', meta.today)
  const others = office.map((person): PersonId => person.id).filter((id) => id !== meta.by)
  return others.map((to) => ({
    to,
    view: { name: 'results-gate', params: { year } },
    about: resultsId(year),
    key: `results-ratified:${year}:${version}:${to}`,
  }))
}

function ratifiedDone(state: ResultsState): DecisionDone {
  const results = state.status === 'ratified' ? state.results : []
  const excellent = results.filter((one) => one.grade === 'excellent').length
  return { code: 'results-ratified', excellent, units: results.length }
}

/** What takes the place of a card that can no longer be acted on; a fault of the naming leaves the card, and what was ticked, as it is. */
function showDecided({ code }: ResultsRefusal, { year }: { readonly year: Year }) {
  switch (code) {
    case 'incomplete-results':
    case 'unproposed-results':
    case 'stale-proposal':
    case 'ratified-results':
    case 'announced-results':
      return excellenceView(year)
    default:
      return undefined
  }
}

const excellenceView = (year: Year) => ({ name: 'excellence', params: { year } })
