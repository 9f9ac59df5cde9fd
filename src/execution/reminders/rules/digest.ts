/** Who is told what in one digest: each person once, each matter once a person, the most urgent first. */
import type { GoalId, PersonId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { type DigestDay, isToldOn, type ReminderPolicy } from './digest-day.ts'
import type { Step } from './escalation.ts'
import { isOverdue, isStanding, type Matter, type ReminderDuty } from './matter.ts'

/** In this order: overdue, gone up to the person, due soon, long without a word. */
export type ItemGroup = 'overdue' | 'raised' | 'soon' | 'standing'

export interface Item {
  readonly matter: Matter
  readonly group: ItemGroup
  /** The person's place in the chain; 0 for whoever has to do it. */
  readonly rung: number
  readonly duty: ReminderDuty | null
  /** Every step that was taken so far. */
  readonly steps: readonly Step[]
}

/** Each person's matters, whether they are told today or not. `stepsOf`: of the matter as it is due now. */
export function itemsOf(
  matters: readonly Matter[],
  stepsOf: (matter: Matter) => readonly Step[],
  today: LocalDate,
): Map<PersonId, Item[]> {
  const people = new Map<PersonId, Item[]>()
  for (const matter of matters) {
    const steps = stepsOf(matter)
    const heard = new Set<PersonId>()
    for (const [rung, { people: told }] of matter.chain.entries()) {
      if (rung > 0 && rung >= steps.length) break
      for (const { id, duty } of told) {
        if (heard.has(id)) continue
        heard.add(id)
        const item = { matter, group: groupOf(matter, rung, today), rung, duty, steps }
        const own = people.get(id)
        if (own) own.push(item)
        else people.set(id, [item])
      }
    }
  }
  return people
}

function groupOf(matter: Matter, rung: number, today: LocalDate): ItemGroup {
  if (rung > 0) return 'raised'
  if (isStanding(matter)) return 'standing'
  return isOverdue(matter, today) ? 'overdue' : 'soon'
}

/** Until when a person put off which matter. */
export type Snoozes = ReadonlyMap<string, LocalDate>

/** What of one person's matters is told in this digest, the most urgent first. */
export function toldIn(
  items: readonly Item[],
  snoozes: Snoozes,
  day: DigestDay,
  policy: Pick<ReminderPolicy, 'remindDaysBefore' | 'remindAgainDays'>,
): Item[] {
  const isOff = ({ matter }: Item): boolean => (snoozes.get(matter.key) ?? day.today) > day.today
  const off = goalsOf(items.filter(isOff))
  return inOrder(
    items.filter((item) => {
      const { matter } = item
      if (isOff(item)) return false
      if (wentUpOn(item, day)) return true
      // Whoever puts a goal off does not want to hear of its silence instead.
      if (matter.kind === 'silence' && off.has(matter.goal)) return false
      return (snoozes.get(matter.key) ?? day.last) > day.last || isToldOn(matter, day, policy)
    }),
  )
}

const goalsOf = (items: readonly Item[]): ReadonlySet<GoalId> =>
  new Set(items.flatMap(({ matter }) => (matter.kind === 'goal' ? [matter.goal] : [])))

/** It went up since the last digest: whoever hears of it now, and whoever was passed over, is told at once. */
const wentUpOn = ({ steps }: Item, { last, today }: DigestDay): boolean =>
  steps.some(({ on }, step) => step > 0 && last < on && on <= today)

const ORDER: readonly ItemGroup[] = ['overdue', 'raised', 'soon', 'standing']

/** The most urgent first; of a goal that is told of anyway, no second line for its silence. */
export function inOrder(items: readonly Item[]): Item[] {
  const goals = goalsOf(items)
  return items
    .filter(({ matter }) => matter.kind !== 'silence' || !goals.has(matter.goal))
    .toSorted(
      (left, right) =>
        ORDER.indexOf(left.group) - ORDER.indexOf(right.group) ||
        compare(left.matter.dueOn, right.matter.dueOn) ||
        compare(left.matter.key, right.matter.key),
    )
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** Duties that a person gave away for the day; `all` for every one. */
export interface Given {
  readonly principal: PersonId
  readonly name: string
  readonly delegate: PersonId
  readonly duties: readonly { readonly role: string; readonly scope: string }[]
}

/** Whether the delegate may act on it in the principal's name. */
export function coveredBy({ duty }: Pick<Item, 'duty'>, { duties }: Pick<Given, 'duties'>): boolean {
  if (duty === null) return false
  const { role, scope } = duty
  return duties.some(
    (given) =>
      given.role === 'all' ||
      (given.role === role && (role === 'leader' || scope === undefined || given.scope === scope)),
  )
}
