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
  /** The priorities of the year that is over ended with the beginning of the next (rulebook 2). */
  | { readonly type: 'school.priorities-ended'; readonly year: number; readonly count: number }
  /** A priority or work item was kept in the chat. */
  | { readonly type: 'school.entry-kept'; readonly entry: string }
  /** What a reading of the platform's directory showed was confirmed; `joined`: newcomers were recorded, too. */
  | { readonly type: 'school.directory-applied'; readonly number: number; readonly joined: boolean }
  /** A department of the platform is this unit. */
  | { readonly type: 'school.department-placed'; readonly department: string }
  | ({ readonly type: 'school.role-given' } & OfRole)
  /** `stops`: nobody holds it any more, which was confirmed. */
  | ({ readonly type: 'school.role-ended'; readonly to: string; readonly stops: boolean } & OfRole)
  | { readonly type: 'school.team-kept'; readonly team: string }
  | { readonly type: 'school.team-ended'; readonly team: string; readonly left: readonly string[] }
  | {
      readonly type: 'school.person-replaced'
      readonly leaver: string
      readonly successor: string
      readonly leaves: boolean
    }
  | { readonly type: 'school.person-left'; readonly person: string; readonly why: string }
  /** Units were added, merged, split, renamed, exempted… by a document; `reform` is its number. */
  | { readonly type: 'school.units-reformed'; readonly reform: number; readonly document: string }

interface OfRole {
  readonly person: string
  readonly role: string
  readonly scope: string
  /** Who takes it over; null for nobody. */
  readonly successor?: string | null
}

export const NEW_SCHOOL: SchoolState = { roster: null }

export function evolveSchool(state: SchoolState, event: SchoolEvent): SchoolState {
  return event.type === 'school.roster-applied' ? { roster: event.roster } : state
}
