/** The goal sheet as a .docx, signed on paper. Loaded only when one is made, because `docx` is large. */
import { landscapeDocument } from '../../../document/landscape.ts'
import type { SheetFacts } from '../facts.ts'
import { sheetTitle } from '../words.ts'
import { annexOf } from './annex.ts'
import { sectionOf } from './goal-tables.ts'
import { openingOf } from './opening.ts'
import { signatures } from './signatures.ts'

/** The same bytes for the same facts. Runs in Node and in Workers. */
export function goalSheet(facts: SheetFacts): Promise<Uint8Array> {
  return landscapeDocument({
    title: sheetTitle(facts.unit, facts.year),
    ...{ at: facts.inForce.at, version: facts.version, hash: facts.hash },
    children: [...openingOf(facts), ...facts.sections.flatMap(sectionOf), ...signatures(), ...annexOf(facts)],
  })
}
