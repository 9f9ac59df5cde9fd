import { deliberationWaitingCard } from '../../../cards/deliberation-waiting.ts'
import type { Message, Tone } from '../../../cards/kit.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { sayInstant } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { excuseSpec } from '../forms/excuse.ts'
import { findSheets } from '../queries.ts'
import type { Seat } from '../rules/access.ts'
import type { AssessmentState } from '../rules/assessment.ts'
import { excusableMembers, missingMembers, type Sheets } from '../rules/open.ts'
import type { Member } from '../rules/panel.ts'

/** Before the deliberation: who has sent a sheet, and nothing of what is in it. */
export async function waiting(
  db: Database,
  { facts, panel }: Seat,
  { reopened }: Extract<AssessmentState, { readonly status: 'open' }>,
  acting: boolean,
  person: PersonId,
): Promise<Message> {
  const ids = panel.assessors.map((one) => one.id)
  const sheets = await findSheets(db, facts.year, facts.unit, ids)
  const missing = missingMembers(panel, sheets, facts)
  const excusable = excusableMembers(missing, sheets)
  const convenes = acting && panel.convenors.includes(person)
  return {
    kind: 'card',
    card: deliberationWaitingCard({
      year: facts.year,
      unit: { id: facts.unit, name: facts.unitName },
      group: panel.name,
      members: [
        ...panel.assessors.map((one) => ({ name: one.name, state: stateOf(sheets, one.id, missing) })),
        ...panel.recused.map((one) => ({
          name: one.member.name,
          state: { text: '回避', tone: 'muted' as const },
        })),
      ],
      missing: missing.map((one) => one.name),
      reopened: reopened ? `${reopened.by.name}于${sayInstant(reopened.at)}退回打分：${reopened.reason}` : '',
      excuse: convenes && excusable.length > 0 ? excuseSpec(excusable).fields : null,
      mayOpen: convenes,
    }),
  }
}

function stateOf(
  sheets: Sheets,
  member: PersonId,
  missing: readonly Member[],
): { readonly text: string; readonly tone: Tone } {
  const sheet = sheets[member]
  if (sheet?.status === 'sent' && missing.some((one) => one.id === member)) {
    return { text: '有新发现待处理', tone: 'orange' }
  }
  if (sheet?.status === 'sent') return { text: '已提交', tone: 'green' }
  if (sheet?.status === 'excused') return { text: `缺席：${sheet.reason}`, tone: 'muted' }
  return { text: '未提交', tone: 'orange' }
}
