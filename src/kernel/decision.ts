/**
 * What a pure rule answers. A refusal is data: a closed set of codes in each chapter, `adjective-noun`, with the
 * facts that its sentence needs. The sentences are in `wording`, never in a rule.
 */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

/** Something that happened, in the past tense: `{ type: 'plan.ratified', … }`. Facts only. */
export interface Happening {
  readonly type: string
}

export interface Coded {
  readonly code: string
}

export type Decision<Event extends Happening, Refusal extends Coded> =
  | { readonly events: readonly Event[] }
  | { readonly refusal: Refusal }

export const decided = <Event>(...events: readonly Event[]): { readonly events: readonly Event[] } => ({
  events,
})
export const refused = <Refusal>(refusal: Refusal): { readonly refusal: Refusal } => ({ refusal })

/** Closes an exhaustive switch: compiles only when every case is handled. */
export function never(value: never): never {
  throw new Error(`unhandled case ${JSON.stringify(value)}`)
}
