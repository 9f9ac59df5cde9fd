/** A reading of the directory, kept as a blob: what comes back is checked, because its hash travels through a command. */
import * as z from 'zod'
import type { Blobs } from '../../store/blobs.ts'
import type { ListedDirectory } from './rules/listed.ts'

const words = z.string().nullable()

const directory: z.ZodType<ListedDirectory> = z.object({
  whole: z.boolean(),
  departments: z.array(z.object({ id: z.string(), name: words, parent: words })),
  people: z.array(
    z.object({
      openId: z.string().min(1),
      ...{ name: words, number: words, mobile: words, email: words, title: words },
      departments: z.array(z.string()),
      status: z.enum(['active', 'unactivated', 'frozen', 'resigned']).nullable(),
    }),
  ),
})

/** @throws when the blob is gone, or is no reading */
export async function loadDirectory(blobs: Blobs, sha256: string): Promise<ListedDirectory> {
  const bytes = await blobs.get(sha256)
  if (!bytes) throw new Error(`a reading of the directory is gone: ${sha256}`)
  return directory.parse(JSON.parse(new TextDecoder().decode(bytes)))
}
