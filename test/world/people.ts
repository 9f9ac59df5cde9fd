/**
 * Stories in people's words, over the real wire:
 * `const w = await world(); await w.person('药学院 联络员').says('填报目标')`.
 */

import { parseJson, textAt } from '../../src/chat/feishu/json.ts'
import type { SandboxFile, SandboxMessage, SandboxPerson, Tap } from '../../src/sandbox/model.ts'
import { type CardButton, readCard, type ShownCard } from './card.ts'
import { fill, type Values } from './fill.ts'
import { type Service, type ServiceOptions, startService } from './service.ts'

/** What the bot shows: a card, or words. */
export interface Shown extends ShownCard {
  readonly messageId: string
  readonly type: SandboxMessage['type']
  readonly at: number
}

export interface Person {
  readonly openId: string
  readonly name: string
  /** The words that passed by after the last tap; '' where there were none. */
  readonly toast: string
  says(text: string): Promise<void>
  /** Says it as a reply to a message. */
  replies(to: Shown, text: string): Promise<void>
  /** An item of the bot's menu. */
  picks(item: string): Promise<void>
  enters(): Promise<void>
  sends(file: SandboxFile): Promise<void>
  /** Taps the newest such button; `on` are words of its card, and of its row where there are several. Fields left out keep what stands in them. */
  taps(button: string, values?: Values, on?: string): Promise<void>
  /** Taps a button of a card that was read before, as a client with an old copy does. */
  tapsOld(card: Shown, button: string, values?: Values): Promise<void>
  /** Everything from the bot, oldest first, as it stands now. */
  messages(): readonly Shown[]
  lastCard(): Shown
  /** The newest message with these words. */
  shown(words: string): Shown
  /** @throws unless the newest message or the toast has all these words */
  sees(...words: readonly string[]): void
  /** @throws when the newest message or the toast has any of these words */
  seesNo(...words: readonly string[]): void
}

export interface World extends Service {
  /** By name (`药学院 联络员`) or number (`C-JX01`). */
  person(nameOrNumber: string): Person
  /** All act at once, none waiting for what the others set off; answers when everything has settled. */
  together(acts: readonly (() => Promise<void>)[]): Promise<void>
}

export interface WorldOptions extends ServiceOptions {
  readonly lenient?: boolean
}

/** A running university. It fails by itself on what no story wants: a refused card, a failed tap, a parked message, an error in the log. */
export async function world(options: WorldOptions = {}): Promise<World> {
  const service = await startService(options)
  const people = new Map<string, Person>()
  let together = false
  const settled = async (): Promise<void> => {
    if (together) return
    await service.settled()
    if (options.lenient !== true) complainOf(service)
  }
  const strict = { ...service, settled }
  return {
    ...strict,
    person(nameOrNumber) {
      const found = service.campus.chat
        .people()
        .find((one) => one.name === nameOrNumber || one.employeeNo === nameOrNumber)
      if (!found) throw new Error(`nobody is called ${nameOrNumber}`)
      const known = people.get(found.openId) ?? personOf(strict, found, options)
      people.set(found.openId, known)
      return known
    },
    async together(acts) {
      together = true
      await Promise.all(acts.map((act) => act())).finally(() => {
        together = false
      })
      await settled()
    },
  }
}

function complainOf({ complaints, log, db }: Service): void {
  const parked = db.raw("SELECT key, view, error FROM outbox WHERE state = 'parked'")
  const broken = [...complaints, ...log.errors(), ...parked.map((row) => JSON.stringify(row))]
  if (broken.length > 0) throw new Error(`something broke on the way:\n${broken.join('\n')}`)
}

function personOf(
  { campus, settled }: Service,
  { openId, name }: SandboxPerson,
  { lenient = false }: WorldOptions,
): Person {
  const { chat } = campus
  let toast = ''
  const act = async (deed: Promise<void>): Promise<void> => {
    toast = ''
    await deed
    await settled()
  }
  const tap = async (messageId: string, button: CardButton, values: Values): Promise<void> => {
    if (button.disabled) throw new Error(`「${button.text}」 cannot be tapped`)
    const answer = await chat.tap(openId, messageId, tapOf(button, values))
    if (!answer.ok && !lenient) throw new Error(`「${button.text}」: ${answer.content}`)
    toast = answer.ok ? (answer.toast?.content ?? '') : answer.content
  }
  const messages = (): Shown[] =>
    chat.messages(openId).flatMap((one) => (one.from === 'bot' ? [shown(one)] : []))
  const seen = (): string => `${toast}\n${messages().at(-1)?.text ?? ''}`
  return {
    openId,
    name,
    get toast() {
      return toast
    },
    says: (text) => act(chat.say(openId, text)),
    replies: ({ messageId }, text) => act(chat.say(openId, text, messageId)),
    picks: (item) => act(chat.tapMenu(openId, chat.menu().find((one) => one.text === item)?.key ?? item)),
    enters: () => act(chat.enter(openId)),
    sends: (file) => act(chat.sendFile(openId, file)),
    taps(text, values = {}, on = '') {
      const { messageId, button } = findButton(name, messages(), text, on)
      return act(tap(messageId, button, values))
    },
    tapsOld(card, text, values = {}) {
      return act(tap(card.messageId, buttonOn(card, text) ?? noButton(name, text, [card]), values))
    },
    messages,
    lastCard: () => messages().findLast((one) => one.type === 'interactive') ?? missing(name, 'a card', []),
    shown: (words) =>
      messages().findLast((one) => one.text.includes(words)) ?? missing(name, words, messages()),
    sees(...words) {
      for (const word of words)
        if (!seen().includes(word)) throw new Error(`${name} sees no 「${word}」 but:\n${seen()}`)
    },
    seesNo(...words) {
      for (const word of words)
        if (seen().includes(word)) throw new Error(`${name} sees 「${word}」:\n${seen()}`)
    },
  }
}

const cards = new Map<string, ShownCard>()

/** A chat is read again after each act, and most of its cards have not changed. */
function cardOf(content: string): ShownCard {
  const known = cards.get(content)
  if (known) return known
  const card = readCard(content)
  cards.set(content, card)
  return card
}

function shown(message: SandboxMessage): Shown {
  const { messageId, type, content, createdAt: at } = message
  if (type === 'interactive') return { messageId, type, at, ...cardOf(content) }
  const body = parseJson(content)
  const text = textAt(body, 'text') ?? textAt(body, 'file_name') ?? ''
  return { messageId, type, at, text, buttons: [], fields: [] }
}

/** The tap as the client makes it, with the form around the button filled in. */
export function tapOf(button: CardButton, values: Values): Tap {
  const form = fill(button, values)
  return {
    tag: 'button',
    value: button.value,
    ...(button.name !== undefined && { name: button.name }),
    ...(form && { form }),
  }
}

/** The button with that text, or with those words in it; where there are several, the one in the row with the words `on`. */
function buttonOn(card: Shown, text: string, on = ''): CardButton | undefined {
  const exact = card.buttons.filter((one) => one.text === text)
  const fitting = exact.length > 0 ? exact : card.buttons.filter((one) => one.text.includes(text))
  return fitting.find((one) => on !== '' && one.near.includes(on)) ?? fitting[0]
}

function findButton(name: string, all: readonly Shown[], text: string, on: string) {
  const cards = all.filter((one) => one.text.includes(on)).toReversed()
  for (const card of cards) {
    const button = buttonOn(card, text, on)
    if (button) return { messageId: card.messageId, button }
  }
  return noButton(name, text, cards)
}

function noButton(name: string, text: string, cards: readonly Shown[]): never {
  const offered = cards
    .slice(0, 3)
    .map((card) => `${card.buttons.map((one) => `「${one.text}」`).join('')} on:\n${card.text}`)
  throw new Error(`${name} has no button 「${text}」; the newest cards have:\n${offered.join('\n---\n')}`)
}

function missing(name: string, what: string, all: readonly Shown[]): never {
  const newest = all.slice(-3).map((one) => one.text)
  throw new Error(`${name} was shown no ${what}; the newest messages are:\n${newest.join('\n---\n')}`)
}
