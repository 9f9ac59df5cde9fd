import { describe, expect, it } from 'vitest'
import { historyCard } from '../../cards/history.ts'
import { historyChoiceCard } from '../../cards/history-choice.ts'
import { journalCheckCard } from '../../cards/journal-check.ts'
import type { Button, Card } from '../../cards/kit.ts'
import { yearExportCard } from '../../cards/year-export.ts'
import { renderCard, sizeOf } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { PAGE_SIZE } from '../../src/history/page.ts'

const nasty = (length: number): string =>
  '<at id=all></at>**粗**[链](http://x.cn)😀"\\'.repeat(length).slice(0, length)
const button: Button = {
  text: '较早（999/1000）',
  action: { show: 'history', with: { subject: nasty(200), page: 999 } },
}

function drawn(card: Card): void {
  const rendered = renderCard(card)
  expect(validateCard(rendered)).toEqual([])
  expect(sizeOf(rendered)).toBeLessThan(30 * 1024)
}

const entry = {
  ...{ version: 99_999, when: '2026年12月31日 23:59', who: nasty(200), text: nasty(3000), why: nasty(3000) },
  changes: Array.from({ length: 40 }, () => ({ what: nasty(200), from: nasty(2000), to: nasty(2000) })),
  hash: 'ffffffff',
}

describe('the cards of history at their largest', () => {
  it.each(['', nasty(300)])('draw a page of one subject', (broken) => {
    drawn(
      historyCard({
        ...{
          title: nasty(300),
          total: 100_000,
          broken,
          brokenAt: broken === '' ? null : 99_999,
          partial: true,
        },
        entries: Array.from({ length: PAGE_SIZE }, () => entry),
        buttons: [button, button, button],
      }),
    )
  })

  it('draw a choice', () => {
    const option = { text: nasty(300), records: 100_000, action: button.action }
    drawn(
      historyChoiceCard({
        ...{ words: nasty(80), total: 200, options: Array.from({ length: 8 }, () => option) },
        buttons: [button, button, button, button],
      }),
    )
  })

  it.each([null, { by: nasty(60), when: nasty(30), entries: 500_000 }])('draw a check', (running) => {
    drawn(
      journalCheckCard({
        running,
        last: { by: nasty(60), when: nasty(30), subjects: 99_999, entries: 999_999, broken: nasty(300) },
        buttons: [button, button],
      }),
    )
  })

  it.each(['none', 'asked', 'made', 'too-large'] as const)('draw an export that is %s', (status) => {
    const file = { name: nasty(60), size: '29.9 MB', sha256: 'f'.repeat(64) }
    drawn(
      yearExportCard({
        ...{ year: 2026, status, asked: nasty(100), files: [file, file], counts: nasty(60) },
        buttons: [button, button, button],
      }),
    )
  })
})
