/** Words as people type them, brought to where they can be compared: width, case, spaces, mentions and closing marks do not count. */

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g
const MENTIONS = /^(?:@\S+\s+)+/
const OPENING = /^[\s/／「『“"'《]+/
const CLOSING = /[\s。．.!！?？~～、,，;；…」』”"'》]+$/

/** The text without what surrounds a command: mentions in front, quotes, closing punctuation. */
export function tidy(text: string): string {
  return text.replace(INVISIBLE, '').trim().replace(MENTIONS, '').replace(OPENING, '').replace(CLOSING, '')
}

/** One form for comparing: NFKC (full width becomes half), lower case, no spaces. */
export function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

/** What follows the words in the text, as it was typed; '' where nothing follows, undefined where the text does not begin with them. */
export function afterWords(text: string, words: string): string | undefined {
  const wanted = comparable(words)
  let read = ''
  let length = 0
  for (const character of text) {
    length += character.length
    read += comparable(character)
    if (read === wanted) return text.slice(length).replace(/^[\s:：,，、]+/, '')
    if (!wanted.startsWith(read)) return undefined
  }
  return undefined
}

/** At most `length` characters, never half an emoji. */
export function cut(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}
