/** View `digest`: a day's reminders, or, without a day, all that is before the person. */
import * as z from 'zod'
import { type DigestItem, digestCard } from '../../../../cards/digest.ts'
import { sayDay } from '../../../../cards/digest-words.ts'
import type { Button, Message } from '../../../../cards/kit.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { daysBetween, isLocalDate, type LocalDate, plusDays } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { loadInNames, loadOwn, type OwnReminders } from '../own.ts'
import { type Item, type ItemGroup, inOrder, toldIn } from '../rules/digest.ts'
import { isNear } from '../rules/digest-day.ts'
import { snoozeLimit } from '../rules/snooze.ts'
import { actOn, saySteps, sayWhat, sayWhen } from '../say-item.ts'
import { digestDay } from '../workdays.ts'

const ITEMS_A_PAGE = 6
const SHORT_SNOOZE_DAYS = 3

const aDay = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value))

/** `last`: the day of the digest before. */
interface Asked {
  readonly day: LocalDate | null
  readonly last: LocalDate | null
  readonly page: number
}

export const digestParams = z.object({
  day: aDay.nullable().default(null),
  last: aDay.nullable().default(null),
  page: z.int().min(0).default(0),
})

export const digestView = viewOf({
  name: 'digest',
  params: digestParams,
  async render(db, asked, viewer): Promise<Message> {
    const own = await loadOwn(db, viewer)
    return { kind: 'card', card: digestCard(await factsOf(db, own, asked, viewer)) }
  },
})

const NOTHING = { overdue: 0, raised: 0, soon: 0, standing: 0 } as const

async function factsOf(db: Database, own: OwnReminders | undefined, asked: Asked, viewer: Viewer) {
  const { day, last } = asked
  const items = own ? chosen(own, asked, viewer.today) : []
  const view = { name: 'digest', params: { day, last } }
  const page = pageOf(items, ITEMS_A_PAGE, asked.page, view)
  const inNames = await loadInNames(db, viewer, (theirs) => chosen(theirs, asked, viewer.today).length)
  const counts: { [group in ItemGroup]: number } = { ...NOTHING }
  for (const { group } of items) counts[group] += 1
  const shown = { ...asked, page: page.page }
  return {
    day: day && sayDay(day),
    counts,
    items: own ? page.items.map((item) => sayItem(item, own, shown, viewer.today)) : [],
    turns: page.turns,
    snoozed: own ? putOff(own, viewer.today).length : 0,
    inNames: inNames.map(({ principal, name, count }) => ({
      ...{ name, count },
      open: { send: 'digest', with: { day, last }, for: principal } as const,
    })),
    reportable: page.items.flatMap(reportableIn)[0] ?? null,
  }
}

/** What the day's digest tells; without a day everything that is near, put off or not. */
export function chosen(
  { items, snoozes, open }: OwnReminders,
  { day, last }: Asked,
  today: LocalDate,
): Item[] {
  const policy = open.policy.execution
  if (day === null) return inOrder(items.filter(({ matter }) => isNear(matter, today, policy)))
  return toldIn(items, snoozes, digestDay(last, day), policy)
}

/** What is put off to a later day and not done yet. */
export const putOff = ({ items, snoozes }: OwnReminders, today: LocalDate): Item[] =>
  inOrder(items.filter(({ matter }) => (snoozes.get(matter.key) ?? today) > today))

const reportableIn = ({ matter, rung }: Item): number[] =>
  rung === 0 && (matter.kind === 'goal' || matter.kind === 'silence') ? [matter.number] : []

function sayItem(item: Item, own: OwnReminders, asked: Asked, today: LocalDate): DigestItem {
  const { matter, group } = item
  const policy = own.open.policy.execution
  const until = own.snoozes.get(matter.key)
  const isOff = until !== undefined && until > today
  return {
    group,
    what: sayWhat(matter),
    unit: matter.unitName,
    when: sayWhen(matter, today, policy.silentDays),
    notes: [...saySteps(item), ...(isOff ? [`已延后至${sayDay(until)}`] : [])],
    buttons: [actOn(item, own.open.year), ...(isOff ? [] : snoozeButtons(item, own, asked, today))],
  }
}

function snoozeButtons(item: Item, own: OwnReminders, asked: Asked, today: LocalDate): Button[] {
  const { open, workdays } = own
  const limit = snoozeLimit(item, { policy: open.policy.execution, today, workdays })
  if (limit === undefined) return []
  const matter = item.matter.key
  const wished = plusDays(today, SHORT_SNOOZE_DAYS)
  const until = wished < limit ? wished : limit
  const form = { form: 'snooze', params: { matter, ...asked } }
  return [
    {
      text: `延后${daysBetween(today, until)}天`,
      action: { do: 'reminder.snooze', with: { matter, until, ...asked } },
    },
    ...(limit > until ? [{ text: '选日期', action: { show: 'form', with: form } as const }] : []),
  ]
}
