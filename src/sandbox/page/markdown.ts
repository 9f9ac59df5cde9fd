/** Feishu's markdown as HTML: blocks here, lines in markdown-inline.ts. Source: cards.md 1.2. */
import { escapeHtml } from './escape.ts'
import { inlineMarkdown, type NameOf } from './markdown-inline.ts'

interface Block {
  readonly html: string
  /** How many lines the block took; at least one. */
  readonly lines: number
}

type BlockReader = (lines: readonly string[], nameOf: NameOf) => Block | undefined

const readers: readonly BlockReader[] = [
  readBlank,
  readFence,
  readRule,
  readHeading,
  readQuote,
  readTable,
  readList,
]

/** Markdown as HTML that is safe to insert: no tag of the source survives unless it is one of Feishu's. */
export function markdownHtml(source: string, nameOf: NameOf): string {
  const lines = source
    .replaceAll('\r\n', '\n')
    .replace(/<hr\s*\/?>/g, '\n---\n')
    .split('\n')
  const html: string[] = []
  for (let at = 0; at < lines.length; ) {
    const block = readBlock(lines.slice(at), nameOf)
    html.push(block.html)
    at += block.lines
  }
  return html.join('')
}

function readBlock(lines: readonly string[], nameOf: NameOf): Block {
  for (const read of readers) {
    const block = read(lines, nameOf)
    if (block !== undefined) return block
  }
  return readParagraph(lines, nameOf)
}

function readBlank(lines: readonly string[]): Block | undefined {
  return lines[0]?.trim() === '' ? { html: '', lines: 1 } : undefined
}

function readFence(lines: readonly string[]): Block | undefined {
  if (!lines[0]?.startsWith('```')) return undefined
  const end = lines.findIndex((line, at) => at > 0 && line.startsWith('```'))
  const body = lines.slice(1, end === -1 ? undefined : end)
  return {
    html: `<pre><code>${escapeHtml(body.join('\n'))}</code></pre>`,
    lines: body.length + (end === -1 ? 1 : 2),
  }
}

function readRule(lines: readonly string[]): Block | undefined {
  return /^\s*(-{3,}|\*{3,})\s*$/.test(lines[0] ?? '') ? { html: '<hr>', lines: 1 } : undefined
}

function readHeading(lines: readonly string[], nameOf: NameOf): Block | undefined {
  const match = /^(#{1,6})\s+(.*)$/.exec(lines[0] ?? '')
  if (match === null) return undefined
  const level = match[1]?.length ?? 1
  return {
    html: `<div class="heading heading-${level}">${inlineMarkdown(match[2] ?? '', nameOf)}</div>`,
    lines: 1,
  }
}

function readQuote(lines: readonly string[], nameOf: NameOf): Block | undefined {
  const quoted = leading(lines, (line) => /^>\s?/.test(line))
  if (quoted.length === 0) return undefined
  const html = quoted.map((line) => inlineMarkdown(line.replace(/^>\s?/, ''), nameOf)).join('<br>')
  return { html: `<blockquote>${html}</blockquote>`, lines: quoted.length }
}

function readTable(lines: readonly string[], nameOf: NameOf): Block | undefined {
  const rows = leading(lines, (line) => /^\s*\|.*\|\s*$/.test(line))
  if (rows.length < 2 || !/^\s*\|[\s:|-]+\|\s*$/.test(rows[1] ?? '')) return undefined
  const row = (line: string, cell: 'th' | 'td'): string =>
    `<tr>${cells(line)
      .map((text) => `<${cell}>${inlineMarkdown(text, nameOf)}</${cell}>`)
      .join('')}</tr>`
  const body = rows.slice(2).map((line) => row(line, 'td'))
  const html = `<table><thead>${row(rows[0] ?? '', 'th')}</thead><tbody>${body.join('')}</tbody></table>`
  return { html: `<div class="markdown-table">${html}</div>`, lines: rows.length }
}

const cells = (line: string): readonly string[] =>
  line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

const listItem = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/

function readList(lines: readonly string[], nameOf: NameOf): Block | undefined {
  const items = leading(lines, (line) => listItem.test(line))
  if (items.length === 0) return undefined
  return {
    html: `<div class="list">${items.map((line) => item(line, nameOf)).join('')}</div>`,
    lines: items.length,
  }
}

function item(line: string, nameOf: NameOf): string {
  const [, indent = '', mark = '', text = ''] = listItem.exec(line) ?? []
  const shown = /\d/.test(mark) ? mark.replace(')', '.') : '•'
  const depth = Math.min(Math.floor(indent.length / 2), 4)
  const words = inlineMarkdown(text, nameOf)
  return `<div class="item item-${depth}"><span class="item-mark">${shown}</span><span>${words}</span></div>`
}

/** A line that begins another kind of block ends the paragraph; two lines tell, for a table. */
function readParagraph(lines: readonly string[], nameOf: NameOf): Block {
  const begins = (at: number): boolean =>
    readers.some((read) => read(lines.slice(at, at + 2), nameOf) !== undefined)
  const end = lines.findIndex((_line, at) => at > 0 && begins(at))
  const own = lines.slice(0, end === -1 ? undefined : end)
  return { html: `<p>${own.map((line) => inlineMarkdown(line, nameOf)).join('<br>')}</p>`, lines: own.length }
}

function leading(lines: readonly string[], holds: (line: string) => boolean): readonly string[] {
  const end = lines.findIndex((line) => !holds(line))
  return end === -1 ? lines : lines.slice(0, end)
}
