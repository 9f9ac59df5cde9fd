import * as z from 'zod'
import type { Action } from '../../cards/kit.ts'
import { jsonObject as params } from './json-object.ts'

const inName = { for: z.string().exactOptional() }

const actions = z.union([
  z.strictObject({ do: z.string(), with: params, ...inName }),
  z.strictObject({ submit: z.string(), with: params, ...inName }),
  z.strictObject({ show: z.string(), with: params, ...inName }),
  z.strictObject({ keep: z.string(), with: params, ...inName }),
  z.strictObject({ send: z.string(), with: params, ...inName }),
  z.strictObject({ guide: z.string(), with: params, ...inName }),
  z.strictObject({ say: z.string(), ...inName }),
])

/** What came back with a tap, as an action; undefined for anything that no present card contains. */
export function readAction(value: unknown): Action | undefined {
  const read = actions.safeParse(value)
  return read.success ? read.data : undefined
}
