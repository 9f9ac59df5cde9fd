/** What the platform freezes after 14 days: only what came unasked and still asks for something is worth another message, and one. */
import { asks } from '../../cards/asks.ts'
import type { View } from '../kernel/command.ts'
import type { PersonId } from '../kernel/ids.ts'
import { type Instant, localDateOf, localHourOf } from '../kernel/time.ts'
import { isWorkingDay } from '../kernel/working-days.ts'
import { sayError } from '../log.ts'
import type { DigestHours } from '../policy/queries.ts'
import type { DeliverDeps } from './way.ts'

/** Nobody is woken for a card that is only growing old: on working days, in the local hours of the year's policy. */
export function isDaytime(at: Instant, { from, until }: DigestHours): boolean {
  const hour = localHourOf(at)
  return isWorkingDay(localDateOf(at)) && hour >= from && hour < until
}

/** Neither an answer to the person's own words, nor sent anew already. */
export const isNotice = (key: string): boolean => !/^send:(?:reply|renew):/.test(key)

/** Whether the person's card, as it stands now, still waits for an act: it has a form, or a button to act first of all. */
export async function stillAsks(deps: DeliverDeps, view: View, person: PersonId): Promise<boolean> {
  try {
    return asks(await deps.render(view, person))
  } catch (error) {
    deps.log.warn({ view: view.name, ...sayError(error) }, 'ageing card could not be drawn')
    return false
  }
}
