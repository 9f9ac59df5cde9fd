/** Which entries of the journal leave the house with their hashes alone. */
import { INNER, SEALED_KINDS } from '../rules/sight.ts'

const KINDS_WITH_INNER: readonly string[] = ['assessment', 'appeal']

const kindOf = (subject: string): string => subject.slice(0, subject.indexOf(':'))

/** Whether entries of the subject may be sealed at all. */
export function maySeal(subject: string): boolean {
  const kind = kindOf(subject)
  return (SEALED_KINDS as readonly string[]).includes(kind) || KINDS_WITH_INNER.includes(kind)
}

/** Petitions, sheets, drafts of a proposal, and who gave what in a deliberation, which its event holds. */
export function isSealed(subject: string, type: string): boolean {
  const kind = kindOf(subject)
  if ((SEALED_KINDS as readonly string[]).includes(kind)) return true
  return KINDS_WITH_INNER.includes(kind) && INNER.has(type)
}
