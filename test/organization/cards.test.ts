import { describe, expect, it } from 'vitest'
import type { Card } from '../../cards/kit.ts'
import { rosterClosedCard } from '../../cards/roster-closed.ts'
import { rosterFaultsCard } from '../../cards/roster-faults.ts'
import { rosterPreviewCard } from '../../cards/roster-preview.ts'
import { renderCard, sizeOf } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { sayPlace, sayProblem } from '../../src/organization/fault-wording.ts'

const nasty = '<at id=all></at>**粗**[链接](http://x.cn)😀"\\'
const names = Array.from({ length: 5000 }, (_, i) => `${nasty}第${i}位很长很长的名字`)
const group = { sheet: '人员', names }
const roster = 'a'.repeat(64)

function drawn(card: Card): void {
  const rendered = renderCard(card)
  expect(validateCard(rendered)).toEqual([])
  expect(sizeOf(rendered)).toBeLessThan(30 * 1024)
}

describe('the cards of a roster', () => {
  it('hold a preview of thousands of names, each fold cut with the count of all', () => {
    const counts = ['单位', '人员', '角色', '小组', '工作要点', '工作项目'].map((sheet) => ({
      sheet,
      added: 5000,
      changed: 5000,
      ended: 5000,
    }))
    const card = rosterPreviewCard({
      roster,
      name: nasty.repeat(20),
      seen: 3,
      mayConfirm: true,
      counts,
      added: counts.map(() => group),
      changed: [group],
      ended: [group],
      unreached: names,
      doubled: names,
      directoryAsked: false,
      warnings: [{ text: '没有联络员', units: names }],
    })
    drawn(card)
    expect(JSON.stringify(card)).toContain('等 5000 项')
  })

  it('hold a page of fifty faults with long words', () => {
    const shown = Array.from({ length: 50 }, (_, row) => {
      const fault = {
        sheet: 'roles',
        row,
        column: 'role',
        value: nasty.repeat(9),
        problem: { code: 'unknown-role' },
      } as const
      return { place: sayPlace(fault), text: sayProblem(fault) }
    })
    drawn(rosterFaultsCard({ roster, name: nasty, total: 20_000, shown, page: 2, pages: 400 }))
  })

  it('say who decided and when, and have no buttons left', () => {
    for (const what of ['applied', 'dropped'] as const) {
      const card = rosterClosedCard({
        what,
        name: nasty,
        who: '办公室 工作人员',
        when: '3月1日 09:00',
        added: 1,
        changed: 2,
        ended: 3,
      })
      drawn(card)
      expect(JSON.stringify(card)).toContain('办公室 工作人员 于 3月1日 09:00')
      expect(JSON.stringify(card)).not.toContain('action')
    }
  })
})
