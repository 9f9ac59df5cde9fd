const HIDDEN = '[hidden]'

/** What a token of Feishu's looks like: `t-`, `u-` or `c-` and at least ten characters. */
const TOKEN = /\b[tuc]-[A-Za-z0-9_.-]{10,}/g

/** Takes secrets and tokens out of a text that may reach a log: a platform or proxy may echo what we sent. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .reduce((clean, secret) => clean.replaceAll(secret, HIDDEN), text.replace(TOKEN, HIDDEN))
}
