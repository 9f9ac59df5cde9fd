/** From words to a reaction: steering words, what the chapters open, an answer to what is asked, or the nearest commands. */
import type { Action } from '../../cards/kit.ts'
import type { Meta, View } from '../kernel/command.ts'
import { EXPIRED } from '../wording.ts'
import { answersCard } from './answered.ts'
import { steer, takeAnswer } from './dialog/answer.ts'
import { guide } from './dialog/guide.ts'
import { answered, type Dialog, setAside } from './dialog/state.ts'
import { dialogWord } from './dialog/words.ts'
import { ofYear, type SaidOfYear, saidOfYear } from './of-year.ts'
import { type Reaction, reply, said, withOffer } from './reaction.ts'
import type { Registry } from './registry.ts'
import { answersSecret } from './secret.ts'
import type { Setting } from './setting.ts'
import { afterWords, cut, tidy } from './words.ts'

const SHOWN_OF_WHAT_WAS_SAID = 40

/** Decides what the text means to this person now, perhaps as a reply to a message. Never throws for any text. */
export async function understand(
  setting: Setting,
  meta: Meta,
  dialog: Dialog,
  text: string,
  repliesTo?: string,
): Promise<Reaction> {
  const words = tidy(text)
  const word = dialogWord(words, dialog)
  if (word) return steer(setting, meta, dialog, word)
  const exact = opened(setting.registry, words, 'exactly') ?? opensSecret(setting.registry, words)
  if (exact) return open(setting, meta, dialog, exact)
  const past = saidOfYear(words)
  const exactOfYear = past && opened(setting.registry, past.words, 'exactly')
  if (exactOfYear) return openOfYear(setting, meta, dialog, exactOfYear, past)
  const step = dialog.status === 'idle' ? undefined : await takeAnswer(setting, meta, dialog, text)
  if (step?.understood) return step.reaction
  const loose = opened(setting.registry, words, 'with more')
  if (loose) return open(setting, meta, dialog, loose)
  const looseOfYear = past && opened(setting.registry, past.words, 'with more')
  if (looseOfYear) return openOfYear(setting, meta, dialog, looseOfYear, past)
  const sentence = step
    ? undefined
    : ((await answersCard(setting, meta, words, repliesTo)) ?? readAsSentence(setting.registry, words))
  if (sentence) return open(setting, meta, dialog, sentence)
  return step?.reaction ?? reply(await notUnderstood(setting, meta, text), dialog)
}

async function notUnderstood(setting: Setting, meta: Meta, text: string): Promise<View> {
  if (await answersSecret(setting, meta.by)) return { name: 'nearest', params: { text: '', secret: true } }
  return { name: 'nearest', params: { text: cut(text.trim(), SHOWN_OF_WHAT_WAS_SAID) } }
}

/** What words open whose rest no question may keep as its answer. */
function opensSecret(registry: Registry, words: string): Action | undefined {
  const phrases = registry.phrases.filter(({ intent }) => intent.secret === true)
  return opened({ phrases }, words, 'with more')
}

/** What the first phrase opens that the words are, or begin with; the longest phrases are tried first. */
function opened(
  registry: Pick<Registry, 'phrases'>,
  words: string,
  how: 'exactly' | 'with more',
): Action | undefined {
  for (const phrase of registry.phrases) {
    const rest = afterWords(words, phrase.words)
    if (rest === undefined || (rest !== '') !== (how === 'with more')) continue
    const action = phrase.intent.opens(rest.trim())
    if (action) return action
  }
  return undefined
}

function readAsSentence({ chapters }: Registry, words: string): Action | undefined {
  const intents = chapters.flatMap((chapter) => chapter.intents)
  return intents.map((intent) => intent.reads?.(words)).find((action) => action !== undefined)
}

/** As `open`, for words about another year. */
async function openOfYear(
  setting: Setting,
  meta: Meta,
  dialog: Dialog,
  action: Action,
  past: SaidOfYear,
): Promise<Reaction> {
  const found = await ofYear(setting, action, past)
  return 'name' in found ? reply(found, dialog) : open(setting, meta, dialog, found)
}

/** Does what a phrase opens. A form that was being asked is set aside as a draft and offered again with the answer. */
async function open(setting: Setting, meta: Meta, dialog: Dialog, action: Action): Promise<Reaction> {
  if ('say' in action) return understand(setting, meta, dialog, action.say)
  if ('guide' in action) return guide(setting, meta, dialog, action.guide, action.with)
  const aside = setAside(dialog)
  const offers = dialog.status !== 'idle' && answered(dialog.draft) > 0
  if ('do' in action) {
    const { do: type, with: payload } = action
    return { kind: 'command', type, payload, whenDone: aside, whenRefused: aside, offersDraft: offers }
  }
  if ('submit' in action || 'keep' in action) return reply(said(EXPIRED), dialog)
  const view =
    'show' in action ? { name: action.show, params: action.with } : { name: action.send, params: action.with }
  return reply(offers ? withOffer(view) : view, aside)
}
