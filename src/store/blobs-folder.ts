import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Blobs } from './blobs.ts'

/** Blobs as files of a folder, `ab/abcdef…`. Written beside and renamed, so that a file is whole or not there. */
export function folderBlobs(folder: string): Blobs {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(sha256)
      if (await isWhole(path, bytes.byteLength)) return sha256
      await mkdir(dirname(path), { recursive: true })
      const beside = await mkdtemp(join(folder, 'put-'))
      await writeFile(join(beside, sha256), bytes, { flush: true })
      await rename(join(beside, sha256), path)
      await rm(beside, { recursive: true })
      return sha256
    },
    async get(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
      return readFile(pathOf(sha256)).catch((error: unknown) => {
        if (isMissing(error)) return undefined
        throw error
      })
    },
  }
}

async function isWhole(path: string, size: number): Promise<boolean> {
  const known = await stat(path).catch(() => undefined)
  return known?.size === size
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
