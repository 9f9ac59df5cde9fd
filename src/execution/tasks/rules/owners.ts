/** A task's owner is a person of the unit, found by name or number. */
import type { PersonId } from '../../../kernel/ids.ts'

export interface Candidate {
  readonly id: PersonId
  readonly name: string
  readonly title: string
}

export type OwnerRefusal =
  | { readonly code: 'unknown-owner'; readonly owner: string; readonly unit: string }
  | { readonly code: 'ambiguous-owner'; readonly owner: string; readonly people: readonly Candidate[] }

/** The names and numbers that are in what was typed: `张三`, `T001`, `张三（T001）`. */
export const calledIn = (typed: string): string[] =>
  [typed, ...typed.split(/[（）()\s]+/)].filter((one) => one !== '')

/** Those of the unit whom the typed words can mean; a number outweighs a name. */
export function candidatesFor(typed: string, people: readonly Candidate[]): readonly Candidate[] {
  const called = calledIn(typed)
  const numbered = people.filter(({ id }) => called.some((one) => one.toUpperCase() === id.toUpperCase()))
  return numbered.length > 0 ? numbered : people.filter(({ name }) => called.includes(name))
}

/** A line with its owner; a name with a blank in it, as John Smith, takes a word from the title. */
export function owned(
  { title, owner }: { readonly title: string; readonly owner: string },
  people: readonly Candidate[],
): { readonly title: string; readonly owner: string } {
  const [, before = '', first = ''] = /^(.+?)[\s，,、]+([^\s，,、]+)$/s.exec(title) ?? []
  const long = `${first} ${owner}`
  return first !== '' && people.some(({ name }) => name === long)
    ? { title: before, owner: long }
    : { title, owner }
}

/** Every name or number that a line may mean by its end. */
export function namesIn({ title, owner }: { readonly title: string; readonly owner: string }): string[] {
  return [owner, `${title.split(/[\s，,、]+/).at(-1) ?? ''} ${owner}`].flatMap(calledIn)
}

/** The one person meant; `chosen` tells which of several. */
export function ownerOf(
  typed: string,
  people: readonly Candidate[],
  { unit, chosen }: { readonly unit: string; readonly chosen: string | undefined },
): { readonly owner: Candidate } | { readonly refusal: OwnerRefusal } {
  const all = candidatesFor(typed, people)
  const [owner, ...others] = chosen === undefined ? all : all.filter(({ id }) => id === chosen)
  if (!owner) return { refusal: { code: 'unknown-owner', owner: typed, unit } }
  if (others.length > 0) return { refusal: { code: 'ambiguous-owner', owner: typed, people: all } }
  return { owner }
}
