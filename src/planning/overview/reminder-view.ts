/** Views `planning-reminder`, with which the office reminds, and `planning-digest`, the reminder itself. */
import * as z from 'zod'
import type { Action, Message } from '../../../cards/kit.ts'
import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import { planningDigestCard } from '../../../cards/planning-overview-digest.ts'
import { planningReminderCard, type ReminderFacts } from '../../../cards/planning-overview-reminder.ts'
import { sayTask, sayWho } from '../../../cards/planning-overview-words.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import { pageOf } from '../../kernel/paging.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findYear, type OpenYear } from '../../policy/queries.ts'
import { isAnyIn } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import { currentYear } from '../views/asked.ts'
import { cardMessage, noYear, sentenceCard } from '../views/notice.ts'
import { latePeople, loadProgress, type PeopledWait, type UnitProgress, waitsByAge } from './progress.ts'
import { listNames } from './queries.ts'
import { type ReminderState, remindedOn } from './rules/reminder.ts'
import { reminderId, reminderSubject } from './subject.ts'

const TITLE = '目标订立催办'
const DAYS = [0, 3, 7] as const
const ITEMS_A_PAGE = 8

export const planningReminderView = viewOf({
  name: 'planning-reminder',
  params: z.object({ year: z.int().exactOptional() }),
  about: ({ year }) => (year === undefined ? null : reminderId(year)),
  async complete(db, asked) {
    const year = asked.year ?? (await currentYear(db))
    return year === undefined ? undefined : { name: 'planning-reminder', params: { year } }
  },
  async render(db, asked, viewer): Promise<Message> {
    const year = asked.year ?? (await currentYear(db))
    const open = year === undefined ? undefined : await findYear(db, year)
    if (open === undefined) return noYear(TITLE)
    const actor = await getActor(db, viewer)
    if (!holds(actor, 'office')) {
      return sentenceCard(TITLE, '催办由领导小组办公室发出。您的待办请发送「待办」查看。')
    }
    if (!isAnyIn(open, 'setting')) {
      const now = `现在是「${PHASE_NAMES[open.phase]}」阶段，目标订立已结束，不再催办。`
      return sentenceCard(TITLE, now)
    }
    return cardMessage(planningReminderCard(await reminderFacts(db, open, viewer)))
  },
})

async function reminderFacts(db: Database, open: OpenYear, viewer: Viewer): Promise<ReminderFacts> {
  const { year } = open
  const [units, { state }] = await Promise.all([
    loadProgress(db, open, viewer.today),
    foldSubject(db, reminderSubject, reminderId(year)),
  ])
  const before = new Set(remindedOn(state, viewer.today))
  const choices = DAYS.map((days) => {
    const late = latePeople(units, days).filter((one) => !before.has(one.person))
    return { days, people: late.length, items: late.reduce((sum, one) => sum + one.items, 0) }
  })
  const differing = choices.filter(({ people, items }, position) => {
    const wider = choices[position - 1]
    return wider === undefined || wider.people !== people || wider.items !== items
  })
  return {
    ...{ year, choices: differing, today: before.size },
    last: await lastFacts(db, state),
    vacant: vacantOf(units),
  }
}

async function lastFacts(db: Database, state: ReminderState): Promise<ReminderFacts['last']> {
  if (state.status === 'none') return null
  const { act, days, told, skipped } = state.last
  return {
    ...{ by: act.name, at: sayInstant(act.at), days, people: told.length },
    items: told.reduce((sum, one) => sum + one.items, 0),
    skipped: await listNames(db, skipped),
  }
}

function vacantOf(units: readonly UnitProgress[]): string[] {
  return units.flatMap(({ name, waits }) =>
    waits.filter((wait) => wait.people.length === 0).map((wait) => `${name}：${vacantText(wait)}`),
  )
}

const vacantText = (wait: PeopledWait): string =>
  wait.roles.includes('office') ? sayTask(wait) : `${sayTask(wait)}，${sayWho(wait)}`

export const planningDigestView = viewOf({
  name: 'planning-digest',
  params: z.object({ year: z.int(), page: z.int().exactOptional() }),
  async render(db, { year, page: wanted }, viewer): Promise<Message> {
    const open = await findYear(db, year)
    const units = open && isAnyIn(open, 'setting') ? await loadProgress(db, open, viewer.today) : []
    const items = waitsByAge(units)
      .filter(({ wait }) => wait.people.some((one) => one.id === viewer.inNameOf))
      .map(({ unit, wait }) => ({ ...wait, unit: unit.name, open: openingOf(year, unit.unit, wait) }))
    const page = pageOf(items, ITEMS_A_PAGE, wanted ?? 0, { name: 'planning-digest', params: { year } })
    return cardMessage(
      planningDigestCard({ year, total: items.length, items: page.items, turns: page.turns }),
    )
  },
})

function openingOf(year: Year, unit: UnitId, { task }: PeopledWait): Action {
  const params = { year, unit }
  switch (task) {
    case 'draft':
    case 'revise':
    case 'send':
      return { send: 'draft-goal', with: params }
    case 'review':
      return { send: 'plan-review', with: params }
    case 'ratify':
      return { send: 'plan-ratify', with: params }
    case 'appoint-leader':
    case 'appoint-group':
      return { send: 'planning-overview', with: { year } }
  }
}
