/**
 * Cuts a long text and says so, that a card stays under Feishu's 30 KB: `…（全文 10,000 字）`. `limit` counts
 * characters. Control characters, which Feishu refuses or hides, are dropped.
 */
export function shorten(text: string, limit: number): string {
  const clean = withoutControls(text)
  if (clean.length <= limit) return clean
  const characters = Array.from(clean)
  if (characters.length <= limit) return clean
  return `${characters.slice(0, limit).join('')}…（全文 ${characters.length.toLocaleString('en-US')} 字）`
}

/** Cuts without a word: for names and values, where a remark would become part of the content. */
export function cut(text: string, limit: number): string {
  const clean = withoutControls(text)
  return clean.length <= limit ? clean : Array.from(clean).slice(0, limit).join('')
}

/** Half of a surrogate pair is no character either: it would not survive UTF-8. */
const withoutControls = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/(?![\t\n\r])\p{Cc}/gu, '')
