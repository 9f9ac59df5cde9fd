import { describe, expect, it } from 'vitest'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { calendarForm } from '../../src/policy/calendar/form.ts'
import { openYearCommand } from '../../src/policy/commands.ts'
import { act, campus, viewer } from './campus.ts'
import { LARGEST, USUAL } from './year-cards.ts'

describe("the year's cards", () => {
  it.each([...USUAL, ...LARGEST].map((card) => [card.title, card] as const))(
    '%s is one that Feishu takes',
    (_, card) => {
      expect(validateCard(renderCard(card))).toEqual([])
    },
  )

  it('labels stay short enough for a phone', async () => {
    const db = campus()
    await act(db, openYearCommand, 'OF1', { year: 2026 })
    const spec = await calendarForm.spec(db, { year: 2026, seen: null }, viewer('OF1'))
    if ('refusal' in spec) throw new Error('refused')
    expect(spec.fields).toHaveLength(8)
    for (const { label } of spec.fields) expect([...label].length, label).toBeLessThanOrEqual(8)
  })
})
