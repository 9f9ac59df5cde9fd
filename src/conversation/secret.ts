/** What people type is kept where it leads; what belongs on a sealed paper is not kept on its way (Article 32). */
import type { View } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import { listNewestDeliveries } from '../store/deliveries.ts'
import type { Registry } from './registry.ts'
import type { Setting } from './setting.ts'
import { afterWords, tidy } from './words.ts'

/** Whether one of the person's newest cards is secret, so that words which nothing understands may be meant for it. */
export async function answersSecret({ db, registry }: Setting, person: string): Promise<boolean> {
  const newest = await listNewestDeliveries(db, person)
  // Written from a View's params when the message was sent or turned.
  return newest.some(({ view, params }) =>
    isSecret(registry, { name: view, params: JSON.parse(params) as JsonObject }),
  )
}

function isSecret(registry: Registry, { name, params }: View): boolean {
  const { form, view, with: inner } = params
  if (name === 'form' && typeof form === 'string') return registry.form(form)?.thing.secret === true
  if (typeof view === 'string' && isObject(inner)) return isSecret(registry, { name: view, params: inner })
  return registry.chapters.some(
    ({ secret, views }) => secret === true && views.some((one) => one.name === name),
  )
}

const isObject = (value: JsonObject[string] | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text as far as a card may keep it: of secret words only the words. */
export function keepable({ phrases }: Registry, text: string): string {
  const words = tidy(text)
  const secret = phrases.find(
    (one) => one.intent.secret === true && afterWords(words, one.words) !== undefined,
  )
  return secret?.words ?? text
}
