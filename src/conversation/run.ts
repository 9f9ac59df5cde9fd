/** Commands by name, and what their outcomes look like to the person. */
import * as z from 'zod'
import type { Attach, Meta, Outcome, View } from '../kernel/command.ts'
import { execute } from '../kernel/execute.ts'
import { sentenceOf } from '../wording.ts'
import { said } from './reaction.ts'
import type { Setting } from './setting.ts'

/** Refusals that left no receipt, so that what is answered to them must be recorded by itself. */
const UNRECORDED: readonly string[] = ['busy', 'unknown-command', 'wrong-payload']

/**
 * Executes the command of that name. What a card of an older version sends, or a forged one, is refused as
 * `unknown-command` or `wrong-payload`; it never throws for them.
 */
export async function run(
  setting: Setting,
  type: string,
  payload: unknown,
  meta: Meta,
  options: { readonly attach?: Attach; readonly tapped?: string } = {},
): Promise<Outcome> {
  const known = setting.registry.command(type)
  if (!known) return { ok: false, refusal: { code: 'unknown-command' } }
  let attempts = 1
  const note = (count: number): void => {
    attempts = count
  }
  try {
    const outcome = await execute(setting.db, known.thing, payload, meta, { ...options, note })
    setting.noted?.(known, outcome, attempts)
    return outcome
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    const outcome = { ok: false, refusal: { code: 'wrong-payload' } } as const
    setting.noted?.(known, outcome, attempts)
    return outcome
  }
}

export function isRecorded(outcome: Outcome): boolean {
  return outcome.ok || !UNRECORDED.includes(outcome.refusal.code)
}

/** The sentence for what came of a command. */
export function sentenceFor(setting: Setting, type: string, outcome: Outcome): string {
  const chapter = setting.registry.command(type)?.chapter
  return sentenceOf(chapter, outcome.ok ? outcome.done : outcome.refusal)
}

/** What answers a command that was not tapped on a card: what it shows, after a refusal with the sentence above. */
export function viewFor(setting: Setting, type: string, outcome: Outcome): View {
  const text = sentenceFor(setting, type, outcome)
  if (outcome.ok) return outcome.show ?? { name: 'done', params: { text } }
  if (!outcome.show) return said(text)
  return { name: 'noted', params: { view: outcome.show.name, with: outcome.show.params, text } }
}
