import type { Message } from '../../cards/kit.ts'
import type { TapReply } from '../chat/port.ts'
import type { Outcome } from '../kernel/command.ts'
import { EXPIRED } from '../wording.ts'
import { sentenceFor } from './run.ts'
import type { Setting } from './setting.ts'

type Tone = NonNullable<TapReply['toast']>['tone']

/** Words that pass by, with the card that takes the place of the tapped one, where there is one. */
export function toast(tone: Tone, text: string, message?: Message): TapReply {
  return { toast: { tone, text }, ...(message && { message }) }
}

/** Green for what was done; a refusal warns, with what to do. */
export function toastFor(setting: Setting, type: string, outcome: Outcome, message?: Message): TapReply {
  return toast(outcome.ok ? 'success' : 'warning', sentenceFor(setting, type, outcome), message)
}

export const expired = (): TapReply => toast('warning', EXPIRED)
export const seeNewest = (): TapReply => toast('info', '请看最新消息。')
