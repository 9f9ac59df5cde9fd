/** `appeals`: the year's appeals that the viewer may see. */
import * as z from 'zod'
import { appealListCard } from '../../../../cards/appeal-list.ts'
import type { Message } from '../../../../cards/kit.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { getActor, listUnits } from '../../../organization/queries.ts'
import { type Actor, holds, isLeaderOf, scopesOf } from '../../../organization/rules/actor.ts'
import { findCurrentYear, findYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { listUnitsAssessedBy } from '../../queries.ts'
import { barFor } from '../../roles.ts'
import { statusOfRow } from '../../views/feedback-answer.ts'
import { saidInstead, shown } from '../../views/said.ts'
import { countAnswers, type ListedAppeal, listAppeals } from '../queries.ts'
import { ageOf } from '../say.ts'

const A_PAGE = 10

export const appealListView = viewOf({
  name: 'appeals',
  ofYear: true,
  params: z.object({ year: z.int().exactOptional(), page: z.int().min(0).exactOptional() }),
  async render(db, { year: asked, page }, viewer): Promise<Message> {
    const [open, actor] = await Promise.all([
      asked === undefined ? findCurrentYear(db) : findYear(db, asked),
      getActor(db, viewer),
    ])
    if (!open) return saidInstead('申诉', '年度还没有开启，请等候领导小组办公室通知。')
    const { year, policy } = open
    const rows = await rowsFor(db, year, actor)
    const shownPage = pageOf(rows, A_PAGE, page ?? 0, { name: 'appeals', params: { year } })
    const own = scopesOf(actor, 'contact', 'head')
    const [unit] = own
    const counts = holds(actor, 'office')
      ? await countAnswers(db, year, viewer.today, policy.appealDays)
      : null
    return shown(
      appealListCard({
        year,
        appeals: shownPage.items.map((row) => facts(row, viewer)),
        turns: shownPage.turns,
        waiting: rows.filter(isWaiting).length,
        unanswered: counts,
        next:
          unit === undefined
            ? null
            : { text: '查看本单位考核反馈', action: { show: 'feedback', with: { year, unit } } },
      }),
    )
  },
})

const isWaiting = ({ status }: ListedAppeal): boolean => status !== 'decided' && status !== 'withdrawn'

/** The own unit's with drafts; the units in charge; the group's once it had them; for office and leading group all. */
async function rowsFor(db: Database, year: number, actor: Actor): Promise<readonly ListedAppeal[]> {
  const own = scopesOf(actor, 'contact', 'head')
  const all = holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')
  const units = await listUnits(db)
  const assessed = await listUnitsAssessedBy(db, actor)
  const inGroup = new Set(assessed.filter((unit) => !barFor(actor, unit)).map((unit) => unit.id))
  const mine = new Set(
    units.filter((one) => all || own.includes(one.id) || isLeaderOf(actor, one.id)).map((one) => one.id),
  )
  const rows = await listAppeals(db, year, [...new Set([...mine, ...inGroup])], own)
  return rows.filter((row) => mine.has(row.unit) || row.group_had_it === 1)
}

const facts = (row: ListedAppeal, { today }: Viewer) => ({
  unit: row.name,
  number: row.number,
  status: statusOfRow(row),
  items: row.items,
  age: isWaiting(row) ? ageOf(row.moved_at, today) : '',
  open: { show: 'appeal', with: { year: row.year, unit: row.unit, number: row.number } } as const,
})
