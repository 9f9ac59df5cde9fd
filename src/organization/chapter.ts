import type { Chapter } from '../kernel/chapter.ts'
import { sayInstant } from '../kernel/time.ts'
import type { Todo, Viewer } from '../kernel/view.ts'
import type { Database } from '../store/database.ts'
import { applyRosterCommand, dropRosterCommand } from './commands/apply-roster.ts'
import { readRosterCommand } from './commands/read-roster.ts'
import type { OrganizationDeps } from './deps.ts'
import { keptIntents } from './kept-intents.ts'
import { endPriorityCommand, setPriorityCommand } from './priorities/commands.ts'
import { priorityForm } from './priorities/form.ts'
import { prioritiesView, priorityGoalsView } from './priorities/views.ts'
import { prioritiesWording } from './priorities/wording.ts'
import { findActor, listOpenRosters } from './queries.ts'
import { holds } from './rules/actor.ts'
import { endStandardCommand, setStandardCommand } from './standards/commands.ts'
import { standardForm } from './standards/form.ts'
import { standardChangedView, standardsView } from './standards/views.ts'
import { standardsWording } from './standards/wording.ts'
import { organizationViews } from './views.ts'
import { organizationWording } from './wording.ts'

export type { OrganizationDeps } from './deps.ts'

/**
 * Chapter 2 of the regulation: who is who (Articles 3-6), which the office keeps with a roster workbook; and the year's
 * priorities and work items (9, 11), kept in the chat too.
 */
export function organization(deps: OrganizationDeps): Chapter {
  return {
    name: 'organization',
    commands: [
      readRosterCommand(deps, 'office'),
      applyRosterCommand(deps, 'office'),
      dropRosterCommand,
      setStandardCommand,
      endStandardCommand,
      setPriorityCommand,
      endPriorityCommand,
    ],
    views: [
      ...organizationViews(deps.blobs),
      standardsView,
      standardChangedView,
      prioritiesView,
      priorityGoalsView,
    ],
    forms: [standardForm, priorityForm],
    intents: [
      ...keptIntents,
      {
        words: ['导入名册', '名册', '导入'],
        only: 'office',
        help: '用 Excel 名册导入单位、人员和角色',
        opens: (rest) => (rest === '' ? { show: 'roster-guide', with: {} } : undefined),
      },
      {
        words: ['名册模板', '下载模板'],
        help: '下载空白名册',
        opens: (rest) => (rest === '' ? { send: 'roster-template', with: {} } : undefined),
      },
    ],
    todo: openRosters,
    async takesFile(db, viewer, file) {
      if (file.kind !== 'file' || !isWorkbook(file.name)) return undefined
      const actor = await findActor(db, viewer)
      if (!actor || !holds(actor, 'office')) return undefined
      return { command: 'roster.read', with: { name: file.name } }
    },
    wording: { ...organizationWording, ...standardsWording, ...prioritiesWording },
  }
}

/** Any .xlsx, and what is called a roster but is of another kind: so that its sender learns what to do. */
function isWorkbook(name: string): boolean {
  return /\.xlsx$/i.test(name) || /(名册|名单|roster).*\.(xls|xlsm|xlsb|csv|et|ods|numbers)$/i.test(name)
}

async function openRosters(db: Database, viewer: Viewer): Promise<Todo[]> {
  const actor = await findActor(db, viewer)
  if (!actor || !holds(actor, 'office')) return []
  return (await listOpenRosters(db)).map(({ roster, name, at }) => ({
    text: `名册「${name}」（${sayInstant(at)}）等待确认或更正`,
    since: at,
    button: '查看名册',
    action: { show: 'roster', with: { roster } },
  }))
}
