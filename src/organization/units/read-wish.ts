/** What was typed in a form, as a wish: units by number or name, a line for each new one. */
import * as z from 'zod'
import type { UnitKind } from '../../store/schema/organization.ts'
import type { ReformRefusal } from './rules/refusals.ts'
import type { Into, NewUnit, Wish } from './rules/wish.ts'

const text = z.string().max(2000)
const unitKind = z.enum(['teaching', 'hospital', 'party', 'administrative', 'support'])
const created = { id: text, name: text, unitKind, leader: text }

export const typedWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), ...created }),
  z.object({ kind: z.literal('rename'), unit: text, name: text }),
  z.object({
    kind: z.literal('merge'),
    units: z.array(text).max(500),
    into: text,
    id: text,
    unitKind,
    leader: text,
  }),
  z.object({ kind: z.literal('split'), unit: text, lines: text }),
  z.object({ kind: z.literal('exempt'), unit: text, reason: text }),
  z.object({ kind: z.literal('restore'), unit: text }),
  z.object({ kind: z.literal('lead'), unit: text, leader: text }),
  z.object({ kind: z.literal('kind'), unit: text, unitKind }),
])
export type TypedWish = z.infer<typeof typedWish>

export interface KnownUnit {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly leader: string | null
}

/** `find`: by number or whole name, one that takes part before others. */
export function readWish(
  typed: TypedWish,
  find: (words: string) => KnownUnit | undefined,
): { readonly wish: Wish } | { readonly refusal: ReformRefusal } {
  if (typed.kind === 'add') return { wish: { kind: 'add', unit: newUnit(typed) } }
  if (typed.kind === 'merge') return readMerge(typed, find)
  const known = find(typed.unit)
  if (!known) return { refusal: { code: 'unknown-unit-named', words: typed.unit } }
  const unit = known.id
  switch (typed.kind) {
    case 'split':
      return readSplit(typed.lines, known)
    case 'rename':
      return { wish: { kind: 'rename', unit, name: typed.name.trim() } }
    case 'exempt':
      return { wish: { kind: 'exempt', unit, reason: typed.reason.trim() } }
    case 'restore':
      return { wish: { kind: 'restore', unit } }
    case 'lead':
      return { wish: { kind: 'lead', unit, leader: typed.leader || null } }
    case 'kind':
      return { wish: { kind: 'kind', unit, unitKind: typed.unitKind } }
  }
}

type Read = ReturnType<typeof readWish>

function readMerge(
  typed: Extract<TypedWish, { kind: 'merge' }>,
  find: (words: string) => KnownUnit | undefined,
): Read {
  const units: string[] = []
  for (const words of typed.units) {
    const known = find(words)
    if (!known) return { refusal: { code: 'unknown-unit-named', words } }
    if (!units.includes(known.id)) units.push(known.id)
  }
  // A new unit may take the name of one that it takes in; its number tells that it is new.
  const there = typed.id.trim() === '' ? find(typed.into.trim()) : undefined
  const into: Into = there
    ? { what: 'there', unit: there.id }
    : { what: 'new', unit: newUnit({ ...typed, name: typed.into }) }
  return { wish: { kind: 'merge', units, into } }
}

function readSplit(lines: string, { id: unit, kind, leader }: KnownUnit): Read {
  const into: NewUnit[] = []
  for (const line of lines.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue
    const [, id = '', name = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? []
    if (id === '' || name === '') return { refusal: { code: 'unread-line', line } }
    into.push({ id, name: name.trim(), kind, leader })
  }
  return { wish: { kind: 'split', unit, into } }
}

const newUnit = (
  typed: Pick<Extract<TypedWish, { kind: 'add' }>, 'id' | 'name' | 'unitKind' | 'leader'>,
): NewUnit => ({
  id: typed.id.trim(),
  name: typed.name.trim(),
  kind: typed.unitKind,
  leader: typed.leader === '' ? null : typed.leader,
})
