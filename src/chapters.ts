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
import { history } from './history/chapter.ts'
import type { Chapter } from './kernel/chapter.ts'
import { type OrganizationDeps, organization } from './organization/chapter.ts'
import { delegation } from './organization/delegation/chapter.ts'
import { directory } from './organization/directory/chapter.ts'
import { health } from './organization/health/chapter.ts'
import { people } from './organization/people/chapter.ts'
import { roles } from './organization/roles/chapter.ts'
import { teams } from './organization/teams/chapter.ts'
import { units } from './organization/units/chapter.ts'
import { adjustment } from './planning/adjustment/chapter.ts'
import { planning } from './planning/chapter.ts'
import { calendar } from './policy/calendar/chapter.ts'
import { sayingWhenItOpens } from './policy/calendar/when-it-opens.ts'
import { policy } from './policy/chapter.ts'
import { coefficientWorkbook } from './policy/coefficients/workbook/chapter.ts'
import { newYear } from './policy/new-year/chapter.ts'
import { reopening } from './policy/reopening/chapter.ts'
import { results } from './results/chapter.ts'
import { gateWorkbook } from './results/gates/workbook/chapter.ts'

/** What everyone does most comes first: help and the nearest commands follow this order. */
export function chaptersFor(deps: OrganizationDeps): Chapter[] {
  return [
    planning(deps),
    // Before the chapter that shows a goal's versions: both are asked for by 历史.
    history(deps),
    adjustment(deps),
    // Before the chapters that take any file: its workbooks are known by their name.
    gateWorkbook(deps),
    coefficientWorkbook(deps),
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
    calendar,
    reopening,
    newYear,
    organization(deps),
    directory(deps),
    people(() => [tasks].flatMap(({ handsOver }) => handsOver ?? [])),
    roles,
    teams,
    delegation,
    units,
    health,
  ].map(sayingWhenItOpens)
}
