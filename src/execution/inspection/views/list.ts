/** `inspections`: what the viewer may begin, and the year's inspections as far as the viewer sees them. */
import * as z from 'zod'
import { inspectionListCard } from '../../../../cards/inspection-list.ts'
import type { Button } from '../../../../cards/kit.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { localDateOf, sayDate } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import type { Actor } from '../../../organization/rules/actor.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import { asCard, told } from '../../views/told.ts'
import { listBodies } from '../queries/bodies.ts'
import { type ListedInspection, listInspections } from '../queries/inspections.ts'
import { inspectionReach } from '../reach.ts'
import { type Body, bodiesOf, convenes } from '../rules/body.ts'

const PAGE = 10

export const inspectionsView = viewOf({
  name: 'inspections',
  params: z.object({
    kind: z.enum(['visit', 'check', '']).default(''),
    page: z.int().min(0).default(0),
  }),
  async render(db, { kind, page: wanted }, viewer) {
    const [open, actor] = await Promise.all([findCurrentYear(db), getActor(db, viewer)])
    if (!open) return told('督导检查', '还没有开启的年度。')
    const [bodies, all] = await Promise.all([
      open.phase === 'execution' ? listBodies(db, bodiesOf(actor)) : [],
      listInspections(db, open.year, inspectionReach(actor), kind),
    ])
    const { items, turns } = pageOf(all, PAGE, wanted, { name: 'inspections', params: { kind } })
    return asCard(
      inspectionListCard({
        year: open.year,
        bodies: bodies.map((body) => ({ name: body.name, begin: beginButtons(body, actor) })),
        total: all.length,
        rows: items.map(rowOf),
        turns,
        more: moreButtons(actor),
      }),
    )
  },
})

function beginButtons(body: Body, actor: Actor): Button[] {
  const begin = (kind: 'visit' | 'check') =>
    ({ show: 'inspection-begin', with: { kind, unit: '', body: body.id } }) as const
  return [
    { text: '安排调研', style: 'primary', action: begin('visit') },
    ...(convenes(actor, body) ? [{ text: '公布抽查', action: begin('check') }] : []),
  ]
}

const moreButtons = (actor: Actor): Button[] => [
  { text: '督查发现', action: { show: 'findings', with: {} } },
  { text: '整改情况', action: { show: 'findings', with: { kind: 'rectifications' } } },
  ...(bodiesOf(actor).length > 0
    ? [{ text: '我的记录', action: { show: 'finding-notes', with: {} } } as const]
    : []),
]

function rowOf(row: ListedInspection) {
  const { id, kind, number, status, body_name, unit_name, units, held_on, moved_at } = row
  return {
    ...{ kind, number, status, body: body_name ?? '' },
    whom: unit_name === null ? '' : `${unit_name}${units > 1 ? `等 ${units} 个单位` : ''}`,
    day: sayDate(held_on ?? localDateOf(moved_at)),
    open: { show: 'inspection', with: { inspection: id } } as const,
  }
}
