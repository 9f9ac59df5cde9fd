/** `team.keep`: a group with its name, units, convenor and members, from a day, in one commit. */
import type { Command, Meta, Notice, Prepared } from '../../../kernel/command.ts'
import type { GroupId, PersonId } from '../../../kernel/ids.ts'
import type { Database } from '../../../store/database.ts'
import type { GroupKind, Role } from '../../../store/schema/organization.ts'
import { findCalled } from '../../delegation/queries/called.ts'
import { loadPart, NOTHING_MOVES } from '../../part.ts'
import { entryIn, type Organization } from '../../present.ts'
import { getActor, listUnits } from '../../queries.ts'
import { reorganize } from '../../reorganize.ts'
import { personOf } from '../../roles/commands/give.ts'
import { loadGiving } from '../../roles/load.ts'
import { tellOfRole } from '../../roles/notices.ts'
import { giveRole } from '../../roles/rules/give-role.ts'
import type { MovedPerson } from '../../roster/difference-people.ts'
import type { AnyTeamRefusal, TeamDone } from '../done.ts'
import { type KeepPayload, keepPayload } from '../payload.ts'
import { listTeams, listTeamUnits } from '../queries.ts'
import { keepsTeams, keepTeam, type PlacedUnit } from '../rules/team.ts'

type Refused = { readonly refusal: AnyTeamRefusal }

const CONVENORS: { readonly [kind in GroupKind]: Role } = {
  working: 'working-convenor',
  inspection: 'inspection-convenor',
  assessment: 'assessment-convenor',
}
const MEMBERS: { readonly [kind in GroupKind]: Role } = {
  working: 'working-member',
  inspection: 'inspection-member',
  assessment: 'assessment-member',
}

export const keepTeamCommand: Command = {
  type: 'team.keep',
  payload: keepPayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const wish = keepPayload.parse(raw)
    if (!keepsTeams(await getActor(db, meta))) return { refusal: foreign }
    const named = await findPeople(db, wish, meta)
    if ('refusal' in named) return named
    const numbers = wish.team === null ? numbersFor(wish.name) : [wish.team]
    const present = await loadPart(db, { teams: numbers, people: named.people.map(({ id }) => id) })
    const team = numberOf(present, numbers, wish)
    if (team === undefined) return { refusal: gone(wish) }
    const { state } = entryIn(present.teams, team)
    const decision = keepTeam(wish, { ...(await loadFacts(db, team, wish, meta)), state })
    if ('refusal' in decision) return decision
    const given = await giveRoles(db, team, named.people, wish, meta)
    if ('refusal' in given) return given
    if (decision.events.length === 0 && given.people.length === 0) return { refusal: unchanged }
    const moved = {
      ...{ ...NOTHING_MOVES, people: given.people },
      teams: decision.events.length === 0 ? [] : [{ id: team, events: decision.events }],
    }
    const done: TeamDone = {
      code: 'team-kept',
      name: wish.name,
      units: wish.units.length,
      people: given.people.length,
    }
    return {
      change: {
        subjects: reorganize(present, moved, { type: 'school.team-kept', team }),
        notices: noticesOf(given.people, present.school.version + 1, meta),
        answer: { done, show: { name: 'team', params: { team } } },
      },
    }
  },
}

const foreign: AnyTeamRefusal = { code: 'foreign-teams' }
const unchanged: AnyTeamRefusal = { code: 'unchanged-team' }
const gone = ({ team, name }: KeepPayload): AnyTeamRefusal =>
  team === null ? { code: 'taken-team', name } : { code: 'unknown-team' }

/** A group's name is its number, as in the roster; one that was renamed still has the old name's. */
const numbersFor = (name: string): GroupId[] => [name, ...[2, 3, 4].map((n) => `${name}（${n}）`)]

/** Of a new group the first number that is free; undefined where its name is another's, or it is no more. */
function numberOf(
  present: Organization,
  numbers: readonly GroupId[],
  wish: KeepPayload,
): GroupId | undefined {
  const isListed = (id: GroupId): boolean => entryIn(present.teams, id).state.status === 'listed'
  if (wish.team !== null) return isListed(wish.team) ? wish.team : undefined
  return numbers.find((id) => !isListed(id))
}

interface Wanted {
  readonly id: PersonId
  readonly role: Role
}

async function findPeople(
  db: Database,
  { convenor, members, kind }: KeepPayload,
  { today }: Meta,
): Promise<Refused | { readonly people: readonly Wanted[] }> {
  const wanted = [
    ...(convenor === '' ? [] : [{ words: convenor, role: CONVENORS[kind] }]),
    ...members.filter((words) => words !== '').map((words) => ({ words, role: MEMBERS[kind] })),
  ]
  const people: Wanted[] = []
  for (const { words, role } of wanted) {
    const found = personOf(await findCalled(db, words, today))
    if ('refusal' in found) return found
    people.push({ id: found.id, role })
  }
  return { people }
}

async function loadFacts(db: Database, team: GroupId, wish: KeepPayload, meta: Meta) {
  const [by, all, teams, placed] = await Promise.all([
    getActor(db, meta),
    listUnits(db),
    listTeams(db),
    listTeamUnits(db),
  ])
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  const kindOf = new Map(teams.map(({ id, kind }) => [id, kind]))
  const found = wish.units.map((words) => all.find(({ id, name }) => id === words || name === words))
  const units = found.flatMap((unit): PlacedUnit[] => {
    if (!unit) return []
    const other = placed.find(
      (one) => one.id === unit.id && one.team !== team && kindOf.get(one.team) === wish.kind,
    )
    return [{ ...unit, other: other ? (names.get(other.team) ?? other.team) : null }]
  })
  return {
    by,
    units: units.filter(({ id }, at) => units.findIndex((one) => one.id === id) === at),
    unknown: wish.units.filter((_, at) => !found[at]),
    names: teams.filter(({ id }) => id !== team).map(({ name }) => name),
  }
}

/** Those who have the role already stay as they are; doubts are shown on the group's card. */
async function giveRoles(
  db: Database,
  team: GroupId,
  people: readonly Wanted[],
  { from, name }: KeepPayload,
  meta: Meta,
): Promise<Refused | { readonly people: readonly MovedPerson[] }> {
  const moved: MovedPerson[] = []
  for (const { id, role } of people) {
    const facts = await loadGiving(db, { person: id, role, scope: { id: team, name }, sure: true }, meta)
    if (!facts) return { refusal: { code: 'unknown-person-named', words: id } }
    const decision = giveRole({ from, to: null }, facts)
    if ('refusal' in decision) {
      if (decision.refusal.code === 'held-role') continue
      return decision
    }
    const before = moved.find((one) => one.id === id)
    if (before) moved[moved.indexOf(before)] = { id, events: [...before.events, ...decision.events] }
    else moved.push({ id, events: decision.events })
  }
  return { people: moved }
}

function noticesOf(people: readonly MovedPerson[], version: number, { by }: Meta): Notice[] {
  return people.flatMap(({ id: person, events }) =>
    events.flatMap((event) => {
      if (event.type !== 'role.given') return []
      const { role, scope, from, to } = event
      return tellOfRole({ person, role, scope, from, to, why: 'given' }, version, by)
    }),
  )
}
