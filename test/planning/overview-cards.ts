/** Views of planning as cards that Feishu takes. */
import { expect } from 'vitest'
import type { Card } from '../../cards/kit.ts'
import { renderCard, sizeOf } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import type { Viewer } from '../../src/kernel/view.ts'
import type { Database } from '../../src/store/database.ts'
import { viewerOf } from '../world/viewer.ts'
import { planning } from './chapter.ts'

/** Feishu's limit is 30 KB; the rest is kept for what its server adds. */
const MOST_BYTES = 28 * 1024

/** The card, once it is found valid, small enough, and drawn without a row left out. */
export function checked(card: Card): Card {
  const drawn = renderCard(card)
  expect(validateCard(drawn)).toEqual([])
  expect(sizeOf(drawn)).toBeLessThanOrEqual(MOST_BYTES)
  expect(JSON.stringify(drawn)).not.toMatch(/这里列出前|（全文/)
  return card
}

export async function rendered(
  db: Database,
  person: string,
  name: string,
  params: JsonObject,
  now: Pick<Viewer, 'at' | 'today'>,
): Promise<Card> {
  const view = planning.views.find((one) => one.name === name)
  const message = await view?.render(db, params, viewerOf(person, now))
  if (message?.kind !== 'card') throw new Error(`no card ${name}`)
  return checked(message.card)
}

export const textOf = (card: Card): string => JSON.stringify(card)
