import type { Chapter, SentFile } from '../../../kernel/chapter.ts'
import type { Viewer } from '../../../kernel/view.ts'
import { findActor } from '../../../organization/queries.ts'
import { holds } from '../../../organization/rules/actor.ts'
import type { Blobs } from '../../../store/blobs.ts'
import type { Database } from '../../../store/database.ts'
import { sentCommands } from '../../../workbook/sent/commands.ts'
import { findCurrentYear } from '../../queries.ts'
import { sentCoefficients } from './sent.ts'
import { coefficientTemplateView, coefficientWorkbookView } from './views.ts'
import { coefficientWorkbookWording } from './wording.ts'

/** Coefficients by workbook (Article 24). `blobs` keeps the files and their cells. */
export function coefficientWorkbook({ blobs }: { readonly blobs: Blobs }): Chapter {
  return {
    name: 'coefficient-workbook',
    commands: sentCommands(sentCoefficients, blobs),
    views: [coefficientTemplateView, coefficientWorkbookView(blobs)],
    forms: [],
    intents: [
      {
        words: ['系数模板', '系数表'],
        only: 'office',
        help: '下载权重系数表，填好发回即可',
        opens: (rest) => (rest === '' ? { send: 'coefficient-template', with: {} } : undefined),
      },
    ],
    todo: async () => [],
    takesFile,
    wording: coefficientWorkbookWording,
  }
}

/** A workbook of the office that is called after coefficients; any other may be a roster. */
async function takesFile(db: Database, viewer: Viewer, file: SentFile) {
  if (file.kind !== 'file' || !/系数.*\.(xlsx|xls|xlsm|xlsb|csv|et|ods|numbers)$/i.test(file.name))
    return undefined
  const open = await findCurrentYear(db)
  if (!open || open.phase === 'closed') return undefined
  const actor = await findActor(db, viewer)
  return actor && holds(actor, 'office')
    ? { command: 'coefficients.read', with: { name: file.name } }
    : undefined
}
