import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderBlobs } from '../../src/store/blobs-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blobs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('blobs in a folder', () => {
  it('are found by their SHA-256, and the same bytes are kept once', async () => {
    const blobs = folderBlobs(join(folder, 'not', 'yet'))
    const bytes = new TextEncoder().encode('佐证')
    const [one, two] = await Promise.all([blobs.put(bytes), blobs.put(bytes)])
    expect(one).toBe(two)
    expect(await blobs.get(one)).toEqual(Buffer.from(bytes))
    expect(readdirSync(join(folder, 'not', 'yet'), { recursive: true }).sort()).toEqual(
      [one.slice(0, 2), join(one.slice(0, 2), one)].sort(),
    )
  })

  it('that nobody put are not there, nor is anything outside the folder', async () => {
    const blobs = folderBlobs(folder)
    expect(await blobs.get('0'.repeat(64))).toBeUndefined()
    expect(await blobs.get('../../etc/passwd')).toBeUndefined()
  })

  it('that were left half written by a broken disk are written again', async () => {
    const blobs = folderBlobs(folder)
    const sha256 = await blobs.put(new TextEncoder().encode('whole'))
    writeFileSync(join(folder, sha256.slice(0, 2), sha256), 'wh')
    await blobs.put(new TextEncoder().encode('whole'))
    expect(new TextDecoder().decode(await blobs.get(sha256))).toBe('whole')
  })
})
