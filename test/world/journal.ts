/** The journal holds everything: every subject's entries fold to its state, and every chain is whole (rulebook 7). */
import { expect } from 'vitest'
import { accountSubject } from '../../src/assessment/account/subject.ts'
import { appealSubject } from '../../src/assessment/appeal/subject.ts'
import { proposal, assessment as scores, sheet } from '../../src/assessment/subjects.ts'
import { helpSubject } from '../../src/execution/help/subject.ts'
import { findingSubject, inspectionSubject } from '../../src/execution/inspection/subjects.ts'
import { petitionSubject } from '../../src/execution/petition/subject.ts'
import { deadlineSubject, remindersSubject, snoozeSubject } from '../../src/execution/reminders/subjects.ts'
import { evidence, goalExecution } from '../../src/execution/subject.ts'
import { journalCheckSubject, yearExportSubject } from '../../src/history/subjects.ts'
import type { Happening } from '../../src/kernel/decision.ts'
import { firstBroken } from '../../src/kernel/journal.ts'
import type { Subject } from '../../src/kernel/subject.ts'
import { delegationSubject } from '../../src/organization/delegation/subject.ts'
import { departmentSubject, directorySubject } from '../../src/organization/directory/subjects.ts'
import {
  personSubject,
  prioritySubject,
  rosterSubject,
  schoolSubject,
  teamSubject,
  unitSubject,
  workItemSubject,
} from '../../src/organization/subjects.ts'
import { reformSubject } from '../../src/organization/units/subject.ts'
import { adjustmentSubject } from '../../src/planning/adjustment/subject.ts'
import { reminderSubject } from '../../src/planning/overview/subject.ts'
import { planSubject } from '../../src/planning/subject.ts'
import { workbookSubject } from '../../src/planning/workbook/subject.ts'
import { yearSubject } from '../../src/policy/subject.ts'
import { gateReminderSubject, gateSubject, resultsSubject } from '../../src/results/subjects.ts'
import type { Database } from '../../src/store/database.ts'
import { listJournal, listSubjects } from '../../src/store/journal.ts'
import { sentSubject } from '../../src/workbook/sent/sent-workbook.ts'
import { everyEntryIsTold } from './told.ts'

type Fold = (bodies: readonly string[]) => unknown

const foldOf = <State, Event extends Happening>({
  kind,
  initial,
  evolve,
}: Subject<State, Event>): readonly [kind: string, fold: Fold] => [
  kind,
  (bodies) => bodies.map((body) => JSON.parse(body) as Event).reduce(evolve, initial),
]

const FOLDS: ReadonlyMap<string, Fold> = new Map([
  foldOf(personSubject),
  foldOf(unitSubject),
  foldOf(teamSubject),
  foldOf(prioritySubject),
  foldOf(workItemSubject),
  foldOf(delegationSubject),
  foldOf(directorySubject),
  foldOf(departmentSubject),
  foldOf(schoolSubject),
  foldOf(rosterSubject),
  foldOf(reformSubject),
  foldOf(yearSubject),
  foldOf(sentSubject('coefficient-workbook')),
  foldOf(planSubject),
  foldOf(adjustmentSubject),
  foldOf(reminderSubject),
  foldOf(workbookSubject),
  foldOf(goalExecution),
  foldOf(evidence),
  foldOf(helpSubject),
  foldOf(remindersSubject),
  foldOf(snoozeSubject),
  foldOf(deadlineSubject),
  foldOf(inspectionSubject),
  foldOf(findingSubject),
  foldOf(petitionSubject),
  foldOf(sheet),
  foldOf(accountSubject),
  foldOf(proposal),
  foldOf(scores),
  foldOf(appealSubject),
  foldOf(gateSubject),
  foldOf(sentSubject('gate-workbook')),
  foldOf(gateReminderSubject),
  foldOf(resultsSubject),
  foldOf(journalCheckSubject),
  foldOf(yearExportSubject),
])

/** Checks every subject of every chapter; answers the kinds that it saw. */
export async function journalEqualsState(db: Database): Promise<ReadonlySet<string>> {
  await everyEntryIsTold(db)
  const kinds = new Set<string>()
  for (let heads = await listSubjects(db, ''); heads.length > 0; ) {
    for (const { id, version, hash, state } of heads) {
      const kind = id.slice(0, id.indexOf(':'))
      const journal = await listJournal(db, id)
      expect(firstBroken(journal, { id, version, hash }), id).toBeUndefined()
      const folded = FOLDS.get(kind)?.(journal.map((entry) => entry.body))
      expect(JSON.parse(JSON.stringify(folded)), id).toEqual(JSON.parse(state))
      kinds.add(kind)
    }
    heads = await listSubjects(db, heads.at(-1)?.id ?? '')
  }
  return kinds
}
