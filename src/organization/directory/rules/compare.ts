/** What the directory says that the organization does not know yet. Pure; what is done about it is `settle.ts`. */
import type { PersonId, UnitId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Role } from '../../../store/schema/organization.ts'
import { isOver, type PersonRecord, type PersonState, rolesOf } from '../../rules/person.ts'
import { type Joining, joining } from './join.ts'
import { alike, isOut, type ListedDirectory, type ListedPerson, nameOf, plainMobile } from './listed.ts'
import { type Doubt, type Link, type Matching, match, type People } from './match.ts'
import type { Placing } from './placing.ts'

export interface CompareFacts {
  readonly people: People
  readonly directory: ListedDirectory
  readonly placing: Placing
  /** Open ids whose leaving the platform told. */
  readonly toldLeft: ReadonlySet<string>
  /** Units that each person is in charge of. */
  readonly leads: ReadonlyMap<PersonId, readonly UnitId[]>
  readonly today: LocalDate
}

export interface HeldDuty {
  /** `leader`: in charge of the unit. */
  readonly role: Role | 'leader'
  readonly scope: string
}

export interface Leaver {
  readonly person: PersonId
  readonly why: 'gone' | 'resigned' | 'frozen' | 'told'
  readonly duties: readonly HeldDuty[]
}

export interface Mover {
  readonly person: PersonId
  readonly from: UnitId
  readonly to: UnitId
  readonly duties: readonly HeldDuty[]
}

export interface ChangedRecord {
  readonly person: PersonId
  readonly fields: readonly { readonly field: 'name' | 'mobile' | 'email'; readonly to: string }[]
}

export interface Comparison extends Joining {
  readonly links: readonly Link[]
  readonly changed: readonly ChangedRecord[]
  readonly movers: readonly Mover[]
  readonly leavers: readonly Leaver[]
  /** So many are gone at once that it is rather the range, or the reading: nobody is ended. */
  readonly tooMany: boolean
  /** Accounts out of the app's range: nothing is known of them. */
  readonly outside: readonly PersonId[]
  /** Without an account, and not found. */
  readonly unfound: readonly PersonId[]
  readonly doubts: readonly Doubt[]
  /** Have not opened the platform yet. */
  readonly unactivated: number
}

/** A fifth of all accounts, and more than ten people, do not leave between two readings. */
export const LEAVING = { most: 10, share: 5 } as const

export function compare(facts: CompareFacts): Comparison {
  const matching = match(facts.people, facts.directory.people)
  const pairs = new Map([
    ...matching.known,
    ...matching.links.map((one) => [one.person, one.listed] as const),
  ])
  const leavers = leaversOf(facts, matching)
  const left = new Set(leavers.map((one) => one.person))
  const staying = [...pairs].filter(([, listed]) => !isOut(listed))
  return {
    links: matching.links,
    changed: staying.flatMap(([id, listed]) => changeOf(id, stateOf(facts, id), listed)),
    movers: staying.flatMap(([id, listed]) => moveOf(facts, id, listed)),
    leavers,
    tooMany: isTooMany(facts, leavers),
    ...absent(facts, pairs, left, matching.doubts),
    ...joining(facts.people, matching.strangers, facts.directory.people, facts.placing),
    doubts: matching.doubts,
    unactivated: staying.filter(([, listed]) => listed.status === 'unactivated').length,
  }
}

const stateOf = ({ people }: CompareFacts, id: PersonId): PersonState =>
  people.get(id) ?? { status: 'unknown' }

/** Of whom there is a doubt is no leaver: the office looks at it first. */
function leaversOf(facts: CompareFacts, { known, links, doubts }: Matching): Leaver[] {
  const elsewhere = new Set([...links, ...doubts].map((one) => one.person))
  return [...facts.people].flatMap(([person, state]): Leaver[] => {
    if (state.status !== 'active' || state.openId === null || elsewhere.has(person)) return []
    const why = whyLeft(facts, state.openId, known.get(person))
    return why === undefined ? [] : [{ person, why, duties: dutiesOf(facts, person) }]
  })
}

function whyLeft(
  { directory, toldLeft }: CompareFacts,
  openId: string,
  listed: ListedPerson | undefined,
): Leaver['why'] | undefined {
  if (listed !== undefined && !isOut(listed)) return undefined
  if (listed !== undefined) return listed.status === 'frozen' ? 'frozen' : 'resigned'
  if (directory.whole) return 'gone'
  return toldLeft.has(openId) ? 'told' : undefined
}

function isTooMany({ people, directory }: CompareFacts, leavers: readonly Leaver[]): boolean {
  if (leavers.length > 0 && directory.people.length === 0) return true
  const accounts = [...people.values()].filter((one) => one.status === 'active' && one.openId !== null).length
  return leavers.length > LEAVING.most && leavers.length * LEAVING.share > accounts
}

function absent(
  { people }: CompareFacts,
  pairs: ReadonlyMap<PersonId, ListedPerson>,
  left: ReadonlySet<PersonId>,
  doubts: readonly Doubt[],
): Pick<Comparison, 'outside' | 'unfound'> {
  const doubted = new Set(doubts.map((one) => one.person))
  const rest = [...people].filter(
    ([id, state]) => state.status === 'active' && !pairs.has(id) && !left.has(id) && !doubted.has(id),
  )
  const hasAccount = (state: PersonState): boolean => state.status === 'active' && state.openId !== null
  return {
    outside: rest.flatMap(([id, state]) => (hasAccount(state) ? [id] : [])),
    unfound: rest.flatMap(([id, state]) => (hasAccount(state) ? [] : [id])),
  }
}

function dutiesOf({ people, leads, today }: CompareFacts, person: PersonId): HeldDuty[] {
  const held = rolesOf(people.get(person) ?? { status: 'unknown' }).filter((one) => !isOver(one, today))
  const led = (leads.get(person) ?? []).map((scope) => ({ role: 'leader' as const, scope }))
  return [...held.map(({ role, scope }) => ({ role, scope })), ...led]
}

const LONGEST_NAME = 60

/** A contact that the roster has is corrected; one that it has not is not collected. */
function changeOf(person: PersonId, state: PersonState, listed: ListedPerson): ChangedRecord[] {
  if (state.status !== 'active') return []
  const { record } = state
  const fields: ChangedRecord['fields'][number][] = []
  const name = nameOf(listed)
  if (name !== null && name.length <= LONGEST_NAME && !isNamed(record, listed))
    fields.push({ field: 'name', to: name })
  const mobile = listed.mobile === null ? '' : plainMobile(listed.mobile)
  if (record.mobile !== null && /^\+?\d{5,20}$/.test(mobile) && plainMobile(record.mobile) !== mobile)
    fields.push({ field: 'mobile', to: mobile })
  const email = listed.email?.trim() ?? ''
  if (record.email !== null && isEmail(email) && record.email.trim().toLowerCase() !== email.toLowerCase())
    fields.push({ field: 'email', to: email })
  return fields.length === 0 ? [] : [{ person, fields }]
}

const isEmail = (email: string): boolean => /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(email)

const isNamed = (record: PersonRecord, listed: ListedPerson): boolean =>
  [nameOf(listed), listed.name].some((name) => name !== null && alike(name) === alike(record.name))

/** Who belongs to no unit by the roster, as a leader of the school, is left there. */
function moveOf(facts: CompareFacts, person: PersonId, listed: ListedPerson): Mover[] {
  const state = stateOf(facts, person)
  if (state.status !== 'active' || state.record.unit === null) return []
  const from = state.record.unit
  const units = facts.placing.unitsOf(listed)
  const [to] = units
  if (to === undefined || units.includes(from)) return []
  const duties = dutiesOf(facts, person).filter((one) => one.scope === from)
  return [{ person, from, to, duties }]
}
