/** The files of findings and answers, by the names that people know. */
import type { PersonId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { sayFiles } from '../file-names.ts'
import { listEvidence, listUnattachedEvidence } from '../queries.ts'
import { MOST_FILES } from './rules/finding.ts'

export interface NamedFile {
  readonly id: string
  readonly name: string
}

/** What the person sent and nothing uses yet, newest first. */
export async function currentFiles(db: Database, person: PersonId): Promise<NamedFile[]> {
  const files = (await listUnattachedEvidence(db, person)).slice(0, MOST_FILES)
  const names = sayFiles(files)
  return files.map(({ id }, position) => ({ id, name: names[position] ?? '' }))
}

/** The files by name; what could not be kept is left out. */
export async function namedFiles(db: Database, ids: readonly string[]): Promise<NamedFile[]> {
  const files = await listEvidence(db, ids)
  const names = sayFiles(files)
  return files.map(({ id }, position) => ({ id, name: names[position] ?? '' }))
}
