import type { Chapter, SentFile } from '../../../kernel/chapter.ts'
import type { Viewer } from '../../../kernel/view.ts'
import { findActor } from '../../../organization/queries.ts'
import { holds } from '../../../organization/rules/actor.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Blobs } from '../../../store/blobs.ts'
import type { Database } from '../../../store/database.ts'
import { sentCommands } from '../../../workbook/sent/commands.ts'
import { sentGates } from './sent.ts'
import { gateTemplateView, gateWorkbookView } from './views.ts'
import { gateWorkbookWording } from './wording.ts'

/** Gate reports by workbook (Articles 27, 31). `blobs` keeps the files and their cells. */
export function gateWorkbook({ blobs }: { readonly blobs: Blobs }): Chapter {
  return {
    name: 'gate-workbook',
    commands: sentCommands(sentGates, blobs),
    views: [gateTemplateView, gateWorkbookView(blobs)],
    forms: [],
    intents: [
      {
        words: ['关口模板', '一票否决模板'],
        help: '牵头部门：下载一票否决报告表，填好发回即可',
        opens: (rest) => (rest === '' ? { send: 'gate-template', with: {} } : undefined),
      },
    ],
    todo: async () => [],
    takesFile,
    wording: gateWorkbookWording,
  }
}

/**
 * While gates are reported, a workbook that is called after them and comes from a lead unit; of one who does nothing but
 * lead, any workbook. Another may be evidence, or a roster.
 */
async function takesFile(db: Database, viewer: Viewer, file: SentFile) {
  if (file.kind !== 'file') return undefined
  const named = /(一票否决|关口).*\.(xlsx|xls|xlsm|xlsb|csv|et|ods|numbers)$/i.test(file.name)
  if (!named && !/\.xlsx$/i.test(file.name)) return undefined
  const open = await findCurrentYear(db)
  if (open?.phase !== 'assessment' && open?.phase !== 'results') return undefined
  const actor = await findActor(db, viewer)
  if (!actor || !holds(actor, 'lead-unit')) return undefined
  const leadsOnly = actor.roles.every(({ role }) => role === 'lead-unit') && actor.leads.length === 0
  return named || leadsOnly ? { command: 'gates.read', with: { name: file.name } } : undefined
}
