import * as z from 'zod'

/** The unit of a year that a command is about. */
export const place = { year: z.int(), unit: z.string() }

/** What a form brought for one goal; the rules say what is wrong with it. Scores in hundredths. */
export const markSchema = z.union([
  z.object({ goal: z.int(), deductions: z.string().max(5000) }),
  z.object({
    goal: z.int(),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
    score: z.int().nullable(),
    reason: z.string().max(5000),
  }),
])

export const marksSchema = z.array(markSchema).max(200)

/** What a sheet's form brought for the findings of inspections. */
export const findingMarksSchema = z
  .array(
    z.object({
      finding: z.int(),
      take: z.boolean().nullable(),
      words: z.string().max(5000),
      goal: z.int().nullable(),
    }),
  )
  .max(500)

/** Revision of the signed account that the card showed; null where it showed none. */
export const accountSchema = z.int().nullable().default(null)
