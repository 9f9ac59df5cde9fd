import * as z from 'zod'
import type { FindingRow } from '../../../cards/deliberation-board.ts'
import { deliberationFindingsCard } from '../../../cards/deliberation-findings.ts'
import { viewOf } from '../../kernel/view.ts'
import { findAssessing } from '../assessing.ts'
import { bytesOf, packed, packedPage } from '../packed.ts'
import { findAssessment } from '../queries.ts'
import { takeSeat } from '../rules/access.ts'
import type { Sitting } from '../rules/assessment.ts'
import { weighedFindings } from '../rules/weighed.ts'
import { assessmentId } from '../subjects.ts'
import { saidInstead, sentenceOf, shown } from './said.ts'
import { sayFinding, sayVerdicts } from './say-finding.ts'

const TITLE = '督查发现的处理'
const bytes = ({ found, verdicts }: FindingRow): number => bytesOf(found, ...verdicts)
const PAGE = { bytes, most: 20, budget: 12_000 }
/** The board has the sheets, too. */
const BOARD = { bytes, most: 6, budget: 3000 }

const rowsOf = (sitting: Sitting): readonly FindingRow[] =>
  weighedFindings(sitting).map((one) => ({ found: sayFinding(one), verdicts: sayVerdicts(one) }))

/** The first findings, as many as the board has room for. */
export function findingsOnBoard(sitting: Sitting) {
  const rows = rowsOf(sitting)
  const [first = []] = packed(rows, BOARD)
  return { count: rows.length, shown: first.filter((one) => bytes(one) <= BOARD.budget) }
}

/** All findings with what each member made of them; for the group, as the board. */
export const deliberationFindings = viewOf({
  name: 'deliberation-findings',
  params: z.object({ year: z.int(), unit: z.string(), page: z.int() }),
  about: ({ year, unit }) => assessmentId(year, unit),
  async render(db, { year, unit, page }, viewer) {
    const [facts, state] = await Promise.all([
      findAssessing(db, year, unit, viewer),
      findAssessment(db, year, unit),
    ])
    const taken = takeSeat(facts && { ...facts, phase: 'assessment' }, viewer.inNameOf)
    if ('refusal' in taken) return saidInstead(TITLE, sentenceOf(taken.refusal))
    if (state.status === 'open') return saidInstead(TITLE, sentenceOf({ code: 'unopened-deliberation' }))
    const rows = rowsOf(state)
    const found = packedPage(rows, PAGE, page, { name: 'deliberation-findings', params: { year, unit } })
    return shown(
      deliberationFindingsCard({
        ...{ year, unit: { id: unit, name: taken.seat.facts.unitName } },
        ...{ count: rows.length, rows: found.items, turns: found.turns },
      }),
    )
  },
})
