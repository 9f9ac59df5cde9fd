/** What the platform freezes after 14 days: only what came unasked and still asks for something is worth another message, and one. */
import type { Card, Element, FieldElement, Message } from '../../cards/kit.ts'
import type { View } from '../kernel/command.ts'
import type { PersonId } from '../kernel/ids.ts'
import { type Instant, localDateOf, localHourOf } from '../kernel/time.ts'
import { isWorkingDay } from '../kernel/working-days.ts'
import type { DeliverDeps } from './way.ts'

/** Local hours in which people may be written to unasked: from the first, before the second. */
const [FROM_HOUR, UNTIL_HOUR] = [9, 18]

/** Nobody is woken for a card that is only growing old. */
export function isDaytime(at: Instant): boolean {
  const hour = localHourOf(at)
  return isWorkingDay(localDateOf(at)) && hour >= FROM_HOUR && hour < UNTIL_HOUR
}

/** Neither an answer to the person's own words, nor sent anew already. */
export const isNotice = (key: string): boolean => !/^send:(?:reply|renew):/.test(key)

/** Whether the person's card, as it stands now, still waits for an act: it has a form, or a button to act first of all. */
export async function stillAsks(deps: DeliverDeps, view: View, person: PersonId): Promise<boolean> {
  try {
    return asks(await deps.render(view, person))
  } catch (error) {
    deps.log.warn({ view: view.name, error: String(error) }, 'ageing card could not be drawn')
    return false
  }
}

const asks = (message: Message): boolean => message.kind === 'card' && asksIn(message.card)

const asksIn = ({ elements }: Pick<Card, 'elements'>): boolean => elements.some(isAsking)

function isAsking(element: Element | FieldElement): boolean {
  switch (element.tag) {
    case 'form':
      return true
    case 'buttons':
      return element.buttons.some(({ style }) => style === 'primary')
    case 'fold':
      return asksIn(element)
    default:
      return false
  }
}
