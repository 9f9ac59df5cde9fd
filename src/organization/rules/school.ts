/**
 * The organization as a whole. Every change of it, however small, appends to this one subject `organization:school`:
 * its version tells whether what a preview showed is still so, and two changes at once are decided one after the other.
 */
export interface SchoolState {
  /** The roster that holds; null before the first. */
  readonly roster: string | null
}

export type SchoolEvent =
  | { readonly type: 'school.roster-applied'; readonly roster: string }
  | { readonly type: 'school.office-appointed'; readonly person: string }
  /** A priority or work item was kept in the chat. */
  | { readonly type: 'school.entry-kept'; readonly entry: string }

export const NEW_SCHOOL: SchoolState = { roster: null }

export function evolveSchool(state: SchoolState, event: SchoolEvent): SchoolState {
  return event.type === 'school.roster-applied' ? { roster: event.roster } : state
}
