import * as z from 'zod'
import type { GroupKind } from '../../store/schema/organization.ts'
import { day } from '../roles/payload.ts'
import { GROUP_KINDS } from '../roster/layout.ts'

// Object.keys answers string[], though the type of GROUP_KINDS lists its keys.
export const TEAM_KINDS = Object.keys(GROUP_KINDS) as [GroupKind, ...GroupKind[]]
export const teamKind = z.enum(TEAM_KINDS)

export const keepPayload = z.object({
  /** The group's id; null of a new one. */
  team: z.string().max(200).nullable(),
  name: z.string().trim().max(60),
  kind: teamKind,
  /** Numbers or names, as chosen or typed; all of them. */
  units: z.array(z.string().trim().max(100)).max(500),
  /** As typed; '' for as it is. */
  convenor: z.string().trim().max(60).default(''),
  /** Names or numbers, one each; those who are to be members from that day too. */
  members: z.array(z.string().trim().max(60)).max(60).default([]),
  from: day,
})
export type KeepPayload = z.infer<typeof keepPayload>

export const endTeamPayload = z.object({
  team: z.string().max(200),
  sure: z.boolean().default(false),
})
