import { describe, expect, it } from 'vitest'
import { type InspectionCheckFacts, inspectionCheckCard } from '../../cards/inspection-check.ts'
import { inspectionChoiceCard } from '../../cards/inspection-choice.ts'
import {
  type InspectionFindingFacts,
  inspectionFindingCard,
  inspectionNoteCard,
} from '../../cards/inspection-finding.ts'
import { inspectionFindingListCard } from '../../cards/inspection-finding-list.ts'
import { inspectionListCard } from '../../cards/inspection-list.ts'
import { inspectionVisitCard } from '../../cards/inspection-visit.ts'
import type { Button, Card, FormSpec } from '../../cards/kit.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { DRAW_SPEC } from '../../src/execution/inspection/forms/end.ts'
import { evidenceFields } from '../../src/execution/inspection/forms/fields.ts'
import { judgeSpec } from '../../src/execution/inspection/forms/rectify.ts'

/** As long as anyone can make it, of what could be markup. */
const words = (length: number): string => '*[药](a)<at id=all></at>`_~"\n'.repeat(60).slice(0, length)
const NAME = '“双一流”建设与*教材*（@all）'.repeat(6)
const WHEN = '12月31日 23:59'
const open = { show: 'inspection', with: { inspection: 'inspection:2026:9999' } } as const
const button: Button = { text: '上一页（2/3）', action: open }
const drawn = (card: Card): void => expect(validateCard(renderCard(card))).toEqual([])
const labels = (card: Card): string[] =>
  card.elements.flatMap((one) => (one.tag === 'buttons' ? one.buttons.map(({ text }) => text) : []))
const many = <T>(count: number, of: T): T[] => Array.from({ length: count }, () => of)
const end = { how: 'done', by: NAME, at: WHEN, words: words(500) } as const

describe('cards of inspection can be sent, whatever is in them', () => {
  it('the list with ten inspections and three bodies', () => {
    const row = {
      kind: 'check',
      number: 9999,
      status: 'cancelled',
      body: NAME,
      whom: NAME,
      day: '2026年12月31日',
      open,
    } as const
    const bodies = many(3, { name: NAME, begin: [button, button] })
    const card = inspectionListCard({
      year: 2026,
      bodies,
      total: 999,
      rows: many(10, row),
      turns: [button, button],
      more: many(3, button),
    })
    drawn(card)
    drawn(inspectionListCard({ year: 2026, bodies: [], total: 0, rows: [], turns: [], more: [] }))
    for (const text of labels(card)) expect([...text].length, text).toBeLessThanOrEqual(9)
  })

  it('a visit by fifty inspectors, ended', () => {
    const visit = {
      year: 2026,
      number: 9999,
      body: NAME,
      unit: NAME,
      on: '2026年12月31日',
      by: NAME,
      at: WHEN,
      visited: true,
    }
    const more = { inspectors: many(50, NAME.slice(0, 20)), purpose: words(500), actions: many(5, button) }
    drawn(inspectionVisitCard({ ...visit, ...more, end }))
    drawn(inspectionVisitCard({ ...visit, ...more, end: null }))
  })

  it('a spot check with fifty drawn, and one that waits for its witness', () => {
    const stated: InspectionCheckFacts = {
      ...{
        year: 2026,
        number: 9999,
        body: NAME,
        status: 'drawn',
        purpose: words(500),
        range: NAME,
        counter: '个单位',
      },
      ...{ places: 50, population: 3000, listHash: 'f'.repeat(64), by: NAME, at: WHEN, end },
      ...{
        inspectors: many(50, NAME.slice(0, 20)),
        excluded: many(50, NAME.slice(0, 40)),
        actions: many(5, button),
      },
      draw: {
        witness: NAME,
        said: words(40),
        at: WHEN,
        seed: 'f'.repeat(64),
        picked: many(50, { unit: NAME, goal: NAME }),
      },
      witness: null,
    }
    drawn(inspectionCheckCard(stated))
    const witness = { form: 'check_draw', spec: DRAW_SPEC, params: { inspection: 'inspection:2026:9999' } }
    drawn(inspectionCheckCard({ ...stated, status: 'stated', draw: null, end: null, witness }))
  })

  const file = { name: `${NAME}.pdf`, open }
  const answer = { words: words(1000), by: NAME, at: WHEN, late: true, files: many(10, file) }
  const finding: InspectionFindingFacts = {
    ...{ number: 9999, unit: NAME, goal: NAME, inspection: { name: '抽查 2026-9999', open }, body: NAME },
    ...{
      kind: 'rectification',
      severity: 'serious',
      fact: words(1000),
      demand: words(500),
      due: '2026年12月31日',
    },
    ...{ files: many(10, file), by: NAME, at: WHEN, status: 'answered', overdue: true, answer },
    ...{
      rounds: [{ answer, reason: words(500), by: NAME, at: WHEN }],
      turns: [button, button],
      close: words(500),
    },
    ...{ form: null, actions: [button] },
  }
  const submit: Button = { text: '验收通过', action: { submit: 'rectification_judge', with: { seen: 99 } } }
  const asked = (spec: FormSpec) => ({ name: 'rectification_judge', spec, buttons: [submit, submit] })

  it('a finding with ten files, an answer with ten, one that came back with ten, and a form', () => {
    drawn(inspectionFindingCard({ ...finding, form: asked(judgeSpec('2026-03-02')) }))
    const files = many(10, { name: NAME, id: '' }).map((one, at) => ({
      ...one,
      id: `om_${'x'.repeat(32)}:${at}`,
    }))
    const fields = evidenceFields(
      files,
      files.map((one) => one.id),
    )
    const spec = { ...judgeSpec('2026-03-02'), fields: [...judgeSpec('2026-03-02').fields, ...fields] }
    drawn(inspectionFindingCard({ ...finding, status: 'open', answer: null, form: asked(spec) }))
  })

  it('a note with ten files', () => {
    drawn(
      inspectionNoteCard({
        ...finding,
        ...{ files: many(10, NAME), missing: ['程度', '整改要求', '新的整改期限（原期限已过）'] },
        ...{ publish: open, change: open, drop: { finding: 'finding:2026:9999' } },
      }),
    )
  })

  it('eight findings, and a choice among twelve units', () => {
    const row = {
      number: 9999,
      unit: NAME,
      goal: NAME,
      kind: 'rectification',
      severity: 'serious',
      fact: words(1000),
      status: 'open',
      overdue: true,
      due: '2026年12月31日',
      open,
    } as const
    const list = {
      title: '整改情况',
      total: 999,
      nothing: '',
      overdue: 99,
      turns: [button, button],
      more: [button],
    }
    drawn(inspectionFindingListCard({ ...list, rows: many(8, row) }))
    drawn(inspectionFindingListCard({ ...list, rows: many(8, { ...row, status: null, overdue: false }) }))
    const options = many(12, { text: NAME, label: '去调研', action: open })
    drawn(
      inspectionChoiceCard({ title: '安排调研', text: NAME, options, turns: [button, button], left: NAME }),
    )
  })
})
