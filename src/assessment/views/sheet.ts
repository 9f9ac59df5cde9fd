import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { packedPage } from '../../../cards/packing.ts'
import { closedSheetCard, scoreSheetCard } from '../../../cards/score-sheet.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { sayWhenOpen } from '../../policy/calendar/queries.ts'
import type { Database } from '../../store/database.ts'
import { findAssessing } from '../assessing.ts'
import { findAssessment, findSheet } from '../queries.ts'
import { takeSeat } from '../rules/access.ts'
import type { AssessmentState } from '../rules/assessment.ts'
import { heldEntries } from '../rules/candidates.ts'
import { deductionsOf, scoreOf } from '../rules/entry.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import { markedOf, type SheetState, unfinishedIn } from '../rules/sheet.ts'
import { sheetId } from '../subjects.ts'
import { goalFacts, saidInstead, sentenceOf, shown } from './said.ts'
import { sheetBlocks } from './sheet-facts.ts'

const TITLE = '考核打分'

const params = z.object({
  year: z.int(),
  unit: z.string(),
  member: z.string(),
  page: z.int(),
  /** Numbers of a goal and of a finding: it is opened where the first of the two stands. */
  goal: z.int().exactOptional(),
  finding: z.int().exactOptional(),
})
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
      findAssessing(db, at.year, at.unit, viewer),
      findAssessment(db, at.year, at.unit),
      findSheet(db, at.year, at.unit, at.member),
    ])
    const taken = takeSeat(facts, viewer.inNameOf)
    if ('refusal' in taken) {
      const { refusal } = taken
      const why = sentenceOf(refusal) + (await sayWhenOpen(db, refusal, viewer.today))
      return refusal.code === 'closed-phase' && facts
        ? closed(at, facts, sheet, assessment, why)
        : saidInstead(TITLE, why)
    }
    const why = whyClosed(taken.seat.facts, assessment)
    return why === undefined
      ? open(db, at, taken.seat.facts, sheet, viewer)
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

async function open(
  db: Database,
  at: Params,
  facts: AssessingFacts,
  sheet: SheetState,
  viewer: Viewer,
): Promise<Message> {
  const { blocks, account } = await sheetBlocks(db, facts, sheet, viewer.today)
  const packed = packedPage(blocks, at.page, soughtKeys(at))
  const signed = account.status === 'signed' ? account : null
  const on = (kind: string): readonly number[] =>
    packed.blocks.flatMap(({ key }) =>
      key.startsWith(`${kind}:`) ? [Number(key.slice(kind.length + 1))] : [],
    )
  return shown(
    scoreSheetCard({
      year: at.year,
      unit: { id: facts.unit, name: facts.unitName },
      member: at.member,
      regime: facts.regime,
      account: signed ? `${sayInstant(signed.signed.at)}由${signed.signed.name}` : '',
      sentAt: sheet.status === 'sent' ? sayInstant(sheet.at) : '',
      packed,
      total: { goals: facts.goals.length, findings: facts.findings.length },
      missing: unfinishedIn(sheet, facts),
      params: {
        year: at.year,
        unit: facts.unit,
        asking: facts.regime,
        goals: on('goal'),
        findings: on('finding'),
        account: signed?.revision ?? null,
      },
    }),
  )
}

const soughtKeys = ({ goal, finding }: Params): readonly string[] => [
  ...(goal === undefined ? [] : [`goal:${goal}`]),
  ...(finding === undefined ? [] : [`finding:${finding}`]),
]

function closed(
  at: Params,
  facts: AssessingFacts,
  sheet: SheetState,
  assessment: AssessmentState,
  why: string,
): Message {
  const entries = heldEntries(markedOf(sheet), facts.findings)
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
