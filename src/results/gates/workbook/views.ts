/** The 一票否决报告表 of the viewer; and one that was sent back, as it stands. */
import * as z from 'zod'
import { gateWorkbookClosedCard } from '../../../../cards/gate-workbook-closed.ts'
import { gateWorkbookFaultsCard } from '../../../../cards/gate-workbook-faults.ts'
import { gateWorkbookSummaryCard } from '../../../../cards/gate-workbook-summary.ts'
import type { Card, Message } from '../../../../cards/kit.ts'
import { resultNoteCard } from '../../../../cards/result-note.ts'
import { say } from '../../../kernel/chapter.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Blobs } from '../../../store/blobs.ts'
import type { Database } from '../../../store/database.ts'
import type { SentState } from '../../../workbook/sent/rules/sent-workbook.ts'
import { loadCells, sentId, sentSubject } from '../../../workbook/sent/sent-workbook.ts'
import type { GateCounts } from '../../rules/gate.ts'
import { resultsWording } from '../../wording.ts'
import { findGateDesk } from './desk.ts'
import { type ExaminedGates, sentGates } from './sent.ts'
import { gateTemplate, TEMPLATE_NAME } from './template.ts'
import { sayPlace, sayProblem, UNREADABLE } from './wording.ts'

const FAULTS_A_PAGE = 50
const TITLE = '一票否决报告表'

const noteOf = (text: string): Message => ({ kind: 'card', card: resultNoteCard({ title: TITLE, text }) })

export const gateTemplateView = viewOf({
  name: 'gate-template',
  params: z.object({ year: z.int().exactOptional() }),
  async render(db, { year }, viewer) {
    const desk = await findGateDesk(db, year, viewer)
    if (!desk) return noteOf('年度还没有开启，请等候领导小组办公室通知。')
    if (desk.areas.length === 0) return noteOf('一票否决由牵头部门报告，您没有要办理的事项。')
    return { kind: 'file', name: TEMPLATE_NAME, bytes: await gateTemplate(desk) }
  },
})

const params = z.object({ by: z.string(), file: z.string(), page: z.int().min(0).default(0) })
type Asked = z.infer<typeof params>

const { kind } = sentGates
const subject = sentSubject<GateCounts>(kind)

/** For its sender only. */
export const gateWorkbookView = (blobs: Blobs): ViewDefinition =>
  viewOf({
    name: kind,
    params,
    about: ({ by, file }) => sentId(kind, by, file),
    async render(db, asked, viewer) {
      const { state } = await foldSubject(db, subject, sentId(kind, asked.by, asked.file))
      if (state.status === 'unread' || asked.by !== viewer.inNameOf)
        return noteOf('这份报告表由发送它的人处理。要批量报告，请发送「关口模板」下载报告表。')
      return { kind: 'card', card: await workbookCard(db, blobs, state, asked, viewer) }
    },
  })

async function workbookCard(
  db: Database,
  blobs: Blobs,
  state: Exclude<SentState<GateCounts>, { readonly status: 'unread' }>,
  asked: Asked,
  viewer: Viewer,
): Promise<Card> {
  const { name } = state
  const at = sayInstant(state.signed.at)
  switch (state.status) {
    case 'unreadable':
      return gateWorkbookClosedCard({ what: 'unreadable', name, why: UNREADABLE[state.reason] })
    case 'applied':
      return gateWorkbookClosedCard({ what: 'applied', name, at, ...state.counts })
    case 'dropped':
      return gateWorkbookClosedCard({ what: 'dropped', name, at })
    case 'read':
      return examinedCard(
        name,
        await sentGates.examine(db, await loadCells(blobs, state.rows), state.year, viewer),
        asked,
      )
  }
}

function examinedCard(name: string, examined: ExaminedGates, asked: Asked): Card {
  const { by, file } = asked
  if ('refusal' in examined) {
    const why = say(resultsWording, examined.refusal) ?? '不能报告。'
    return gateWorkbookClosedCard({ what: 'refused', name, why })
  }
  if ('faults' in examined) {
    const view = { name: kind, params: { by, file } }
    const page = pageOf(examined.faults, FAULTS_A_PAGE, asked.page, view)
    const shown = page.items.map((fault) => ({ place: sayPlace(fault), text: sayProblem(fault) }))
    return gateWorkbookFaultsCard({ name, total: examined.faults.length, shown, turns: page.turns })
  }
  const { digest, counts } = examined
  const { desk, areas } = examined.proposal
  const names = new Map(desk.units.map((unit) => [unit.id, unit.name]))
  return gateWorkbookSummaryCard({
    ...{ name, file, seen: digest, pass: 0, fail: 0, ...counts },
    areas: areas.map(({ area, events }) => {
      const verdicts = events.flatMap((event) => (event.type === 'gate.reported' ? event.verdicts : []))
      const known = area.head.state.verdicts
      const after = { ...known, ...Object.fromEntries(verdicts.map((one) => [one.unit, one])) }
      return {
        name: area.area.name,
        pass: verdicts.filter((one) => one.verdict === 'pass').length,
        fails: verdicts
          .filter((one) => one.verdict === 'fail')
          .map(({ unit, reason }) => ({ unit: names.get(unit) ?? unit, reason })),
        changed: verdicts
          .filter(({ unit, verdict }) => known[unit] !== undefined && known[unit].verdict !== verdict)
          .map(({ unit }) => names.get(unit) ?? unit),
        silent: desk.units.filter((unit) => after[unit.id] === undefined).length,
      }
    }),
  })
}
