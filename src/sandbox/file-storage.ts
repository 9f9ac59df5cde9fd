/** The sandbox's log in a file on this machine. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CampusStorage } from './storage.ts'

/** Keeps the lines in the file at `path`; the folder is made when it is missing. */
export function fileStorage(path: string): CampusStorage {
  mkdirSync(dirname(path), { recursive: true })
  endTornLine(path)
  return {
    load: () => (existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []),
    append: (line) => appendFileSync(path, `${line}\n`),
    rewrite(lines) {
      writeFileSync(`${path}.new`, lines.map((line) => `${line}\n`).join(''))
      renameSync(`${path}.new`, path)
    },
  }
}

/** A process that was killed while it wrote leaves half a line; the next line must not be glued to it. */
function endTornLine(path: string): void {
  if (existsSync(path) && !/(^|\n)$/.test(readFileSync(path, 'utf8').slice(-1))) appendFileSync(path, '\n')
}
