/** Views `standards` (all work items, kept by those who may) and `standard-changed` (what changed, for those it concerns). */
import * as z from 'zod'
import type { Action, Message } from '../../../cards/kit.ts'
import { type StandardChange, standardChangedCard } from '../../../cards/standard-changed.ts'
import { type StandardFacts, standardListCard } from '../../../cards/standard-list.ts'
import { pageOf } from '../../kernel/paging.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import {
  type Concerned,
  listConcerned,
  listUsedWorkItems,
  type UsedWorkItem,
} from '../../planning/queries/work-items.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import type { StandardChangeTable } from '../../store/schema/organization.ts'
import { getActor } from '../queries.ts'
import { keepsStandards } from '../rules/standard.ts'
import { SCHOOL } from '../subjects.ts'
import { aboutOf } from './news.ts'
import { type ChangeKey, type KeptItem, listKeptItems, listStandardChanges } from './queries.ts'

/** With standards of the greatest length more would not fit on one card. */
const PAGE_SIZE = 6

/** `item`: the one whose page is shown, where no page is asked for. */
export const standardsView = viewOf({
  name: 'standards',
  params: z.object({ page: z.int().exactOptional(), item: z.string().exactOptional() }),
  about: () => SCHOOL,
  async render(db, { page: asked, item }, viewer): Promise<Message> {
    const [actor, items, open] = await Promise.all([
      getActor(db, viewer),
      listKeptItems(db),
      findCurrentYear(db),
    ])
    const at = items.findIndex((one) => one.id === item)
    const wanted = asked ?? Math.floor(Math.max(0, at) / PAGE_SIZE)
    const page = pageOf(items, PAGE_SIZE, wanted, { name: 'standards', params: {} })
    const ids = page.items.map((one) => one.id)
    const used = open ? await listUsedWorkItems(db, open.year, ids) : []
    const keeps = keepsStandards(actor)
    return cardOf({
      total: items.length,
      items: page.items.map((one) => factsOf(one, used, keeps)),
      add: keeps ? formFor(null, 0) : null,
      turns: page.turns,
    })
  },
})

const cardOf = (facts: Parameters<typeof standardListCard>[0]): Message => ({
  kind: 'card',
  card: standardListCard(facts),
})

const formFor = (item: string | null, seen: number): Action => ({
  send: 'form',
  with: { form: 'standard', params: { item, seen } },
})

function factsOf(item: KeptItem, used: readonly UsedWorkItem[], keeps: boolean): StandardFacts {
  const { id, name, standard, version } = item
  const ofItem = used.filter((one) => one.item === id)
  const fixed = ofItem.some((one) => one.ratified)
  const open = keeps && !fixed
  return {
    ...{ name, standard, fixed, units: ofItem.length },
    change: open ? formFor(id, version) : null,
    end: open ? { do: 'standard.end', with: { item: id, seen: version } } : null,
  }
}

const changedParams = z.object({
  year: z.int(),
  changes: z.array(z.object({ item: z.string(), version: z.int() })),
})

/** Standards are no secret; which units a change concerns is said to those who have to do with them. */
export const standardChangedView = viewOf({
  name: 'standard-changed',
  params: changedParams,
  about: ({ changes }) => aboutOf(changes),
  async render(db, { year, changes: keys }, viewer): Promise<Message> {
    const [changes, items, mine] = await Promise.all([
      listStandardChanges(db, keys),
      listKeptItems(db),
      listMine(db, year, keys, viewer),
    ])
    return {
      kind: 'card',
      card: standardChangedCard({
        changes: changes.map((one) => changeFacts(one, items, mine)),
        next: nextOf(year, mine),
      }),
    }
  },
})

async function listMine(
  db: Database,
  year: number,
  keys: readonly ChangeKey[],
  { inNameOf, today }: Viewer,
): Promise<Concerned[]> {
  const items = keys.map((one) => one.item)
  return (await listConcerned(db, year, items, today)).filter((one) => one.person === inNameOf)
}

function changeFacts(
  change: StandardChangeTable,
  items: readonly KeptItem[],
  mine: readonly Concerned[],
): StandardChange {
  const { item, name, before, after, by_name: by, at } = change
  const units = mine.filter((one) => one.item === item).map((one) => one.unit)
  const present = items.find((one) => one.id === item)?.standard
  return {
    ...{ name, before, after, by },
    at: sayInstant(at),
    units: [...new Set(units)],
    outdated: present !== after,
  }
}

function nextOf(year: number, mine: readonly Concerned[]) {
  if (mine.some((one) => one.part === 'leader')) {
    const action = { show: 'plans-to-review', with: {} }
    return { text: '审核中的目标已按新标准更新，请以最新卡片为准。', button: '去审核', action }
  }
  const action = { show: 'my-goals', with: { year } }
  return { text: '有关目标的评价标准已随之更新，不必重新填报。', button: '查看目标', action }
}
