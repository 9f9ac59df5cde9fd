/** 结果总表 and 绩效工资表 as files for the office, drawn from the tables at the moment when they are sent. */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { resultNoteCard } from '../../../cards/result-note.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findCurrentYear, findYear, type OpenYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { findResults, listGates } from '../queries.ts'
import type { DecidedResults } from '../rules/results.ts'
import { linesOfYear } from './lines.ts'
import { payWorkbook } from './pay-workbook.ts'
import { listDecidedAssessments } from './queries.ts'
import { resultsWorkbook } from './results-workbook.ts'

const params = z.object({ year: z.int().exactOptional() })

const fileView = (
  name: string,
  title: string,
  fill: (db: Database, open: OpenYear, state: DecidedResults) => Promise<Uint8Array>,
): ViewDefinition =>
  viewOf({
    name,
    ofYear: true,
    params,
    async render(db, { year }, viewer): Promise<Message> {
      const found = await findDecided(db, year, viewer)
      if (typeof found === 'string') return noteOf(title, found)
      const bytes = await fill(db, found.open, found.state)
      return { kind: 'file', name: `${found.open.year}年度${title}.xlsx`, bytes }
    },
  })

const noteOf = (title: string, text: string): Message => ({
  kind: 'card',
  card: resultNoteCard({ title, text }),
})

async function findDecided(
  db: Database,
  year: number | undefined,
  viewer: Viewer,
): Promise<string | { readonly open: OpenYear; readonly state: DecidedResults }> {
  const actor = await getActor(db, viewer)
  if (!holds(actor, 'office') && !holds(actor, 'chair'))
    return '这份表由领导小组办公室使用。考核结果请发送「结果」查看。'
  const open = year === undefined ? await findCurrentYear(db) : await findYear(db, year)
  if (!open) return '年度还没有开启，请先由办公室发送「阶段」开启。'
  const state = await findResults(db, open.year)
  if (state.status !== 'ratified' && state.status !== 'announced')
    return '考核结果还没有审定，审定后再导出。发送「公布结果」查看还缺什么。'
  return { open, state }
}

export const exportViews: readonly ViewDefinition[] = [
  fileView('results-workbook', '考核结果总表', async (db, open, { year, results }) => {
    const [decided, gates] = await Promise.all([listDecidedAssessments(db, year), listGates(db, year)])
    return resultsWorkbook(linesOfYear(results, decided, gates, open), open.policy)
  }),
  fileView('pay-workbook', '绩效工资表', async (_, { policy, notice }, { year, results }) =>
    payWorkbook({ year, results, pay: policy.pay, notice }),
  ),
]
