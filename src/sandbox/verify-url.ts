/** The check that Feishu makes when a request URL is saved in its console (protocol.md 1.2). */
import { isObject } from './card-check.ts'
import { postToWebhook, type Wire } from './delivery/post.ts'
import { parseJson } from './storage.ts'

const CHALLENGE_DEADLINE = 1000

/** What the console shows: saved, or why not. */
export type UrlVerdict = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** Posts an unsigned challenge, encrypted when there is a key; the same challenge must come back within 1 s. */
export async function verifyUrl(wire: Wire): Promise<UrlVerdict> {
  const challenge = wire.ids()
  const plain = JSON.stringify({ challenge, token: wire.app.verificationToken, type: 'url_verification' })
  const outcome = await postToWebhook(wire, plain, false, CHALLENGE_DEADLINE)
  if (outcome.is !== 'answered') return { ok: false, reason: outcome.is }
  if (outcome.status !== 200) return { ok: false, reason: `HTTP ${outcome.status}` }
  const answer = parseJson(outcome.body)
  return isObject(answer) && answer.challenge === challenge
    ? { ok: true }
    : { ok: false, reason: 'the challenge did not come back' }
}
