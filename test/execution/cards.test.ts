import { describe, expect, it } from 'vitest'
import { evidenceBatchCard } from '../../cards/evidence-batch.ts'
import { evidenceReceivedCard } from '../../cards/evidence-received.ts'
import type { Card } from '../../cards/kit.ts'
import { progressChoiceCard } from '../../cards/progress-choice.ts'
import { progressConfirmCard } from '../../cards/progress-confirm.ts'
import { progressHistoryCard } from '../../cards/progress-history.ts'
import { progressJudgeCard } from '../../cards/progress-judge.ts'
import { progressJudgingCard } from '../../cards/progress-judging.ts'
import { progressListCard } from '../../cards/progress-list.ts'
import { progressManyCard } from '../../cards/progress-many.ts'
import { progressReportCard } from '../../cards/progress-report.ts'
import { progressReportedManyCard } from '../../cards/progress-reported-many.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'

/** As long as anyone can make it, of what could be markup. */
const LONG = '*[药](a)<at id=all></at>`_~'.repeat(40).slice(0, 1000)
const CHINESE = '教材初稿'.repeat(250)
const NAME = '“双一流”建设与*教材*（@all）'.repeat(8)
const open = { send: 'progress-understood', with: { text: '35', unit: 'JX01' } } as const
const facts = {
  unit: NAME,
  number: 999,
  title: NAME,
  percent: 100,
  before: 99,
  state: 'behind',
  done: CHINESE,
  next: LONG.slice(0, 500),
  difficulty: LONG.slice(0, 500),
  reason: LONG.slice(0, 200),
  cost: '99999999999.99',
  value: `999999999.99${NAME}（目标 999999999.99${NAME}）`,
  task: `任务20 ${NAME} 100%`,
  mean: 98,
  judgement: { accepted: false, text: `${LONG.slice(0, 500)}（${NAME}，12月31日 23:59）` },
  over: '超预算 99999999999.99元',
} as const
const sixty = Array.from({ length: 60 }, (_, at) => at + 1)
const files = Array.from({ length: 20 }, (_, at) => ({ name: `${NAME}${at}.pdf`, open }))
const turns = [
  { text: '上一页（1/9）', action: open },
  { text: '下一页（3/9）', action: open },
]
const faults = (card: Card) => validateCard(renderCard(card))
const labels = (card: Card): string[] =>
  card.elements.flatMap((one) => (one.tag === 'buttons' ? one.buttons.map((button) => button.text) : []))
const evidence = files.map((_, at) => `om_${'x'.repeat(32)}:file_v3_${'x'.repeat(36)}${at}`)
const save = { do: 'progress.report', with: { goal: '2026-JX01-2', done: CHINESE, evidence } } as const
const edit = { show: 'form', with: { form: 'progress', params: { goal: 'x', line: CHINESE } } } as const

const listed = sixty.map((number) => ({
  number,
  title: NAME,
  due: '2026年12月31日',
  percent: number % 2 === 0 ? 50 : null,
  state: number % 2 === 0 ? ('at-risk' as const) : null,
  accepted: '100%',
  queried: number % 3 === 0,
  over: true,
  open,
}))

describe('cards of execution can be sent, whatever is in them', () => {
  it('the list of sixty goals', () => {
    for (const reports of [true, false]) {
      for (const closed of ['', '现在是「考核」阶段。']) {
        const card = progressListCard({ unit: NAME, closed, reports, goals: listed })
        expect(faults(card)).toEqual([])
        expect(labels(card)).toHaveLength(24)
        expect(JSON.stringify(card)).toContain('60。')
      }
    }
  })

  it('a report with twenty files, each of which can be had back', () => {
    const card = progressReportCard({
      ...facts,
      files,
      lost: 3,
      by: NAME,
      at: '12月31日 23:59',
      later: open,
      unused: { count: 20, add: open },
      history: open,
      answer: open,
      judge: open,
    })
    expect(faults(card)).toEqual([])
    expect(labels(card).filter((text) => text.startsWith('取回材料'))).toHaveLength(20)
  })

  it('a line to be confirmed, with twenty files', () => {
    const names = files.map(({ name }) => name)
    const confirm = { ...facts, files: names, guess: LONG.slice(0, 200), save, edit }
    expect(faults(progressConfirmCard({ ...confirm, hindrance: '' }))).toEqual([])
    const fall = progressConfirmCard({ ...confirm, hindrance: LONG.slice(0, 200) })
    expect(faults(fall)).toEqual([])
    expect(labels(fall)).toEqual(['补充修改'])
  })

  it('twenty goals in one message of a thousand characters', () => {
    const twenty = sixty.slice(0, 20)
    const words = { done: CHINESE.slice(0, 50), next: '', difficulty: '', reason: '' }
    const unit = '人次'.repeat(10)
    const value = `999999999.99${unit}（目标 999999999.99${unit}）`
    const short = { ...words, title: NAME.slice(0, 60), judgement: null, task: '', value }
    const report = { percent: 100, value: 99_999_999_999, state: 'at-risk', cost: 9_999_999_999, seen: 999 }
    const reports = twenty.map((at) => ({ goal: `2026-JX01-${at}`, ...report, ...words }))
    const understood = twenty.map(
      () => ({ kind: 'understood', ...facts, ...short, guess: NAME.slice(0, 60) }) as const,
    )
    const saveAll = { do: 'progress.report-many', with: { reports } } as const
    const full = progressManyCard({ lines: understood, files: 20, save: saveAll, count: 20 })
    expect(faults(full)).toEqual([])
    const incomplete = twenty.map(
      (number) => ({ kind: 'incomplete', number, title: NAME, fault: NAME, edit: open }) as const,
    )
    const unread = { kind: 'unread', text: LONG, fault: NAME } as const
    const none = progressManyCard({ lines: [...incomplete, unread], files: 0, save: null, count: 0 })
    expect(faults(none)).toEqual([])
    expect(labels(none)).not.toContain('全部保存')
  })

  it('twenty reports of one message', () => {
    const twenty = sixty.slice(0, 20)
    const reports = twenty.map((number) => ({ ...facts, number, open }))
    const refused = twenty.map(() => LONG.slice(0, 200))
    expect(faults(progressReportedManyCard({ reports, refused }))).toEqual([])
  })

  it('a page of reports', () => {
    const report = { ...facts, by: NAME, at: '12月31日 23:59', files: 20, open }
    const reports = Array.from({ length: 6 }, () => report)
    const history = { unit: NAME, number: 999, title: NAME, turns }
    expect(faults(progressHistoryCard({ ...history, total: 80, reports }))).toEqual([])
    expect(faults(progressHistoryCard({ ...history, total: 0, reports: [] }))).toEqual([])
  })

  it('a report before those who accept it, and a page of what waits for them', () => {
    const judged = { ...facts, files, by: NAME, at: '12月31日 23:59', history: open, list: open }
    const acts = { accept: open, other: open, query: open }
    const open1 = progressJudgeCard({ ...judged, judgement: null, acts, closed: '' })
    expect(faults(open1)).toEqual([])
    expect(labels(open1)).toEqual(expect.arrayContaining(['认可', '认可其他数', '质疑']))
    expect(faults(progressJudgeCard({ ...judged, acts: null, closed: NAME }))).toEqual([])
    const reports = sixty.slice(0, 8).map((number) => ({ ...facts, number, at: '', over: true, open }))
    const page = { closed: NAME, reports, turns }
    expect(faults(progressJudgingCard({ ...page, total: 500 }))).toEqual([])
    expect(faults(progressJudgingCard({ ...page, total: 0 }))).toEqual([])
  })

  it('a hundred files that came together, for any of sixty goals, used, or lost', () => {
    const goals = sixty.map((number) => ({ ...facts, number, report: open, recent: number === 5 }))
    const hundred = Array.from({ length: 100 }, (_, at) => ({ name: `${NAME}${at}`, open }))
    for (const state of ['coming', 'kept', 'lost'] as const) {
      for (const goal of ['', `目标2 ${NAME}`]) {
        const batch = hundred.map((file) => ({ ...file, state, goal }))
        expect(faults(evidenceBatchCard({ files: batch, goals, most: 20 }))).toEqual([])
        expect(faults(evidenceBatchCard({ files: batch.slice(0, 1), goals: [], most: 20 }))).toEqual([])
      }
    }
    expect(faults(evidenceBatchCard({ files: [], goals, most: 20 }))).toEqual([])
  })

  it('a file that is here, that was refused, that is lost, that is gone', () => {
    const cards = [
      evidenceReceivedCard({ name: NAME, status: 'here', kept: true, open }),
      evidenceReceivedCard({ name: NAME, status: 'here', kept: false, open }),
      evidenceReceivedCard({ name: NAME, status: 'refused', empty: false, size: '31.0', limit: 30 }),
      evidenceReceivedCard({ name: NAME, status: 'refused', empty: true, size: '0.0', limit: 30 }),
      evidenceReceivedCard({ name: NAME, status: 'lost', limit: 30 }),
      evidenceReceivedCard({ name: '', status: 'gone' }),
    ]
    for (const card of cards) expect(faults(card)).toEqual([])
  })

  it('a choice among more units than a card takes, and among goals', () => {
    const units = sixty.map((at) => ({ text: `${NAME}${at}`, action: open }))
    expect(faults(progressChoiceCard({ title: NAME, text: NAME, options: units }))).toEqual([])
    const goals = sixty.slice(0, 5).map((at) => ({ about: NAME, text: `目标${at}`, action: edit }))
    expect(faults(progressChoiceCard({ title: NAME, text: NAME, options: goals, turns }))).toEqual([])
  })
})

describe('labels', () => {
  it('have at most eight characters', () => {
    const goals = sixty.map((number) => ({ number, title: '', unit: '', report: open, recent: false }))
    const cards = [
      progressListCard({ unit: '', closed: '', reports: true, goals: listed }),
      evidenceBatchCard({ files: [{ name: '', state: 'kept', goal: '', open }], goals, most: 20 }),
      progressManyCard({
        lines: [{ kind: 'incomplete', number: 999, title: '', fault: '', edit }],
        files: 0,
        save: open,
        count: 0,
      }),
    ]
    for (const text of cards.flatMap(labels)) expect([...text].length).toBeLessThanOrEqual(8)
  })
})
