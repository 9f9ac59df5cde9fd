/** The 目标填报表 of the viewer; and one that was sent back, as it stands. */
import * as z from 'zod'
import { goalWorkbookClosedCard } from '../../../cards/goal-workbook-closed.ts'
import { goalWorkbookFaultsCard } from '../../../cards/goal-workbook-faults.ts'
import { goalWorkbookSummaryCard } from '../../../cards/goal-workbook-summary.ts'
import type { Card } from '../../../cards/kit.ts'
import { pageOf } from '../../kernel/paging.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../kernel/view.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Database } from '../../store/database.ts'
import { findDesk, openDesk } from '../drafting-desk.ts'
import type { WorkbookState } from '../rules/goal-workbook.ts'
import { currentYear } from '../views/asked.ts'
import { cardMessage, noYear, sentenceCard } from '../views/notice.ts'
import { examineWorkbook } from './examine.ts'
import { sayPlace, sayProblem } from './fault-wording.ts'
import { workbookId, workbookSubject } from './subject.ts'
import { summaryFacts } from './summary.ts'
import { goalTemplate, TEMPLATE_NAME } from './template.ts'
import { UNREADABLE } from './wording.ts'

const TITLE = '批量填报目标'
const FAULTS_A_PAGE = 50

export const goalTemplateView = viewOf({
  name: 'goal-template',
  params: z.object({}),
  async render(db, _, viewer) {
    const year = await currentYear(db)
    const desk = year === undefined ? undefined : await findDesk(db, year, viewer)
    if (!desk) return noYear(TITLE)
    if (desk.seats.length === 0)
      return sentenceCard(TITLE, '没有由您填报的目标。如您应当填报，请联系领导小组办公室核对角色。')
    const open = openDesk(desk)
    if (open.seats.length === 0)
      return sentenceCard(TITLE, '现在不是订立目标阶段，不能填报。如确有需要，请联系领导小组办公室。')
    return { kind: 'file', name: TEMPLATE_NAME, bytes: await goalTemplate(open) }
  },
})

const params = z.object({ by: z.string(), file: z.string(), page: z.int().min(0).default(0) })
type Asked = z.infer<typeof params>

/** For its sender only: it shows what this person may draft. */
export const goalWorkbookView = (blobs: Blobs): ViewDefinition =>
  viewOf({
    name: 'goal-workbook',
    params,
    about: ({ by, file }) => workbookId(by, file),
    async render(db, asked, viewer) {
      const { state } = await foldSubject(db, workbookSubject, workbookId(asked.by, asked.file))
      if (state.status === 'unread' || asked.by !== viewer.inNameOf)
        return sentenceCard(TITLE, '这份填报表由发送它的人处理。要批量填报，请发送「目标模板」下载填报表。')
      return cardMessage(await workbookCard(db, blobs, { state, asked, viewer }))
    },
  })

interface Open {
  readonly state: Exclude<WorkbookState, { status: 'unread' }>
  readonly asked: Asked
  readonly viewer: Viewer
}

async function workbookCard(db: Database, blobs: Blobs, { state, asked, viewer }: Open): Promise<Card> {
  const { name } = state
  const at = sayInstant(state.act.at)
  switch (state.status) {
    case 'unreadable':
      return goalWorkbookClosedCard({ what: 'unreadable', name, why: UNREADABLE[state.reason] })
    case 'applied':
      return goalWorkbookClosedCard({ what: 'applied', name, at, ...state.counts })
    case 'dropped':
      return goalWorkbookClosedCard({ what: 'dropped', name, at })
    case 'read': {
      const examined = await examineWorkbook(db, blobs, state, viewer)
      const view = { name: 'goal-workbook', params: { by: asked.by, file: asked.file } }
      if ('desk' in examined) return goalWorkbookSummaryCard(summaryFacts(examined, name, asked))
      const page = pageOf(examined.faults, FAULTS_A_PAGE, asked.page, view)
      const shown = page.items.map((fault) => ({ place: sayPlace(fault), text: sayProblem(fault) }))
      return goalWorkbookFaultsCard({ name, total: examined.faults.length, shown, turns: page.turns })
    }
  }
}
