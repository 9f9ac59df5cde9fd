/** What a workbook would do, in figures and names: for its sender to confirm. */

import { FIELD_NAMES, GOAL_TYPES, goalName, TYPE_NAMES } from '../../../cards/goal-words.ts'
import type { GoalWorkbookSummaryFacts } from '../../../cards/goal-workbook-summary.ts'
import { pageOf } from '../../kernel/paging.ts'
import type { Proposal } from './examine.ts'
import type { Line, UnitProposal } from './propose.ts'

const ROWS_A_PAGE = 50

interface Asked {
  readonly by: string
  readonly file: string
  readonly page: number
}

export function summaryFacts(proposal: Proposal, name: string, asked: Asked): GoalWorkbookSummaryFacts {
  const { units, digest, desk, counts } = proposal
  const { by, file } = asked
  const rows = units.flatMap(rowsOf)
  const page = pageOf(rows, ROWS_A_PAGE, asked.page, { name: 'goal-workbook', params: { by, file } })
  const lines = units.flatMap(({ seat, lines: list }) => list.map((line) => ({ line, unit: seat.name })))
  return {
    name,
    year: desk.year,
    file,
    seen: digest,
    drafted: counts.drafted,
    revised: counts.revised,
    rows: page.items,
    turns: page.turns,
    added: lines.filter(({ line }) => line.what === 'new').map(({ line, unit }) => newText(unit, line)),
    changed: lines
      .filter(({ line }) => line.what === 'changed')
      .map(({ line, unit }) => changedText(unit, line)),
    incomplete: lines.filter(({ line }) => line.lacks > 0).length,
  }
}

function rowsOf({ seat, lines }: UnitProposal): GoalWorkbookSummaryFacts['rows'] {
  return GOAL_TYPES.flatMap((type) => {
    const ofType = lines.filter((line) => line.type === type)
    const count = (what: Line['what']): number => ofType.filter((line) => line.what === what).length
    if (ofType.length === 0) return []
    return [{ unit: seat.name, type, added: count('new'), changed: count('changed'), same: count('same') }]
  })
}

const newText = (unit: string, { type, content }: Line): string =>
  `${unit} ${TYPE_NAMES[type]} ${content.title}`

/** `药学院 目标3 就业：目标值、权重` */
function changedText(unit: string, { goal, content, fields }: Line): string {
  const names = fields.filter((field) => field !== 'type').map((field) => FIELD_NAMES[field])
  return `${unit} ${goal ? goalName(goal.number) : ''} ${content.title}：${names.join('、')}`
}
