/** `findings`: what was published, or what is to be put right, as far as the viewer sees it; `finding-notes`: the viewer's own notes. */
import * as z from 'zod'
import { inspectionFindingListCard } from '../../../../cards/inspection-finding-list.ts'
import type { Button } from '../../../../cards/kit.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { type LocalDate, sayDate } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import { type ListedFinding, listFindingIds, listFindingsById } from '../../queries/findings.ts'
import { asCard, told } from '../../views/told.ts'
import { type KeptNote, listNotes } from '../queries/notes.ts'
import { findingReach } from '../reach.ts'
import { isOverdue } from '../rules/finding.ts'

const PAGE = 8

const LIST: Button = { text: '督查列表', action: { show: 'inspections', with: {} } }

export const findingsView = viewOf({
  name: 'findings',
  params: z.object({
    kind: z.enum(['all', 'rectifications']).default('all'),
    /** Of one inspection; '' for all. */
    inspection: z.string().default(''),
    page: z.int().min(0).default(0),
  }),
  async render(db, { kind, inspection, page: wanted }, viewer) {
    const title = kind === 'all' ? '督查发现' : '整改情况'
    const [open, actor] = await Promise.all([findCurrentYear(db), getActor(db, viewer)])
    if (!open) return told(title, '还没有开启的年度。')
    // What is listed of another year's inspection is that year's.
    const year = inspection === '' ? open.year : Number(inspection.split(':')[1])
    const ids = await listFindingIds(db, year, await findingReach(db, actor), { kind, inspection })
    const { items, turns } = pageOf(ids, PAGE, wanted, { name: 'findings', params: { kind, inspection } })
    const [rows, all] = await Promise.all([listFindingsById(db, items), listFindingsById(db, ids)])
    return asCard(
      inspectionFindingListCard({
        ...{ title, total: ids.length, turns },
        nothing: kind === 'all' ? '还没有与您有关的督查发现。' : '没有与您有关的整改。',
        overdue: all.filter((one) => isLate(one, viewer.today)).length,
        rows: rows.map((one) => rowOf(one, viewer.today)),
        more: [LIST],
      }),
    )
  },
})

const isLate = ({ status, due_on }: ListedFinding, today: LocalDate): boolean =>
  isOverdue({ status, dueOn: due_on }, today)

function rowOf(one: ListedFinding, today: LocalDate) {
  const { id, number, unit_name, goal_number, goal_title, kind, severity, fact, status, due_on } = one
  return {
    ...{ number, unit: unit_name, kind, severity, fact, status, overdue: isLate(one, today) },
    goal: goal_number === null ? '' : `目标${goal_number} ${goal_title ?? ''}`,
    due: status === 'open' && due_on !== null ? sayDate(due_on) : '',
    open: { show: 'finding', with: { finding: id } } as const,
  }
}

/** For the one who looks; never in another's name. */
export const findingNotesView = viewOf({
  name: 'finding-notes',
  params: z.object({ page: z.int().min(0).default(0) }),
  async render(db, { page: wanted }, viewer) {
    const notes = await listNotes(db, viewer.by)
    const { items, turns } = pageOf(notes, PAGE, wanted, { name: 'finding-notes', params: {} })
    return asCard(
      inspectionFindingListCard({
        ...{ title: '我的检查记录', total: notes.length, overdue: 0, turns },
        nothing: '没有未发布的记录。打开一次检查，点「记录发现」即可记录。',
        rows: items.map(noteRow),
        more: [LIST],
      }),
    )
  },
})

function noteRow({ id, note }: KeptNote) {
  const { unitName, goal, kind, severity, fact, dueOn } = note
  return {
    ...{ number: Number(id.split(':')[2]), unit: unitName, kind, fact, status: null, overdue: false },
    severity: kind === 'good' ? null : severity,
    goal: goal ? `目标${goal.number} ${goal.title}` : '',
    due: kind === 'rectification' && dueOn !== null ? sayDate(dueOn) : '',
    open: { show: 'finding', with: { finding: id } } as const,
  }
}
