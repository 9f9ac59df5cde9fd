/** The 权重系数表; and one that was sent back, as it stands. */
import * as z from 'zod'
import { coefficientWorkbookCard } from '../../../../cards/coefficient-workbook.ts'
import { type Card, line } from '../../../../cards/kit.ts'
import { workbookClosedCard, workbookFaultsCard } from '../../../../cards/workbook-sent.ts'
import { say } from '../../../kernel/chapter.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { holds, regimeOf } from '../../../organization/rules/actor.ts'
import type { Blobs } from '../../../store/blobs.ts'
import type { Database } from '../../../store/database.ts'
import type { SentState } from '../../../workbook/sent/rules/sent-workbook.ts'
import { loadCells, sentId, sentSubject } from '../../../workbook/sent/sent-workbook.ts'
import { askedYear, shown, unopened, yearParams } from '../../asked.ts'
import type { CoefficientCounts } from '../../rules/set-coefficients.ts'
import { policyWording } from '../../wording.ts'
import { listCoefficientRows } from '../list.ts'
import { type ExaminedCoefficients, sentCoefficients } from './sent.ts'
import { coefficientTemplate, TEMPLATE_NAME } from './template.ts'
import { NOUN, sayPlace, sayProblem, UNREADABLE } from './wording.ts'

const TITLE = '权重系数表'
const FAULTS_A_PAGE = 50
const UNITS_A_PAGE = 50

const noteCard = (text: string) => shown({ title: TITLE, summary: text, elements: [line(text)] })

export const coefficientTemplateView = viewOf({
  name: 'coefficient-template',
  params: z.object(yearParams),
  async render(db, { year }, viewer) {
    const open = await askedYear(db, year)
    if (!open) return unopened(TITLE)
    if (!holds(await getActor(db, viewer), 'office'))
      return noteCard('权重系数由领导小组办公室设置，请联系办公室。')
    const rows = await listCoefficientRows(db, open)
    if (rows.length === 0) return noteCard('没有设权重系数的单位。')
    return { kind: 'file', name: TEMPLATE_NAME, bytes: await coefficientTemplate(rows) }
  },
})

const params = z.object({ by: z.string(), file: z.string(), page: z.int().min(0).default(0) })
type Asked = z.infer<typeof params>

const { kind } = sentCoefficients
const subject = sentSubject<CoefficientCounts>(kind)

/** For its sender only. */
export const coefficientWorkbookView = (blobs: Blobs): ViewDefinition =>
  viewOf({
    name: kind,
    params,
    about: ({ by, file }) => sentId(kind, by, file),
    async render(db, asked, viewer) {
      const { state } = await foldSubject(db, subject, sentId(kind, asked.by, asked.file))
      if (state.status === 'unread' || asked.by !== viewer.inNameOf)
        return noteCard('这份系数表由发送它的人处理。要批量设置，请发送「系数模板」下载系数表。')
      return shown(await workbookCard(db, blobs, { state, asked, viewer }))
    },
  })

interface Open {
  readonly state: Exclude<SentState<CoefficientCounts>, { readonly status: 'unread' }>
  readonly asked: Asked
  readonly viewer: Viewer
}

async function workbookCard(db: Database, blobs: Blobs, { state, asked, viewer }: Open): Promise<Card> {
  const facts = { noun: NOUN, name: state.name }
  const at = sayInstant(state.signed.at)
  switch (state.status) {
    case 'unreadable':
      return workbookClosedCard({ ...facts, what: 'unreadable', why: UNREADABLE[state.reason] })
    case 'applied': {
      const { set, changed } = state.counts
      const next = { text: '查看系数', action: { send: 'coefficients', with: {} } } as const
      return workbookClosedCard({
        ...facts,
        ...{ what: 'applied', at, counts: `新设${set}个、更改${changed}个单位`, next },
      })
    }
    case 'dropped':
      return workbookClosedCard({ ...facts, what: 'dropped', at })
    case 'read': {
      const sheets = await loadCells<'coefficients'>(blobs, state.rows)
      return examinedCard(state.name, await sentCoefficients.examine(db, sheets, state.year, viewer), asked)
    }
  }
}

function examinedCard(name: string, examined: ExaminedCoefficients, { by, file, page }: Asked): Card {
  const view = { name: kind, params: { by, file } }
  if ('refusal' in examined) {
    const why = say(policyWording, examined.refusal) ?? '不能导入。'
    return workbookClosedCard({ noun: NOUN, name, what: 'refused', why })
  }
  if ('faults' in examined) {
    const { items, turns } = pageOf(examined.faults, FAULTS_A_PAGE, page, view)
    const found = items.map((fault) => ({ place: sayPlace(fault), text: sayProblem(fault) }))
    return workbookFaultsCard({ noun: NOUN, name, total: examined.faults.length, shown: found, turns })
  }
  const { proposal, digest, counts } = examined
  const { units, before, after } = proposal
  const { items, turns } = pageOf(Object.entries(after), UNITS_A_PAGE, page, view)
  const graded = [...units].filter(([, unit]) => regimeOf(unit.kind) === 'graded')
  return coefficientWorkbookCard({
    ...{ name, file, seen: digest, turns, set: counts?.set ?? 0, changed: counts?.changed ?? 0 },
    units: items.map(([unit, given]) => ({
      ...{ name: units.get(unit)?.name ?? unit, before: before[unit] ?? null, after: given },
    })),
    missing: graded.filter(([id]) => before[id] === undefined && after[id] === undefined).length,
  })
}
