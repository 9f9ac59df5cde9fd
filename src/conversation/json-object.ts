import * as z from 'zod'
import type { JsonObject } from '../kernel/decision.ts'

/** Params that came back as JSON: whose they are, their view or command checks. */
export const jsonObject = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)
