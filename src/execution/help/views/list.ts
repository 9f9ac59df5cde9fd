import * as z from 'zod'
import { type HelpListFacts, helpListCard } from '../../../../cards/help-list.ts'
import type { Button } from '../../../../cards/kit.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { holds } from '../../../organization/rules/actor.ts'
import type { Database } from '../../../store/database.ts'
import { listOwnUnits } from '../../access.ts'
import { countHelp, type HelpList, type HelpRow, listHelp } from '../../queries/help.ts'
import { asCard, told } from '../../views/told.ts'
import { heldKeys, holderOf, neverOf, ownOf } from '../rules/holder.ts'
import { isOverdue, openRequest, sayDay, sayHolder } from '../say-help.ts'

const PER_PAGE = 8

const KINDS = ['to-answer', 'closed', 'asked', 'overdue'] as const
type Kind = (typeof KINDS)[number]

const NAMES: { readonly [kind in Kind]: { readonly title: string; readonly none: string } } = {
  'to-answer': { title: '待我答复', none: '没有等您答复的求助。' },
  closed: { title: '已办结', none: '还没有办结的求助。' },
  asked: { title: '本单位', none: '本单位还没有求助。' },
  overdue: { title: '全校逾期', none: '没有逾期未答复的求助。' },
}

const NOBODY = '您这里没有求助。求助由各单位联络员或负责人发出，由工作组、分管校领导等答复。'

/** `help-list`: 求助记录: what waits for the person, what was answered, what the own unit asked; for the office all that is late. */
export const helpListView = viewOf({
  name: 'help-list',
  params: z.object({ kind: z.enum(KINDS).exactOptional(), page: z.int().min(0).default(0) }),
  async render(db, { kind: wanted, page }, viewer) {
    const lists = await listsFor(db, viewer)
    const kind = wanted ?? (await firstKind(db, lists))
    const list = kind === undefined ? undefined : lists.get(kind)
    if (kind === undefined || !list) return told('求助', NOBODY)
    return asCard(helpListCard(await factsOf(db, { kind, list, lists, page }, viewer)))
  },
})

/** The lists that concern the person, in the order of their buttons. */
async function listsFor(db: Database, viewer: Viewer): Promise<ReadonlyMap<Kind, HelpList>> {
  const [actor, units] = await Promise.all([getActor(db, viewer), listOwnUnits(db, viewer)])
  const holders = heldKeys(actor)
  return new Map<Kind, HelpList>([
    ...(holders.length > 0
      ? [
          ['to-answer', { kind: 'to-answer', holders, own: ownOf(actor), never: neverOf(actor) }] as const,
          ['closed', { kind: 'closed', holders }] as const,
        ]
      : []),
    ...(units.length > 0 ? [['asked', { kind: 'asked', units: units.map(({ id }) => id) }] as const] : []),
    ...(holds(actor, 'office') ? [['overdue', { kind: 'overdue', today: viewer.today }] as const] : []),
  ])
}

/** What waits for the person comes first, else what the own unit asked. */
async function firstKind(db: Database, lists: ReadonlyMap<Kind, HelpList>): Promise<Kind | undefined> {
  const waiting = lists.get('to-answer')
  if (waiting && (await countHelp(db, waiting)) > 0) return 'to-answer'
  return lists.has('asked') ? 'asked' : [...lists.keys()][0]
}

interface Shown {
  readonly kind: Kind
  readonly list: HelpList
  readonly lists: ReadonlyMap<Kind, HelpList>
  readonly page: number
}

async function factsOf(
  db: Database,
  { kind, list, lists, page: wanted }: Shown,
  { today }: Viewer,
): Promise<HelpListFacts> {
  const total = await countHelp(db, list)
  const view = { name: 'help-list', params: { kind } }
  const { page, turns } = pageOf(Array.from({ length: total }), PER_PAGE, wanted, view)
  const rows = await listHelp(db, list, { from: page * PER_PAGE, size: PER_PAGE })
  const others = [...lists.keys()].filter((one) => one !== kind)
  return {
    ...NAMES[kind],
    total,
    items: rows.map((row) => itemOf(row, today)),
    others: others.map(
      (one): Button => ({ text: NAMES[one].title, action: { show: 'help-list', with: { kind: one } } }),
    ),
    turns,
    asks: lists.has('asked'),
  }
}

function itemOf(row: HelpRow, today: Viewer['today']): HelpListFacts['items'][number] {
  const holder = sayHolder(holderOf(row))
  const open = row.status === 'open'
  return {
    goal: `${row.unit_name} 目标${row.goal_number} ${row.title}`,
    words: row.words,
    status: row.status,
    overdue: isOverdue(row, today),
    standing: open
      ? `由${holder}在 ${sayDay(row.due_on)}前答复`
      : `${holder}，${sayInstant(row.moved_at)} 办结`,
    open: openRequest(row.goal, row.number),
  }
}
