/** Every kind of subject that has a history, with its sentences. */
import type { Kind } from '../rules/sight.ts'
import { accountTelling, appealTelling, assessmentTelling } from './assessment.ts'
import {
  evidenceTelling,
  executionTelling,
  helpTelling,
  remindersTelling,
  snoozeTelling,
} from './execution.ts'
import { findingTelling, inspectionTelling } from './inspection.ts'
import {
  delegationTelling,
  personTelling,
  priorityTelling,
  rosterTelling,
  teamTelling,
  unitTelling,
  workItemTelling,
} from './organization.ts'
import { journalCheckTelling, yearExportTelling } from './own.ts'
import { planTelling } from './plan.ts'
import { adjustmentTelling, deadlineTelling, planReminderTelling, workbookTelling } from './planning.ts'
import { coefficientWorkbookTelling, yearTelling } from './policy.ts'
import { gateReminderTelling, gateTelling, gateWorkbookTelling, resultsTelling } from './results.ts'
import { departmentTelling, directoryTelling, reformTelling, schoolTelling } from './school.ts'
import type { Telling } from './told.ts'

export const TELLINGS: { readonly [kind in Kind]: Telling } = {
  organization: schoolTelling,
  roster: rosterTelling,
  directory: directoryTelling,
  department: departmentTelling,
  reform: reformTelling,
  'coefficient-workbook': coefficientWorkbookTelling,
  person: personTelling,
  unit: unitTelling,
  team: teamTelling,
  delegation: delegationTelling,
  priority: priorityTelling,
  'work-item': workItemTelling,
  year: yearTelling,
  plan: planTelling,
  adjustment: adjustmentTelling,
  'plan-reminder': planReminderTelling,
  'plan-deadline': deadlineTelling,
  'goal-workbook': workbookTelling,
  execution: executionTelling,
  help: helpTelling,
  evidence: evidenceTelling,
  inspection: inspectionTelling,
  finding: findingTelling,
  reminders: remindersTelling,
  snooze: snoozeTelling,
  account: accountTelling,
  assessment: assessmentTelling,
  appeal: appealTelling,
  gate: gateTelling,
  'gate-workbook': gateWorkbookTelling,
  'gate-reminder': gateReminderTelling,
  results: resultsTelling,
  'journal-check': journalCheckTelling,
  'year-export': yearExportTelling,
}
