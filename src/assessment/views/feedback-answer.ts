/** How a unit has answered its feedback, and what the viewer may do about it. */
import { APPEAL_STATUS, type AppealStatus } from '../../../cards/appeal-words.ts'
import type { AnswerFacts } from '../../../cards/feedback-answer.ts'
import { sayDate, sayInstant } from '../../kernel/time.ts'
import type { AppealTable } from '../../store/schema/assessment.ts'
import type { Case } from '../appeal/case.ts'
import { reopenSpec } from '../appeal/forms/words.ts'
import { appealable } from '../appeal/rules/hearing.ts'
import { answeredHow, versionsOf } from '../rules/answering.ts'
import type { Decided } from '../rules/assessment.ts'

/** `12月8日` */
export const sayDay = (day: Parameters<typeof sayDate>[0]): string => sayDate(day).replace(/^\d+年/, '')

export function answerFacts(known: Case, state: Decided, appeals: readonly AppealTable[]): AnswerFacts {
  const { facts } = known
  const { year, unit, who, today, lastDay } = facts
  const answer = answeredHow(state)
  const over = today > lastDay
  const reopens = who.decides && over && answer !== 'appealed'
  return {
    answer,
    received: state.received && { by: state.received.member.name, at: sayInstant(state.received.at) },
    lastDay: sayDay(lastDay),
    over,
    receive: who.inUnit && !state.received ? { do: 'feedback.receive', with: { year, unit } } : null,
    appeal: appealButton(known, state),
    appeals: appeals
      .filter((one) => one.status !== 'draft')
      .map((one) => ({
        number: one.number,
        text: APPEAL_STATUS[statusOfRow(one)].text,
        action: { show: 'appeal', with: { year, unit, number: one.number } },
      })),
    reopen: reopens ? { name: 'feedback-reopen', params: { year, unit }, spec: reopenSpec } : null,
  }
}

export const statusOfRow = ({ status, outcome }: Pick<AppealTable, 'status' | 'outcome'>): AppealStatus =>
  status === 'decided' ? (outcome ?? 'kept') : status

function appealButton({ facts }: Case, state: Decided): AnswerFacts['appeal'] {
  const { who, year, unit, number, appeal } = facts
  if (!who.inUnit || 'refusal' in appealable(facts)) return null
  if (appeal.status === 'draft')
    return { text: '查看申诉草稿', action: { show: 'appeal', with: { year, unit, number } } }
  const version = versionsOf(state).length
  return { text: '提出申诉', action: { show: 'appeal-pick', with: { year, unit, version, page: 0 } } }
}
