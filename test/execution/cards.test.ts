import { describe, expect, it } from 'vitest'
import { evidenceReceivedCard } from '../../cards/evidence-received.ts'
import type { Card } from '../../cards/kit.ts'
import { progressChoiceCard } from '../../cards/progress-choice.ts'
import { progressConfirmCard } from '../../cards/progress-confirm.ts'
import { progressHistoryCard } from '../../cards/progress-history.ts'
import { progressListCard } from '../../cards/progress-list.ts'
import { progressReportCard } from '../../cards/progress-report.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'

/** As long as anyone can make it, of what could be markup. */
const LONG = '*[药](a)<at id=all></at>`_~'.repeat(40).slice(0, 1000)
const NAME = '“双一流”建设与*教材*（@all）'.repeat(8)
const open = { send: 'progress-understood', with: { text: '35', unit: 'JX01' } } as const
const facts = {
  unit: NAME,
  number: 999,
  title: NAME,
  percent: 100,
  before: 99,
  state: 'behind',
  done: LONG,
  next: LONG.slice(0, 500),
  difficulty: LONG.slice(0, 500),
  reason: LONG.slice(0, 200),
  cost: '99999999999.99',
} as const
const sixty = Array.from({ length: 60 }, (_, at) => at + 1)
const files = Array.from({ length: 20 }, (_, at) => `${NAME}${at}.pdf`)
const faults = (card: Card) => validateCard(renderCard(card))
const labels = (card: Card): string[] =>
  card.elements.flatMap((one) => (one.tag === 'buttons' ? one.buttons.map((button) => button.text) : []))

describe('cards of execution can be sent, whatever is in them', () => {
  it('the list of sixty goals', () => {
    const goals = sixty.map((number) => ({
      number,
      title: NAME,
      due: '2026年12月31日',
      percent: number % 2 === 0 ? 50 : null,
      state: number % 2 === 0 ? ('at-risk' as const) : null,
      open,
    }))
    for (const reports of [true, false]) {
      for (const closed of ['', '现在是「考核」阶段。']) {
        const card = progressListCard({ unit: NAME, closed, reports, goals })
        expect(faults(card)).toEqual([])
        expect(labels(card)).toHaveLength(24)
        expect(JSON.stringify(card)).toContain('60。')
      }
    }
  })

  it('a report with twenty files, each of which can be had back', () => {
    const card = progressReportCard({
      ...facts,
      files: files.map((name) => ({ name, open })),
      lost: 3,
      by: NAME,
      at: '12月31日 23:59',
      later: open,
      unused: { count: 20, add: open },
      history: open,
    })
    expect(faults(card)).toEqual([])
    expect(labels(card).filter((text) => text.startsWith('取回材料'))).toHaveLength(20)
  })

  it('a line to be confirmed, with twenty files', () => {
    const evidence = files.map((_, at) => `om_${'x'.repeat(32)}:file_v3_${'x'.repeat(36)}${at}`)
    const save = { do: 'progress.report', with: { goal: '2026-JX01-2', done: LONG, evidence } } as const
    const edit = {
      show: 'form',
      with: { form: 'progress', params: { goal: 'x', percent: 1, done: LONG } },
    } as const
    expect(faults(progressConfirmCard({ ...facts, files, save, edit }))).toEqual([])
    const fall = progressConfirmCard({ ...facts, percent: 1, files, save, edit })
    expect(faults(fall)).toEqual([])
    expect(labels(fall)).toEqual(['补充修改'])
  })

  it('ten reports', () => {
    const report = { ...facts, by: NAME, at: '12月31日 23:59', files: 20, open }
    const reports = Array.from({ length: 10 }, () => report)
    const history = { unit: NAME, number: 999, title: NAME }
    expect(faults(progressHistoryCard({ ...history, reports }))).toEqual([])
    expect(faults(progressHistoryCard({ ...history, reports: [] }))).toEqual([])
  })

  it('a file that may be for any of sixty goals, that was used, that was refused, that is gone', () => {
    const goals = sixty.map((number) => ({
      number,
      title: NAME,
      unit: NAME,
      report: open,
      recent: number === 5,
    }))
    const cards = [
      evidenceReceivedCard({ name: NAME, status: 'unused', kind: 'file', kept: true, goals }),
      evidenceReceivedCard({ name: NAME, status: 'unused', kind: 'file', kept: false, goals: [] }),
      evidenceReceivedCard({ name: NAME, status: 'used', kept: true, goal: NAME, open }),
      evidenceReceivedCard({ name: NAME, status: 'refused', empty: false, size: '31.0', limit: 30 }),
      evidenceReceivedCard({ name: NAME, status: 'refused', empty: true, size: '0.0', limit: 30 }),
      evidenceReceivedCard({ name: NAME, status: 'lost', limit: 30 }),
      evidenceReceivedCard({ name: '', status: 'gone' }),
    ]
    for (const card of cards) expect(faults(card)).toEqual([])
  })

  it('a choice among more units than a card takes', () => {
    const options = sixty.map((at) => ({ text: `${NAME}${at}`, action: open }))
    expect(faults(progressChoiceCard({ title: NAME, text: NAME, options }))).toEqual([])
  })
})

describe('labels', () => {
  it('have at most eight characters', () => {
    const goals = sixty.map((number) => ({
      number,
      title: NAME,
      due: '',
      percent: null,
      state: null,
      unit: '',
      report: open,
      recent: false,
      open,
    }))
    const cards = [
      progressListCard({ unit: '', closed: '', reports: true, goals }),
      evidenceReceivedCard({ name: '', status: 'unused', kind: 'file', kept: true, goals }),
    ]
    for (const text of cards.flatMap(labels)) expect([...text].length).toBeLessThanOrEqual(8)
  })
})
