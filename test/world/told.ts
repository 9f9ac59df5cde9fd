/** Whatever stands in the journal reads in plain Chinese, with nothing of the program in it (rulebook 7). */
import { expect } from 'vitest'
import { tellAll } from '../../src/history/page.ts'
import { partsOf } from '../../src/history/rules/subject-parts.ts'
import type { Database } from '../../src/store/database.ts'
import { listJournal, listSubjects } from '../../src/store/journal.ts'

const OF_THE_PROGRAM = /undefined|NaN|\[object|\bnull\b/

/** Every entry of every subject that has a history; answers how many there were. */
export async function everyEntryIsTold(db: Database): Promise<number> {
  let entries = 0
  for (let heads = await listSubjects(db, ''); heads.length > 0; ) {
    for (const { id } of heads) {
      const parts = partsOf(id)
      const told = parts ? await tellAll(db, parts, await listJournal(db, id)) : []
      for (const { entry, told: one, who } of told) {
        const name = `${id} ${entry.type}`
        expect(one?.text, name).toMatch(/[\u4e00-\u9fff]/)
        const changes = one?.changes?.flatMap(({ what, from, to }) => [what, from, to]) ?? []
        expect([who, one?.text, one?.why ?? '', ...changes].join(' '), name).not.toMatch(OF_THE_PROGRAM)
        entries += 1
      }
    }
    heads = await listSubjects(db, heads.at(-1)?.id ?? '')
  }
  return entries
}
