import type { GiveRefusal } from '../delegation/rules/give.ts'
import type { LeaveRefusal } from './rules/leave.ts'
import type { ReplaceRefusal } from './rules/replace.ts'

export type PeopleRefusal =
  | LeaveRefusal
  | ReplaceRefusal
  | Extract<GiveRefusal, { code: 'unknown-person-named' }>

export type PeopleDone =
  | { readonly code: 'replacement-shown' }
  | {
      readonly code: 'person-replaced'
      readonly leaver: string
      readonly successor: string
      readonly leaves: boolean
    }
  | { readonly code: 'person-left'; readonly name: string }
