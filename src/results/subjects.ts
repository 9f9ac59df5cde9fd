import type { SubjectId, Year } from '../kernel/ids.ts'
import { subjectOf } from '../kernel/subject.ts'
import { rowsOfGate, rowsOfResults } from './rows.ts'
import { evolveGate, type GateEvent, type GateState, UNREPORTED } from './rules/gate.ts'
import {
  evolveGateReminder,
  type GateReminderEvent,
  type GateReminderState,
  NOT_CHASED,
} from './rules/gate-reminder.ts'
import { evolveResults, type ResultsEvent, type ResultsState, UNPROPOSED } from './rules/results.ts'

export const gateSubject = subjectOf<GateState, GateEvent>({
  kind: 'gate',
  initial: UNREPORTED,
  evolve: evolveGate,
  rows: rowsOfGate,
})

export const gateId = (year: Year, area: string): SubjectId => `gate:${year}:${area}`

export const gateReminderSubject = subjectOf<GateReminderState, GateReminderEvent>({
  kind: 'gate-reminder',
  initial: NOT_CHASED,
  evolve: evolveGateReminder,
  rows: () => [],
})

export const gateReminderId = (year: Year): SubjectId => `gate-reminder:${year}`

export const resultsSubject = subjectOf<ResultsState, ResultsEvent>({
  kind: 'results',
  initial: UNPROPOSED,
  evolve: evolveResults,
  rows: rowsOfResults,
})

export const resultsId = (year: Year): SubjectId => `results:${year}`
