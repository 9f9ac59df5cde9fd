import { createHash } from 'node:crypto'
import type { R2Bucket } from '@cloudflare/workers-types'
import type { Blobs } from './blobs.ts'

/** Blobs in Cloudflare R2, named by their SHA-256. */
export function r2Blobs(bucket: R2Bucket): Blobs {
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await bucket.put(sha256, bytes)
      return sha256
    },
    async get(sha256) {
      const object = await bucket.get(sha256)
      return object ? new Uint8Array(await object.arrayBuffer()) : undefined
    },
  }
}
