/** 导出看板: the board as an .xlsx file, for what the asker may see. */
import * as z from 'zod'
import type { Message } from '../../../../cards/kit.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { askedScope } from '../views/asked.ts'
import { loadExport } from './load.ts'

/** Without `about`: a file cannot follow what it shows, and asking again brings the present one. */
export const boardExportView = viewOf({
  name: 'board-export',
  ofYear: true,
  params: z.object({ scope: z.string().exactOptional(), year: z.int().exactOptional() }),
  async render(db, { scope: wanted, year }, viewer): Promise<Message> {
    const asked = await askedScope(db, viewer, wanted, { name: 'board-export', title: '导出看板' }, year)
    if (!('scope' in asked)) return asked
    const [exported, actor] = await Promise.all([
      loadExport(db, viewer, asked.scope, asked.year),
      getActor(db, viewer),
    ])
    const { boardWorkbook } = await import('./workbook.ts')
    const bytes = await boardWorkbook(exported, { by: actor.name, at: sayInstant(viewer.at) })
    return { kind: 'file', name: fileName(asked.scope.name, viewer.today), bytes }
  },
})

/** What no file system takes is replaced. */
const fileName = (scope: string, today: string): string =>
  `目标看板-${scope.replaceAll(/[\\/:*?"<>|]/g, '-')}-${today}.xlsx`
