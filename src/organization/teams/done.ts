import type { RoleRefusal } from '../roles/done.ts'
import type { TeamRefusal } from './rules/team.ts'

export type AnyTeamRefusal = TeamRefusal | RoleRefusal

export type TeamDone =
  | { readonly code: 'team-kept'; readonly name: string; readonly units: number; readonly people: number }
  | { readonly code: 'team-ended'; readonly name: string }
