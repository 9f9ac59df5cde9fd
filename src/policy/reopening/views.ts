/** Views `reopenings` (the list, with which the office opens and closes) and `phase-reopened` (what the unit is told). */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { phaseReopenedCard } from '../../../cards/phase-reopened.ts'
import { type ReopeningListFacts, reopeningListCard } from '../../../cards/reopening-list.ts'
import { pageOf } from '../../kernel/paging.ts'
import { sayDate } from '../../kernel/time.ts'
import { type ViewDefinition, viewOf } from '../../kernel/view.ts'
import { findUnit, getActor, listUnits } from '../../organization/queries.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import { called } from '../../organization/rules/called.ts'
import { isRatified } from '../../results/queries.ts'
import type { Database } from '../../store/database.ts'
import { findCurrentYear, findYear, type OpenYear } from '../queries.ts'
import type { UnitPhase } from '../rules/reopening.ts'
import { yearId } from '../subject.ts'
import { loadReopenings } from './list.ts'
import { reopeningWording } from './wording.ts'

const A_PAGE = 10
const MOST_ASKED = 6
const TITLE = '重新开放'

const said = (text: string): Message => ({
  kind: 'card',
  card: { title: TITLE, summary: text, elements: [{ tag: 'text', spans: [{ text }] }] },
})

export const reopeningsView = viewOf({
  name: 'reopenings',
  params: z.object({
    year: z.int().exactOptional(),
    /** Name or number of a unit, as typed. */
    words: z.string().max(60).exactOptional(),
    page: z.int().min(0).exactOptional(),
  }),
  about: ({ year }) => (year === undefined ? null : yearId(year)),
  async complete(db, asked) {
    const year = asked.year ?? (await findCurrentYear(db))?.year
    return year === undefined ? undefined : { name: 'reopenings', params: { ...asked, year } }
  },
  async render(db, asked, viewer) {
    const open = asked.year === undefined ? await findCurrentYear(db) : await findYear(db, asked.year)
    if (!open) return said('年度还没有开启，请等候领导小组办公室通知。')
    const [all, actor] = await Promise.all([loadReopenings(db, open, viewer), getActor(db, viewer)])
    const office = holds(actor, 'office')
    if (!office && all.length === 0)
      return said('没有为您的单位重新开放的阶段。如需补办，请联系领导小组办公室。')
    const wanted = office && asked.words !== undefined ? await unitsCalled(db, open, asked.words) : []
    if (wanted.length === 0 && asked.words !== undefined && office)
      return said(`没有找到「${asked.words}」，或已为它重新开放。请发送「重新开放」查看。`)
    const page = pageOf(all, A_PAGE, asked.page ?? 0, { name: 'reopenings', params: { year: open.year } })
    const facts: ReopeningListFacts = {
      ...{ year: open.year, phase: open.phase, total: all.length, office, asked: wanted },
      reopenings: page.items,
      barred: await barOf(db, open, actor),
      turns: page.turns,
    }
    return { kind: 'card', card: reopeningListCard(facts) }
  },
})

async function unitsCalled(db: Database, open: OpenYear, words: string) {
  const units = (await listUnits(db)).filter(({ id }) => open.reopened?.[id] === undefined)
  return called(units, words, ({ id }) => id)
    .slice(0, MOST_ASKED)
    .map(({ id, name }) => ({ unit: id, name }))
}

async function barOf(db: Database, open: OpenYear, actor: Actor): Promise<string> {
  if (!holds(actor, 'office')) return ''
  if (open.phase === 'setting') return '现在是第一个阶段，全部单位都可以办理，不必重新开放。'
  return open.phase === 'closed' || (await isRatified(db, open.year)) ? reopeningWording['frozen-year']() : ''
}

/** What can be said to do now in the reopened phase. */
const WORDS: { readonly [phase in UnitPhase]: string } = {
  setting: '填报目标',
  execution: '进展',
  assessment: '自评',
}

export const phaseReopenedView = viewOf({
  name: 'phase-reopened',
  params: z.object({
    year: z.int(),
    unit: z.string(),
    phase: z.enum(['setting', 'execution', 'assessment']),
    by: z.string(),
    /** Absent where it was closed. */
    reason: z.string().exactOptional(),
    until: z.string().nullable().exactOptional(),
  }),
  async render(db, { year, unit, phase, by, reason, until }, viewer) {
    const [found, actor] = await Promise.all([findUnit(db, unit), getActor(db, viewer)])
    const own = holds(actor, 'contact', unit) || holds(actor, 'head', unit)
    return {
      kind: 'card',
      card: phaseReopenedCard({
        ...{ year, unit: found?.name ?? unit, phase, by },
        opened: reason === undefined ? null : { reason, until: until ? sayDay(until) : '' },
        say: reason !== undefined && own ? WORDS[phase] : '',
      }),
    }
  },
})

const sayDay = (day: string): string => sayDate(day as Parameters<typeof sayDate>[0])

export const reopeningViews: readonly ViewDefinition[] = [reopeningsView, phaseReopenedView]
