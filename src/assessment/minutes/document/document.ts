/** The minutes as a .docx. Loaded only when they are made, because `docx` is large. */
import { landscapeDocument } from '../../../document/landscape.ts'
import type { MinutesFacts } from '../facts.ts'
import { minutesTitle } from '../words.ts'
import { attendanceOf, proofOf } from './opening.ts'
import { courseTable, decisionTable, findingsTable, scoresTable, sheetsTable } from './tables.ts'

/** The same bytes for the same facts. Runs in Node and in Workers. */
export function minutesDocument(facts: MinutesFacts): Promise<Uint8Array> {
  return landscapeDocument({
    title: minutesTitle(facts.unit, facts.year),
    ...{ at: facts.decidedAt, version: facts.version, hash: facts.hash },
    children: [
      ...attendanceOf(facts),
      ...sheetsTable(facts),
      ...findingsTable(facts),
      ...courseTable(facts),
      ...decisionTable(facts),
      ...scoresTable(facts),
      ...proofOf(facts),
    ],
  })
}
