/** How far each unit is and for whom it waits, with the people of the day. */
import type { PersonId, UnitId } from '../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import type { OpenYear } from '../../policy/queries.ts'
import { phaseFor } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import type { Drafter } from '../../store/schema/planning.ts'
import { findSettingOpened, listSeated, listStandings, type Seated, type UnitStanding } from './queries.ts'
import { daysSince } from './rules/days.ts'
import type { Late } from './rules/reminder.ts'
import { overlooks } from './rules/sight.ts'
import { stageOf, type UnitStage } from './rules/unit-stage.ts'
import { unsentParts, type Wait, type WaitRole, whoIsWaitedFor } from './rules/waited-for.ts'

export interface WaitedFor {
  readonly id: PersonId
  readonly name: string
  readonly role: WaitRole
}

export interface PeopledWait extends Wait {
  /** Each once; none where nobody holds the roles. */
  readonly people: readonly WaitedFor[]
  /** Null where it is not known since when. */
  readonly days: number | null
}

export interface UnitProgress {
  readonly unit: UnitId
  readonly name: string
  readonly stage: UnitStage
  readonly movedAt: Instant | null
  /** The parts that are not sent. */
  readonly unsent: readonly Drafter[]
  readonly waits: readonly PeopledWait[]
}

/** All units, by number; for an actor those only whose progress the person sees. Nobody waits for a unit whose goals are not set now. */
export async function loadProgress(
  db: Database,
  open: Pick<OpenYear, 'year' | 'policy' | 'phase' | 'reopened'>,
  today: LocalDate,
  actor?: Actor,
): Promise<UnitProgress[]> {
  const { year, policy, reopened } = open
  const [standings, seated, begun] = await Promise.all([
    listStandings(db, year),
    listSeated(db, today),
    findSettingOpened(db, year),
  ])
  const seats = seatsOf(seated)
  const quorum = policy.ratification !== 'chair'
  const daysOf = rememberedDays(today)
  return standings
    .filter((standing) => actor === undefined || overlooks(actor, standing))
    .map((standing) => {
      const opened = reopened?.[standing.unit]?.signed.at ?? begun
      const isSet = phaseFor(open, standing.unit) === 'setting'
      const waits = (isSet ? whoIsWaitedFor({ ...standing, opened, quorum }) : []).map((wait) => ({
        ...wait,
        people: peopleOf(wait, standing, seats),
        days: daysOf(wait.since),
      }))
      const { unit, name, movedAt } = standing
      const unsent = standing.status === 'in-force' ? [] : unsentParts(standing)
      return { unit, name, movedAt, unsent, stage: stageOf(standing), waits }
    })
}

/** Many units wait since the same moment. */
function rememberedDays(today: LocalDate): (since: Instant | null) => number | null {
  const known = new Map<Instant | null, number | null>()
  return (since) => {
    const days = known.get(since)
    if (days !== undefined) return days
    const counted = daysSince(since, today)
    known.set(since, counted)
    return counted
  }
}

type Seats = ReadonlyMap<string, readonly Seated[]>

function seatsOf(seated: readonly Seated[]): Seats {
  const seats = new Map<string, Seated[]>()
  for (const one of seated) {
    const key = `${one.role}:${one.scope}`
    const list = seats.get(key)
    if (list) list.push(one)
    else seats.set(key, [one])
  }
  return seats
}

function peopleOf(wait: Wait, standing: UnitStanding, seats: Seats): WaitedFor[] {
  const people = new Map<PersonId, WaitedFor>()
  for (const role of wait.roles) {
    for (const { id, name } of holdersOf(role, standing, seats)) {
      if (!people.has(id)) people.set(id, { id, name, role })
    }
  }
  const all = [...people.values()]
  const silent = all.filter((one) => !wait.answered.includes(one.id))
  return silent.length > 0 ? silent : all
}

function holdersOf(
  role: WaitRole,
  { unit, group, leader, leaderName }: UnitStanding,
  seats: Seats,
): readonly { readonly id: PersonId; readonly name: string }[] {
  switch (role) {
    case 'contact':
    case 'head':
      return seats.get(`${role}:${unit}`) ?? []
    case 'working-convenor':
    case 'working-member':
      return group === null ? [] : (seats.get(`${role}:${group}`) ?? [])
    case 'leader':
      return leader === null ? [] : [{ id: leader, name: leaderName ?? leader }]
    case 'chair':
    case 'leading-member':
      return seats.get(`${role}:`) ?? []
    // What only the office can put right is shown to it, and reminds nobody.
    case 'office':
      return []
  }
}

export interface UnitWait {
  readonly unit: UnitProgress
  readonly wait: PeopledWait
}

/** All that the units wait for, the oldest first. */
export function waitsByAge(units: readonly UnitProgress[]): UnitWait[] {
  const age = ({ wait }: UnitWait): number => wait.days ?? Number.MAX_SAFE_INTEGER
  return units
    .flatMap((unit) => unit.waits.map((wait) => ({ unit, wait })))
    .sort((left, right) => age(right) - age(left))
}

/** Each person for whom something has waited for so many days, with how many such things; by number. */
export function latePeople(units: readonly UnitProgress[], days: number): Late[] {
  const items = new Map<PersonId, number>()
  for (const wait of units.flatMap((unit) => unit.waits)) {
    if ((wait.days ?? days) < days) continue
    for (const { id } of wait.people) items.set(id, (items.get(id) ?? 0) + 1)
  }
  return [...items]
    .map(([person, count]) => ({ person, items: count }))
    .sort((left, right) => (left.person < right.person ? -1 : 1))
}
