/** What happens to those who tap what is not theirs. */
import { expect } from 'vitest'
import { objectAt, parseJson, textAt } from '../../src/chat/feishu/json.ts'
import { post, signedNow, tapEvent } from '../http/deliveries.ts'
import { readCard } from '../world/card.ts'
import type { Shown, World } from '../world/people.ts'
import { count } from '../world/rows.ts'

let taps = 0

/** The person taps a button on a card that was forwarded to them: nothing happens, and a sentence says why. */
export async function refused(w: World, who: string, card: Shown, button: string): Promise<string> {
  const value = card.buttons.find((one) => one.text.includes(button))?.value
  if (value === undefined) throw new Error(`no ${button} on:\n${card.text}`)
  const before = count(w.db, 'journal')
  taps += 1
  const tap = tapEvent(
    w.person(who).openId,
    `${card.messageId}-forwarded`,
    { value, form_value: {} },
    { event_id: `forwarded ${taps}` },
  )
  const answer = parseJson((await post(w, signedNow(w, tap))).body)
  await w.settled()
  const toast = objectAt(answer, 'toast')
  const shown = objectAt(objectAt(answer, 'card'), 'data')
  expect(textAt(toast, 'type') ?? 'warning', `${who} at ${button}`).toBe('warning')
  expect(count(w.db, 'journal'), `${who} at ${button}`).toBe(before)
  const { text } = readCard(JSON.stringify(shown ?? {}))
  return `${textAt(toast, 'content') ?? ''}${text}`
}
