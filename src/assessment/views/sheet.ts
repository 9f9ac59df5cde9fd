import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { closedSheetCard, scoreSheetCard } from '../../../cards/score-sheet.ts'
import { sayInstant } from '../../kernel/time.ts'
import { viewOf } from '../../kernel/view.ts'
import { findAssessing } from '../assessing.ts'
import { goalFields } from '../fields.ts'
import { pageOf } from '../pages.ts'
import { findAssessment, findSheet } from '../queries.ts'
import { takeSeat } from '../rules/access.ts'
import type { AssessmentState } from '../rules/assessment.ts'
import { deductionsOf, scoreOf, unfilledGoals } from '../rules/entry.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import { entriesOf, type SheetState } from '../rules/sheet.ts'
import { sheetId } from '../subjects.ts'
import { goalFacts, saidInstead, sentenceOf, shown } from './said.ts'

const TITLE = '考核打分'

const params = z.object({ year: z.int(), unit: z.string(), member: z.string(), page: z.int() })
type Params = z.infer<typeof params>

/** A member's own sheet. It follows that sheet only, so that nobody's typing is swept away by another member's sending. */
export const scoreSheet = viewOf({
  name: 'score-sheet',
  params,
  about: ({ year, unit, member }) => sheetId(year, unit, member),
  async render(db, at, viewer) {
    if (at.member !== viewer.inNameOf) {
      return saidInstead(TITLE, '这是另一位成员的评分表，合议开启前只有本人可以查看。')
    }
    const [facts, assessment, sheet] = await Promise.all([
      findAssessing(db, at.year, at.unit, viewer.today),
      findAssessment(db, at.year, at.unit),
      findSheet(db, at.year, at.unit, at.member),
    ])
    const taken = takeSeat(facts, viewer.inNameOf)
    if ('refusal' in taken) {
      return taken.refusal.code === 'closed-phase' && facts
        ? closed(at, facts, sheet, assessment, sentenceOf(taken.refusal))
        : saidInstead(TITLE, sentenceOf(taken.refusal))
    }
    const why = whyClosed(taken.seat.facts, assessment)
    return why === undefined
      ? open(at, taken.seat.facts, sheet)
      : closed(at, taken.seat.facts, sheet, assessment, why)
  },
})

function whyClosed(facts: AssessingFacts, assessment: AssessmentState): string | undefined {
  if (assessment.status !== 'open') {
    const { openedBy, openedAt } = assessment
    return sentenceOf({ code: 'opened-deliberation', by: openedBy.name, at: openedAt })
  }
  return facts.goals.length === 0 ? sentenceOf({ code: 'absent-goals', unit: facts.unitName }) : undefined
}

function open(at: Params, facts: AssessingFacts, sheet: SheetState): Message {
  const entries = entriesOf(sheet)
  const { items, page, pages } = pageOf(facts.goals, at.page)
  return shown(
    scoreSheetCard({
      year: at.year,
      unit: { id: facts.unit, name: facts.unitName },
      member: at.member,
      regime: facts.regime,
      sentAt: sheet.status === 'sent' ? sayInstant(sheet.at) : '',
      page,
      pages,
      goals: items.map((goal) => ({
        goal: goalFacts(goal),
        fields: goalFields(goal, facts.regime, entries[goal.id]),
      })),
      total: facts.goals.length,
      missing: unfilledGoals(facts.goals, entries).map((goal) => goal.number),
      params: {
        year: at.year,
        unit: facts.unit,
        asking: facts.regime,
        goals: items.map((goal) => goal.number),
      },
    }),
  )
}

function closed(
  at: Params,
  facts: AssessingFacts,
  sheet: SheetState,
  assessment: AssessmentState,
  why: string,
): Message {
  const entries = entriesOf(sheet)
  const goals = assessment.status === 'open' ? facts.goals : assessment.goals
  return shown(
    closedSheetCard({
      year: at.year,
      unit: { id: facts.unit, name: facts.unitName },
      why,
      marks: goals.flatMap((goal) => {
        const entry = entries[goal.id]
        if (!entry) return []
        const words = deductionsOf(entry, goal)
          .map((one) => one.reason)
          .join('；')
        return [{ goal: goalFacts(goal), score: scoreOf(entry), words }]
      }),
      opened: assessment.status !== 'open',
    }),
  )
}
