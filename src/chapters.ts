/** The chapters of the regulation, in their order. */
import { account } from './assessment/account/chapter.ts'
import { appeal } from './assessment/appeal/chapter.ts'
import { assessment } from './assessment/chapter.ts'
import { explanation } from './assessment/explain/chapter.ts'
import { minutes } from './assessment/minutes/chapter.ts'
import { board } from './execution/board/chapter.ts'
import { execution } from './execution/chapter.ts'
import { cost } from './execution/cost/chapter.ts'
import { help } from './execution/help/chapter.ts'
import { inspection } from './execution/inspection/chapter.ts'
import { petition } from './execution/petition/chapter.ts'
import { reminders } from './execution/reminders/chapter.ts'
import { tasks } from './execution/tasks/chapter.ts'
import type { Chapter } from './kernel/chapter.ts'
import { type OrganizationDeps, organization } from './organization/chapter.ts'
import { delegation } from './organization/delegation/chapter.ts'
import { adjustment } from './planning/adjustment/chapter.ts'
import { planning } from './planning/chapter.ts'
import { policy } from './policy/chapter.ts'
import { results } from './results/chapter.ts'
import { gateWorkbook } from './results/gates/workbook/chapter.ts'

/** What everyone does most comes first: help and the nearest commands follow this order. */
export function chaptersFor(deps: OrganizationDeps): Chapter[] {
  return [
    planning(deps),
    adjustment(deps),
    // Before the chapters that take any file: its workbooks are known by their name.
    gateWorkbook(deps),
    execution(deps),
    board,
    cost,
    reminders,
    tasks,
    help,
    inspection(deps),
    petition,
    assessment,
    appeal(deps),
    account,
    explanation,
    minutes,
    results,
    policy,
    organization(deps),
    delegation,
  ]
}
