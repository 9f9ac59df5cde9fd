import * as z from 'zod'

/** What an input of the platform takes, so that nothing is cut on the way; more goes into words added later. */
export const MOST_WORDS = 1000

export const words = z
  .string()
  .trim()
  .min(1)
  .refine((text) => [...text].length <= MOST_WORDS)
