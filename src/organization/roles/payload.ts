import * as z from 'zod'
import { isLocalDate, type LocalDate } from '../../kernel/time.ts'
import type { Role } from '../../store/schema/organization.ts'
import { ROLES } from '../roster/layout.ts'

// Object.keys answers string[], though the type of ROLES lists its keys.
export const ALL_ROLES = Object.keys(ROLES) as [Role, ...Role[]]

export const role = z.enum(ALL_ROLES)
export const day = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value))
/** A number or a name, as it was typed. */
export const called = z.string().trim().max(200)

export const givePayload = z.object({
  person: called,
  role,
  /** A number or a name; '' for the school. */
  scope: called,
  from: day,
  /** Last day; null without an end. */
  to: day.nullable(),
  /** What is doubtful was read. */
  sure: z.boolean().default(false),
})
export type GivePayload = z.infer<typeof givePayload>

export const endPayload = z.object({
  person: called,
  role,
  scope: called,
  /** Last day. */
  to: day,
  /** As typed; '' for nobody. */
  successor: called.default(''),
  sure: z.boolean().default(false),
})
export type EndPayload = z.infer<typeof endPayload>
