/** Images and files of the campus: what the app uploaded and what people sent, by key; the oldest go when it is too much. */
import type { SandboxFile } from './model.ts'
import type { Entry, Journal } from './storage.ts'

const BYTES_KEPT = 256 * 1024 * 1024

export interface FileStore {
  replay(entry: Entry): void
  /** Keeps the file under a new key and returns it: `img_v3_…` for an image, `file_v3_…` for a file. */
  keep(file: SandboxFile): string
  find(key: string): SandboxFile | undefined
  snapshot(): readonly Entry[]
}

/** A store that records each file in `journal`. `ids` gives the part of the key that nobody can guess. */
export function createFileStore(journal: Journal, ids: () => string): FileStore {
  const files = new Map<string, SandboxFile>()
  return {
    replay(entry) {
      if (entry.what !== 'file') return
      const bytes = new Uint8Array(Buffer.from(entry.base64, 'base64'))
      files.set(entry.key, { name: entry.name, type: entry.type, bytes })
      letOldestGo(files)
    },
    keep(file) {
      const key = `${file.type === 'image' ? 'img' : 'file'}_v3_${ids()}`
      files.set(key, file)
      journal.record(toEntry(key, file))
      letOldestGo(files)
      return key
    },
    find: (key) => files.get(key),
    snapshot: () => [...files].map(([key, file]) => toEntry(key, file)),
  }
}

function toEntry(key: string, file: SandboxFile): Entry {
  return {
    what: 'file',
    key,
    name: file.name,
    type: file.type,
    base64: Buffer.from(file.bytes).toString('base64'),
  }
}

function letOldestGo(files: Map<string, SandboxFile>): void {
  let total = 0
  for (const file of files.values()) total += file.bytes.byteLength
  for (const [key, file] of files) {
    if (total <= BYTES_KEPT || files.size === 1) return
    files.delete(key)
    total -= file.bytes.byteLength
  }
}
