import * as z from 'zod'

const id = z.string().trim().max(200)

export const replacePayload = z.object({
  leaver: id,
  successor: id,
  /** Keys of what stays with the leaver. */
  keep: z.array(z.string().max(200)).max(200).default([]),
  /** The leaver leaves the roster. */
  leaves: z.boolean().default(false),
  /** Version of the organization that the preview showed. */
  seen: z.int(),
  /** Of what it showed beside the organization. */
  mark: z.string().max(64),
})
export type ReplacePayload = z.infer<typeof replacePayload>

export const leavePayload = z.object({
  person: id,
  /** Why, in the office's words. */
  why: z.string().trim().max(200).default(''),
})

/** Both may still be words. */
export const previewPayload = z.object({ leaver: id, successor: id, leaves: z.boolean().default(false) })
