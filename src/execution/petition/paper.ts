/** The sealed papers: what was written at a step, and by whom. The journal holds their seals alone. */
import { createHash, createHmac } from 'node:crypto'
import type { PersonId } from '../../kernel/ids.ts'
import type { PassedTo } from './rules/report.ts'

export interface Paper {
  /** '' where the step has no words. */
  readonly text: string
  /** Who took the step and by whose hand, with the name of that day; null for the writer, whom only the register names. */
  readonly by: { readonly id: PersonId; readonly hand: PersonId; readonly name: string } | null
  /** The unit that it is about, as typed; its people are not kept away by that. */
  readonly unit?: string
  /** Names of those whom the petition concerns, as far as they were named here. */
  readonly concerned?: readonly string[]
  /** Where it is passed on to, or is to be. */
  readonly to?: { readonly to: PassedTo; readonly name: string }
  /** Whom it was entrusted to. */
  readonly member?: string
}

export interface SealedPaper {
  /** JSON of the paper with its salt, exactly as sealed. */
  readonly body: string
  /** SHA-256 (hex) of the body. */
  readonly seal: string
}

/** The salt keeps short words from being guessed by their seal. */
export function sealed(secret: string, number: string, place: number, paper: Paper): SealedPaper {
  const body = JSON.stringify({ ...paper, salt: digest(secret, `salt:${number}:${place}`) })
  return { body, seal: sealOf(body) }
}

export const sealOf = (body: string): string => createHash('sha256').update(body).digest('hex')

/**
 * What the writer's own cards know the petition by: it leads to the number only through the register. One for each
 * `opened` form, so that a card that is sent twice is found again.
 */
export function handleOf(secret: string, writer: PersonId, opened: string): string {
  return digest(secret, `handle:${JSON.stringify([writer, opened])}`).slice(0, 32)
}

const digest = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('hex')
