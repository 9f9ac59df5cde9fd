import * as z from 'zod'
import type { Tone } from '../../../cards/kit.ts'
import { type ScoreListFacts, scoreListCard } from '../../../cards/score-list.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { sayWhenOpens } from '../../policy/calendar/queries.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import { phaseFor } from '../../policy/rules/reopening.ts'
import type { UnitTable } from '../../store/schema/organization.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { listAccounts } from '../account/queries.ts'
import { pageOf } from '../pages.ts'
import { listStandings, listUnitsAssessedBy, type Standing } from '../queries.ts'
import { barFor, isConvenorOf } from '../roles.ts'
import { entriesOf } from '../rules/sheet.ts'
import { saidInstead, sentenceOf, shown } from './said.ts'

const UNITS_A_PAGE = 15
type Row = ScoreListFacts['units'][number]

/** 打分, 合议: the units that the viewer assesses. */
export const assess = viewOf({
  name: 'assess',
  params: z.object({ page: z.int().default(1) }),
  async render(db, { page: asked }, viewer) {
    const [open, actor] = await Promise.all([findCurrentYear(db), getActor(db, viewer)])
    const all = await listUnitsAssessedBy(db, actor)
    if (!open) return saidInstead('考核打分', '年度还没有开启，请等候领导小组办公室通知。')
    if (all.length === 0) {
      return saidInstead('考核打分', '您目前不在考核工作组中；如有疑问，请联系领导小组办公室。')
    }
    if (open.phase === 'setting' || open.phase === 'execution') {
      const closed = sentenceOf({ code: 'closed-phase', phase: open.phase })
      return saidInstead('考核打分', closed + sayWhenOpens(open, 'assessment', viewer.today))
    }
    const { items, page, pages } = pageOf(all, asked, UNITS_A_PAGE)
    const ids = items.map((unit) => unit.id)
    const [standings, accounts] = await Promise.all([
      listStandings(db, open.year, ids, viewer.inNameOf),
      listAccounts(db, open.year, ids),
    ])
    const unsigned = new Set(accounts.filter((one) => one.status !== 'signed').map((one) => one.unit))
    const units = standings.flatMap((standing, i) => {
      const unit = items[i]
      return unit
        ? [rowOf(unit, standing, { actor, phase: phaseFor(open, unit.id), unsigned: unsigned.has(unit.id) })]
        : []
    })
    return shown(scoreListCard({ year: open.year, page, pages, units, member: viewer.inNameOf }))
  },
})

interface Looking {
  readonly actor: Actor
  readonly phase: Phase
  /** The unit has signed no account yet. */
  readonly unsigned: boolean
}

function rowOf(unit: UnitTable, standing: Standing, { actor, phase, unsigned }: Looking): Row {
  const at = { id: unit.id, name: unit.name }
  const bar = barFor(actor, unit)
  if (bar) {
    const why = bar === 'own-unit' ? '所在单位，回避' : '分管单位，回避'
    return { ...at, state: { text: why, tone: 'muted' }, opens: [] }
  }
  const { text, tone } = stateOf(standing)
  const awaits = unsigned && phase === 'assessment' && standing.assessment.status === 'open'
  const state = { text: awaits ? `${text}（单位未提交自评）` : text, tone }
  return { ...at, state, opens: opensOf(standing, isConvenorOf(actor, unit.kind), phase) }
}

function stateOf({ assessment, sheet }: Standing): { readonly text: string; readonly tone: Tone } {
  if (assessment.status === 'decided') return { text: '得分已形成', tone: 'green' }
  if (assessment.status === 'deliberating') return { text: '合议中', tone: 'blue' }
  switch (sheet.status) {
    case 'sent':
      return { text: '已提交评分表，等待合议', tone: 'plain' }
    case 'excused':
      return { text: '已登记缺席', tone: 'muted' }
    case 'draft':
      return { text: `评分表已填${Object.keys(entriesOf(sheet)).length}项，未提交`, tone: 'orange' }
    case 'empty':
    case 'closed':
      return { text: '还没有打分', tone: 'orange' }
  }
}

function opensOf({ assessment, sheet }: Standing, convenes: boolean, phase: Phase): Row['opens'] {
  const board = { text: '查看合议', view: 'deliberation' as const }
  if (assessment.status !== 'open') return [board]
  if (phase !== 'assessment') return []
  const own = { text: sheet.status === 'sent' ? '修改打分' : '打分', view: 'score-sheet' as const }
  const opening = convenes ? [{ ...board, text: '交表情况' }] : []
  return sheet.status === 'sent' || sheet.status === 'excused' ? [...opening, own] : [own, ...opening]
}
