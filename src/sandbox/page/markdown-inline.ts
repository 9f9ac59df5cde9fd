/** The part of Feishu's markdown that stands inside a line. Source: cards.md 1.2, rich text rules. */
import { colourName } from './card/style.ts'
import { escapeHtml, safeLink } from './escape.ts'
import { dateInChina } from './when.ts'

/** Finds a person's name for a mention; undefined for an unknown id. */
export type NameOf = (openId: string) => string | undefined

/** `html` stands for the first `length` characters from where the rule matched. */
interface Reading {
  readonly html: string
  readonly length: number
}

interface Rule {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray, text: string, nameOf: NameOf) => Reading | undefined
}

const simple = (pattern: RegExp, html: (match: RegExpExecArray, nameOf: NameOf) => string): Rule => ({
  pattern,
  read: (match, _text, nameOf) => ({ html: html(match, nameOf), length: match[0].length }),
})

const wrapping = (pattern: RegExp, element: string): Rule =>
  simple(pattern, (match, nameOf) => `<${element}>${inlineMarkdown(match[1] ?? '', nameOf)}</${element}>`)

const rules: readonly Rule[] = [
  simple(/<raw>([\s\S]*?)<\/raw>/, (match) => escapeHtml(match[1] ?? '')),
  simple(/`([^`\n]+)`/, (match) => `<code>${escapeHtml(match[1] ?? '')}</code>`),
  simple(/<br\s*\/?>/, () => '<br>'),
  wrapping(/\*\*(?!\s)(.+?)(?<!\s)\*\*/, 'strong'),
  wrapping(/~~(?!\s)(.+?)(?<!\s)~~/, 'del'),
  wrapping(/\*(?![\s*])(.+?)(?<!\s)\*/, 'em'),
  simple(/!\[([^\]]*)\]\(([\w.-]+)\)/, (match) => image(match[2] ?? '', match[1] ?? '')),
  simple(/\[([^\]]+)\]\(([^)\s]+)\)/, (match, nameOf) => link(match[2], match[1] ?? '', nameOf)),
  simple(/<link\b([^>]*)>([\s\S]*?)<\/link>/, (match, nameOf) =>
    link(attributes(match[1] ?? '').get('url'), match[2] ?? '', nameOf),
  ),
  simple(/<at\b([^>]*)>[^<]*<\/at>/, (match, nameOf) => mention(attributes(match[1] ?? ''), nameOf)),
  simple(/<person\b([^>]*)>[^<]*<\/person>/, (match, nameOf) =>
    personChip(attributes(match[1] ?? ''), nameOf),
  ),
  simple(/<text_tag\b([^>]*)>([\s\S]*?)<\/text_tag>/, (match, nameOf) => {
    const colour = colourName(attributes(match[1] ?? '').get('color')) ?? 'neutral'
    return `<span class="tag tag-${colour}">${inlineMarkdown(match[2] ?? '', nameOf)}</span>`
  }),
  simple(
    /<number_tag\b[^>]*>(\d{1,2})<\/number_tag>/,
    (match) => `<span class="number-tag">${match[1]}</span>`,
  ),
  simple(/<local_datetime\b([^>]*)>[^<]*<\/local_datetime>/, (match) =>
    escapeHtml(dateInChina(Number(attributes(match[1] ?? '').get('millisecond')), 'YYYY-MM-DD HH:mm')),
  ),
  { pattern: /<font\b([^>]*)>/, read: readFont },
  simple(/https?:\/\/[\w\-./?%&=#:~+,;@]+[\w\-/?%&=#~+]/, (match, nameOf) =>
    link(match[0], match[0], nameOf),
  ),
]

/** One line of markdown as HTML. Whatever is not one of Feishu's marks is escaped text. */
export function inlineMarkdown(text: string, nameOf: NameOf): string {
  let html = ''
  let rest = text
  for (let first = earliest(rest, nameOf); first !== undefined; first = earliest(rest, nameOf)) {
    html += plain(rest.slice(0, first.at)) + first.reading.html
    rest = rest.slice(first.at + first.reading.length)
  }
  return html + plain(rest)
}

function earliest(
  text: string,
  nameOf: NameOf,
): { readonly at: number; readonly reading: Reading } | undefined {
  const matches = rules
    .map((rule) => ({ rule, match: rule.pattern.exec(text) }))
    .flatMap(({ rule, match }) => (match === null ? [] : [{ rule, match }]))
    .sort((a, b) => a.match.index - b.match.index)
  for (const { rule, match } of matches) {
    const reading = rule.read(match, text.slice(match.index), nameOf)
    if (reading !== undefined) return { at: match.index, reading }
  }
  return undefined
}

/** Fonts nest, so the closing tag is counted for. A font that is never closed is text. */
function readFont(match: RegExpExecArray, text: string, nameOf: NameOf): Reading | undefined {
  const end = closingTag(text, 'font', match[0].length)
  if (end === undefined) return undefined
  const colour = colourName(attributes(match[1] ?? '').get('color')) ?? 'default'
  const inner = inlineMarkdown(text.slice(match[0].length, end), nameOf)
  return { html: `<span class="ink-${colour}">${inner}</span>`, length: end + '</font>'.length }
}

function closingTag(text: string, tag: string, from: number): number | undefined {
  let depth = 1
  const either = new RegExp(`<(/?)${tag}\\b[^>]*>`, 'g')
  either.lastIndex = from
  for (let found = either.exec(text); found !== null; found = either.exec(text)) {
    depth += found[1] === '/' ? -1 : 1
    if (depth === 0) return found.index
  }
  return undefined
}

function attributes(source: string): ReadonlyMap<string, string> {
  const pairs = source.matchAll(/([\w-]+)=(?:'([^']*)'|"([^"]*)"|([^\s>]+))/g)
  return new Map([...pairs].map((pair) => [pair[1] ?? '', pair[2] ?? pair[3] ?? pair[4] ?? '']))
}

function link(url: string | undefined, label: string, nameOf: NameOf): string {
  const href = safeLink(url)
  const words = /^https?:/.test(label) ? plain(label) : inlineMarkdown(label, nameOf)
  return href === undefined
    ? words
    : `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer">${words}</a>`
}

const image = (key: string, alt: string): string =>
  `<img class="inline-image" src="/files/${encodeURIComponent(key)}" alt="${escapeHtml(alt)}">`

function mention(found: ReadonlyMap<string, string>, nameOf: NameOf): string {
  const ids = (found.get('ids') ?? found.get('id') ?? '').split(',').filter((id) => id !== '')
  const names = ids.map((id) => (id === 'all' ? '所有人' : (nameOf(id) ?? '未知用户')))
  return [...names, ...(found.has('email') ? [found.get('email') ?? ''] : [])]
    .map((name) => `<span class="mention">@${escapeHtml(name)}</span>`)
    .join(' ')
}

const personChip = (found: ReadonlyMap<string, string>, nameOf: NameOf): string =>
  `<span class="person-chip">${escapeHtml(nameOf(found.get('id') ?? '') ?? '未知用户')}</span>`

const named: { readonly [name: string]: string } = {
  sim: '~',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
}

/** Entities are the escape for marks that people typed: they are read last, so they never become marks. */
function plain(text: string): string {
  const decoded = text
    .replace(/&#(\d{1,6});/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(sim|amp|lt|gt|quot|nbsp);/g, (all, name: string) => named[name] ?? all)
  return escapeHtml(decoded)
}
