import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderText } from '../../../src/chat/feishu/render/text.ts'
import { renderCard, sizeOf } from '../../../src/chat/feishu/render-card.ts'
import { visit } from '../../../src/chat/feishu/validate/walk.ts'
import { validateCard } from '../../../src/chat/feishu/validate-card.ts'
import { anyCard, words } from './arbitrary-card.ts'

const LIMITS = { text: 3000, rows: 200 }
const OURS = /<font color='(?:grey|blue|green|orange|red)'>|<\/font>|<br>|\*\*/g
const ENTITY = /&(?:#\d+|sim);/g

test('whatever a card says, Feishu takes the rendered card', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const faults = validateCard(JSON.parse(JSON.stringify(renderCard(card))))
      expect(faults.filter((fault) => fault.code !== 300305)).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('no words become markdown, a mention or a link: what is left beside our own tags is letters and entities', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      for (const { tag, node } of visit(renderCard(card))) {
        expect(tag).not.toBe('lark_md')
        if (tag !== 'markdown') continue
        const rest = String(node.content).replace(OURS, '').replace(ENTITY, '')
        expect(rest).not.toMatch(/[&\\`*_~<>[\](){}#!+\-|:./@=$'"\n\r\u2028\u2029]/)
      }
    }),
    { numRuns: 400 },
  )
})

test('what was typed is what is shown', () => {
  fc.assert(
    fc.property(words, words, (first, second) => {
      const node = renderText(
        [
          { text: first, bold: true },
          { text: second, tone: 'red' },
        ],
        'normal',
        LIMITS,
      )
      expect(letters(shown(String(node.content)))).toBe(letters(first + second))
    }),
  )
})

test('every text stays in a card, however long, and the card under 30 KB', () => {
  const long = '目标完成情况说明。'.repeat(1200)
  const spans = (text: string) => ({ tag: 'text' as const, spans: [{ text }] })
  const rows = Array.from({ length: 300 }, (_, row) => ({
    unit: `单位 ${row}`,
    score: row,
    note: '说明'.repeat(50),
  }))
  const columns = [
    { name: 'unit', label: '单位', kind: 'text' as const },
    { name: 'score', label: '得分', kind: 'number' as const },
    { name: 'note', label: '说明', kind: 'text' as const },
  ]
  const elements = [
    ...Array.from({ length: 20 }, () => spans(long)),
    { tag: 'table' as const, columns, rows },
  ]
  const card = renderCard({ title: '长文', summary: long, elements })
  expect(sizeOf(card)).toBeLessThan(30 * 1024)
  expect(validateCard(card)).toEqual([])
  expect(JSON.stringify(card)).toContain('…（全文 10,800 字）')
  expect(JSON.stringify(card)).toContain('共 300 行，这里列出前 20 行。')
})

/** What a client shows of our markdown. */
function shown(markdown: string): string {
  return markdown
    .replace(OURS, ' ')
    .replace(/&#(\d+);/g, (_entity, code) => String.fromCharCode(Number(code)))
    .replaceAll('&sim;', '~')
}

/** Blanks, breaks, control characters and broken surrogates may differ. */
const letters = (text: string): string => text.replace(/[\s\p{Cc}\p{Surrogate}\ufffd]/gu, '')
