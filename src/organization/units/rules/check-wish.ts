/** What is typed must be whole and true of the organization as it is; what stands in the way of doing it is said later, in the preview. */
import type { LocalDate } from '../../../kernel/time.ts'
import type { Entries, EntryState } from '../../rules/entry.ts'
import type { PersonState } from '../../rules/person.ts'
import type { ReformRefusal } from './refusals.ts'
import { type NewUnit, newUnitsOf, type Paper, UNIT_LENGTHS, type Wish } from './wish.ts'

export type UnitState = EntryState<Entries['unit']>

export interface WishFacts {
  readonly today: LocalDate
  /** The year that is being managed; null before the first. */
  readonly year: number | null
  readonly unitOf: (id: string) => UnitState
  /** The number of the unit that takes part under that name. */
  readonly named: (name: string) => string | undefined
  readonly personOf: (id: string) => PersonState
}

export function faultOfPaper({ document, on }: Paper, facts: WishFacts): ReformRefusal | undefined {
  if (document.trim() === '') return { code: 'undocumented-reform' }
  if (on > facts.today) return { code: 'future-reform', on }
  const year = facts.year ?? Number(facts.today.slice(0, 4))
  const outside = on < `${year}-01-01` && on !== facts.today
  return outside ? { code: 'outside-reform', year } : undefined
}

export function faultOfWish(wish: Wish, facts: WishFacts): ReformRefusal | undefined {
  for (const unit of newUnitsOf(wish)) {
    const fault = faultOfNew(unit, wish, facts)
    if (fault) return fault
  }
  switch (wish.kind) {
    case 'add':
      return undefined
    case 'merge':
      return faultOfMerge(wish, facts)
    case 'split':
      return wish.into.length < 2 ? { code: 'lone-split' } : (doubled(wish.into) ?? absent(wish.unit, facts))
    case 'rename':
      return absent(wish.unit, facts) ?? faultOfName(wish.name, [wish.unit], facts) ?? same(wish, facts)
    case 'exempt':
      return wish.reason.trim() === '' ? { code: 'unreasoned-exemption' } : absent(wish.unit, facts)
    case 'restore':
      return faultOfRestore(wish.unit, facts)
    case 'lead':
      return absent(wish.unit, facts) ?? same(wish, facts) ?? faultOfLeader(wish.leader, wish.unit, facts)
    case 'kind':
      return absent(wish.unit, facts) ?? same(wish, facts)
  }
}

function faultOfMerge(wish: Extract<Wish, { kind: 'merge' }>, facts: WishFacts): ReformRefusal | undefined {
  const { units, into } = wish
  const all = new Set([...units, ...(into.what === 'there' ? [into.unit] : [])])
  if (all.size < 2) return { code: 'lone-merge' }
  for (const unit of all) {
    const fault = absent(unit, facts)
    if (fault) return fault
  }
  return undefined
}

function faultOfNew(unit: NewUnit, wish: Wish, facts: WishFacts): ReformRefusal | undefined {
  // It stands in subjects' and goals' names, whose parts `:` and white space would break.
  if (!/^[A-Za-z0-9_.-]+$/.test(unit.id) || unit.id.length > UNIT_LENGTHS.id)
    return { code: 'malformed-number', words: unit.id }
  const known = facts.unitOf(unit.id)
  if (known.status !== 'unlisted') return { code: 'taken-number', id: unit.id, name: known.record.name }
  const leaving = wish.kind === 'merge' ? wish.units : wish.kind === 'split' ? [wish.unit] : []
  return faultOfName(unit.name, leaving, facts) ?? faultOfLeader(unit.leader, unit.id, facts)
}

/** The name may be one that leaves with this very reform. */
function faultOfName(name: string, leaving: readonly string[], facts: WishFacts): ReformRefusal | undefined {
  if (name.trim() === '') return { code: 'empty-name' }
  const holder = facts.named(name)
  return holder === undefined || leaving.includes(holder) ? undefined : { code: 'taken-name', name }
}

function faultOfLeader(leader: string | null, unit: string, facts: WishFacts): ReformRefusal | undefined {
  if (leader === null) return undefined
  const person = facts.personOf(leader)
  if (person.status !== 'active') return { code: 'unknown-leader', words: leader }
  if (person.record.unit !== unit) return undefined
  return { code: 'own-leader', name: person.record.name, unit: nameOf(unit, facts) }
}

function faultOfRestore(unit: string, facts: WishFacts): ReformRefusal | undefined {
  const state = facts.unitOf(unit)
  if (state.status === 'unlisted') return { code: 'unknown-unit-named', words: unit }
  if (state.status !== 'exempt') return { code: 'present-unit', name: state.record.name }
  return faultOfName(state.record.name, [unit], facts)
}

function doubled(units: readonly NewUnit[]): ReformRefusal | undefined {
  for (const [at, unit] of units.entries()) {
    const before = units.slice(0, at)
    if (before.some((one) => one.id === unit.id))
      return { code: 'taken-number', id: unit.id, name: unit.name }
    if (before.some((one) => one.name === unit.name)) return { code: 'taken-name', name: unit.name }
  }
  return undefined
}

function absent(unit: string, facts: WishFacts): ReformRefusal | undefined {
  const state = facts.unitOf(unit)
  if (state.status === 'unlisted') return { code: 'unknown-unit-named', words: unit }
  return state.status === 'listed' ? undefined : { code: 'absent-unit', name: state.record.name }
}

function same(
  wish: Extract<Wish, { kind: 'rename' | 'lead' | 'kind' }>,
  facts: WishFacts,
): ReformRefusal | undefined {
  const state = facts.unitOf(wish.unit)
  if (state.status !== 'listed') return undefined
  const { name, leader, kind } = state.record
  const unchanged =
    wish.kind === 'rename'
      ? wish.name === name
      : wish.kind === 'lead'
        ? wish.leader === leader
        : wish.unitKind === kind
  return unchanged ? { code: 'unchanged-unit', name } : undefined
}

function nameOf(unit: string, facts: WishFacts): string {
  const state = facts.unitOf(unit)
  return state.status === 'unlisted' ? unit : state.record.name
}
