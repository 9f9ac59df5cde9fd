/** Evidence beside the backups: one store for all of them, because a file is named by its content and never changes. */
import { copyFile, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface KeptFiles {
  readonly files: number
  readonly newFiles: number
}

/**
 * Brings what is missing from one store of blobs to another. On one disk it is the same file under a second name, which
 * costs no space and outlives the deletion of the first; else a copy, whole or not there.
 */
export async function bringFiles(from: string, to: string): Promise<KeptFiles> {
  let files = 0
  let newFiles = 0
  for (const part of (await namesIn(from)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const names = (await namesIn(join(from, part))).filter((name) => /^[0-9a-f]{64}$/.test(name))
    const known = new Set(await namesIn(join(to, part)))
    const missing = names.filter((name) => !known.has(name))
    if (missing.length > 0) await mkdir(join(to, part), { recursive: true })
    for (const name of missing) await bring(join(from, part, name), join(to, part, name))
    files += names.length
    newFiles += missing.length
  }
  return { files, newFiles }
}

async function bring(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    await copyWhole(from, to)
  }
}

/** The file is there under its name when all of it is on the disk. */
export async function copyWhole(from: string, to: string): Promise<void> {
  const beside = `${to}.partial`
  try {
    await copyFile(from, beside)
    await syncFile(beside)
    await rename(beside, to)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What was renamed in the folder is there after a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The names in a folder; none where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
