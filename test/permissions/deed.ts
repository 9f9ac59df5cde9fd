/** Who may do what (rulebook 7): one row for each deed, written from the rulebook, not from the code that is tested by it. */
import type { Role } from '../../src/store/schema/organization.ts'
import type { Phase } from '../../src/store/schema/policy.ts'

/**
 * As what somebody acts. `member`: works in a unit, and holds no role; `nobody`: is registered, no more. `author`: made
 * what the deed is about, as one's own petition; `stranger`: no person of the scheme at all; `outbox`:
 * the machine that has fetched a file; `platform`: Feishu, which tells of its directory.
 */
export type Kind =
  | Role
  | 'leader'
  | 'member'
  | 'nobody'
  | 'author'
  | 'stranger'
  | 'clock'
  | 'outbox'
  | 'platform'

/** A kind alone: of the unit, the group or the gate area that the deed is about. `any`: of whichever. */
export type Who = Kind | `any ${Kind}`

export interface Rights {
  readonly who: readonly Who[]
  readonly phases: readonly Phase[]
  /**
   * In the principal's name: `yes`; `no`; `inside`, only another member of the leading group (Article 32); `oneself`,
   * whoever does it does it in the own name, whatever delegation there is.
   */
  readonly delegate: 'yes' | 'no' | 'inside' | 'oneself'
  /** Whom the own unit bars (rulebook 7): `both`, who holds the role and who acts for that person; `delegate`; `nobody`. */
  readonly bars: 'both' | 'delegate' | 'nobody'
  /** What nobody gives away: done by the person only, while the others may be acted for. */
  readonly personal?: readonly Kind[]
  /** Those whom the own unit does not bar themselves, though it does the others. */
  readonly unbarred?: readonly Kind[]
}

export interface Deed extends Rights {
  readonly command: string
  /** In words, for the README. */
  readonly words: string
}

/** By a name of its own: a command with several rows has one for each kind of thing that it is done to. */
export type Deeds = { readonly [name: string]: Deed }

export interface Chapter {
  readonly title: string
  readonly deeds: Deeds
}

export const ALL: readonly Phase[] = ['setting', 'execution', 'assessment', 'results', 'closed']
export const SETTING: readonly Phase[] = ['setting']
export const EXECUTION: readonly Phase[] = ['execution']
export const ASSESSMENT: readonly Phase[] = ['assessment']
export const RESULTS: readonly Phase[] = ['results']
/** Until the year is closed. */
export const OPEN: readonly Phase[] = ['setting', 'execution', 'assessment', 'results']

export const deed = (
  command: string,
  words: string,
  who: readonly Who[],
  phases: readonly Phase[],
  more: Partial<Rights> = {},
): Deed => ({ command, words, who, phases, delegate: 'yes', bars: 'nobody', ...more })
