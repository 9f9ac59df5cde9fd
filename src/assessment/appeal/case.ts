/** An appeal with everything that its rules know: the scores, and who acts or looks with which rights of the day. */
import type { Acting } from '../../kernel/acting.ts'
import type { PersonId, UnitId, Year } from '../../kernel/ids.ts'
import { foldSubject, type Head } from '../../kernel/subject.ts'
import { type Instant, type LocalDate, localDateOf } from '../../kernel/time.ts'
import { plusWorkingDays } from '../../kernel/working-days.ts'
import { findActor, findUnit, listHolders } from '../../organization/queries.ts'
import { type Actor, holds, isLeaderOf } from '../../organization/rules/actor.ts'
import { findYear, type OpenYear } from '../../policy/queries.ts'
import { signedBy } from '../../policy/rules/signed.ts'
import { isRatified } from '../../results/queries.ts'
import type { Database } from '../../store/database.ts'
import type { PersonTable, UnitTable } from '../../store/schema/organization.ts'
import { findAssessing } from '../assessing.ts'
import { listFeedbackReaders } from '../queries.ts'
import { barFor } from '../roles.ts'
import { takeSeat } from '../rules/access.ts'
import { answerFrom } from '../rules/answering.ts'
import type { AssessmentState } from '../rules/assessment.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import { barOf } from '../rules/panel.ts'
import { assessment, assessmentId } from '../subjects.ts'
import { findAppeal, presentNumber } from './queries.ts'
import type { AppealState } from './rules/appeal.ts'
import type { Hearing, Who } from './rules/hearing.ts'
import type { AppealRefusal } from './rules/refusals.ts'

export interface Case {
  readonly open: OpenYear
  readonly facts: Hearing
  readonly actor: Actor
  readonly heads: { readonly appeal: Head<AppealState>; readonly assessment: Head<AssessmentState> }
  readonly people: Parties
}

/** Who is told, and who acts, of the others. */
export interface Parties {
  readonly contacts: readonly PersonId[]
  readonly unitHeads: readonly PersonId[]
  /** Contacts, heads and the leader in charge. */
  readonly readers: readonly PersonId[]
  /** Of the office and the leading group those who may act on this unit. */
  readonly routers: readonly PersonId[]
  readonly deciders: readonly PersonId[]
  readonly office: readonly PersonId[]
}

export interface AppealPlace {
  readonly year: Year
  readonly unit: UnitId
  /** The unit's present appeal, or its next one, without. */
  readonly number?: number
}

export async function loadCase(
  db: Database,
  { year, unit, number: asked }: AppealPlace,
  { at, ...acting }: Acting & { readonly at: Instant },
): Promise<Case | { readonly refusal: AppealRefusal }> {
  const [open, found, known, assessing, number] = await Promise.all([
    findYear(db, year),
    findUnit(db, unit),
    findActor(db, acting),
    findAssessing(db, year, unit, acting),
    asked ?? presentNumber(db, year, unit),
  ])
  const actor = known ?? (acting.by === 'clock' ? CLOCK : undefined)
  if (!open || !found || !assessing || !actor) return { refusal: { code: 'unknown-appeal' } }
  const [appeal, score, people, ratified] = await Promise.all([
    findAppeal(db, year, unit, number),
    foldSubject(db, assessment, assessmentId(year, unit)),
    partiesOf(db, found, acting.today),
    isRatified(db, year),
  ])
  const { phase, policy, coefficients } = open
  const facts: Hearing = {
    ...{ year, unit, unitName: found.name, number, phase, policy },
    coefficients: coefficients[unit] ?? null,
    panel: assessing.panel,
    assessment: score.state,
    appeal: appeal.state,
    who: whoOf(actor, found, assessing, people, at),
    at,
    today: acting.today,
    lastDay: lastDayOf(score.state, policy.appealDays, acting.today),
    ratified,
  }
  return { open, facts, actor, heads: { appeal, assessment: score }, people }
}

/** It holds no role: what it gives is noted, never decided. */
const CLOCK: Actor = { id: 'clock', name: '', title: '', unit: null, roles: [], leads: [] }

/** The last day to answer the version that holds. */
export function lastDayOf(state: AssessmentState, days: number, today: LocalDate): LocalDate {
  return state.status === 'decided' ? plusWorkingDays(localDateOf(answerFrom(state)), days) : today
}

function whoOf(actor: Actor, unit: UnitTable, assessing: AssessingFacts, people: Parties, at: Instant): Who {
  const barred = barFor(actor, unit) !== undefined
  const may = (list: readonly PersonId[]): boolean => !barred && list.includes(actor.id)
  // Appeals are heard after the phase of assessment, too.
  const seat = takeSeat({ ...assessing, phase: 'assessment' }, actor.id)
  const member = 'seat' in seat ? seat.seat.member : null
  return {
    signed: signedBy(actor, at),
    inUnit: inUnit(actor, unit.id),
    routes: may(people.routers) && (holds(actor, 'office') || holds(actor, 'chair')),
    decides: may(people.deciders) && (holds(actor, 'chair') || holds(actor, 'leading-member')),
    seat: member,
    convenes: member !== null && assessing.panel?.convenors.includes(actor.id) === true,
    barred,
    leads: isLeaderOf(actor, unit.id),
    office: holds(actor, 'office'),
    leader: holds(actor, 'chair') || holds(actor, 'leading-member'),
  }
}

function inUnit(actor: Actor, unit: UnitId): Who['inUnit'] {
  if (holds(actor, 'head', unit)) return 'head'
  return holds(actor, 'contact', unit) ? 'contact' : null
}

async function partiesOf(db: Database, unit: UnitTable, today: LocalDate): Promise<Parties> {
  const [contacts, heads, office, chairs, members, readers] = await Promise.all([
    listHolders(db, 'contact', unit.id, today),
    listHolders(db, 'head', unit.id, today),
    listHolders(db, 'office', '', today),
    listHolders(db, 'chair', '', today),
    listHolders(db, 'leading-member', '', today),
    listFeedbackReaders(db, unit.id, today),
  ])
  const own = [...contacts, ...heads].map((one) => one.id)
  const free = (people: readonly PersonTable[]): PersonId[] =>
    people.filter((one) => !barOf(one, { unit: unit.id, leader: unit.leader, own })).map((one) => one.id)
  const deciders = free(chairs).length > 0 ? free(chairs) : free(members)
  return {
    contacts: contacts.map((one) => one.id),
    unitHeads: heads.map((one) => one.id),
    readers,
    routers: free(office).length > 0 ? free(office) : free(chairs),
    deciders,
    office: office.map((one) => one.id),
  }
}
