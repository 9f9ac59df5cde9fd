/** Characters that Feishu's markdown could read as markup, a link, an emoji or a mention (cards 1.2). */
const MARKUP = /[&\\`*_~<>[\](){}#!+\-|:./@=$'"^%]/g

/** `~` has its own entity in Feishu's table; the others are numeric. */
const entity = (character: string): string => (character === '~' ? '&sim;' : `&#${character.charCodeAt(0)};`)

/**
 * Makes words show as they were typed. A line break becomes `<br>`, as a client may drop a single newline,
 * and thereby nothing can stand at the start of a line, where lists, rules and headings are read.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(MARKUP, entity)
    .replace(/\t/g, ' ')
    .replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, '<br>')
}
