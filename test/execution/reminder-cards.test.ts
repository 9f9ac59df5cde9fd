import { describe, expect, it } from 'vitest'
import { type DigestItem, digestCard } from '../../cards/digest.ts'
import { deadlineCard } from '../../cards/digest-deadline.ts'
import { snoozedCard } from '../../cards/digest-snoozed.ts'
import { sayDue, sayStep, shorten } from '../../cards/digest-words.ts'
import { chaptersFor } from '../../src/chapters.ts'
import type { Item } from '../../src/execution/reminders/rules/digest.ts'
import type { Matter } from '../../src/execution/reminders/rules/matter.ts'
import { actOn, saySteps, sayWhat, sayWhen } from '../../src/execution/reminders/say-item.ts'
import { memoryBlobs } from '../organization/world.ts'
import { checked } from '../planning/overview-cards.ts'

const LONG = '建设国家级一流本科专业<at id=all></at>与课程思政示范中心'.repeat(10)
const NAMES = Array.from({ length: 40 }, (_, n) => ({
  id: `P${n}`,
  name: `阿卜杜勒·买买提明·阿不都热合曼${n}`,
}))
const CHAIN: Matter['chain'] = [{ level: 'own', people: NAMES.map((one) => ({ ...one, duty: null })) }]
const OF_GOAL = { goal: '2026-JX01-12', number: 12, title: LONG }
const COMMON = {
  key: 'k',
  unit: 'JX01',
  unitName: LONG.slice(0, 40),
  dueOn: '2026-06-20',
  chain: CHAIN,
} as const

const MATTERS: readonly Matter[] = [
  { ...COMMON, ...OF_GOAL, kind: 'goal' },
  { ...COMMON, ...OF_GOAL, kind: 'silence', ever: false },
  { ...COMMON, ...OF_GOAL, kind: 'task', task: 3, percent: 20 },
  { ...COMMON, ...OF_GOAL, kind: 'help', request: 2, words: LONG },
  { ...COMMON, kind: 'rectification', finding: 'finding:2026:1', goalNumber: 12, fact: LONG },
  { ...COMMON, kind: 'plan', task: 'draft', goals: 0, types: ['key', 'special', 'routine'] },
  { ...COMMON, kind: 'plan', task: 'revise', goals: 3, types: ['key'] },
  { ...COMMON, kind: 'plan', task: 'send', goals: 3, types: ['key'] },
  { ...COMMON, kind: 'plan', task: 'review', goals: 3, types: [] },
  { ...COMMON, kind: 'plan', task: 'ratify', goals: 3, types: [] },
  { ...COMMON, kind: 'petition', count: 120, since: '2026-05-01' },
]
const STEPS: Item['steps'] = (['own', 'head', 'office', 'leader'] as const).map((level) => ({
  ...{ level, people: NAMES, on: '2026-06-22' },
}))

const itemOf = (matter: Matter, rung: number): Item => ({
  matter,
  group: 'raised',
  rung,
  duty: null,
  steps: STEPS,
})

function largest(matter: Matter): DigestItem {
  const item = itemOf(matter, 3)
  const button = {
    text: '延后3天',
    action: { do: 'reminder.snooze', with: { matter: 'm'.repeat(60), until: '2026-06-29' } },
  }
  return {
    group: 'raised',
    what: sayWhat(matter),
    unit: matter.unitName,
    when: sayWhen(matter, '2026-06-26', 30),
    notes: [...saySteps(item), '已延后至6月29日'],
    buttons: [actOn(item, 2026), button, { ...button, text: '选日期' }],
  }
}

describe('cards of reminders', () => {
  it('are taken by Feishu at their largest', () => {
    const items = [...MATTERS, ...MATTERS].slice(0, 6).map(largest)
    const turns = [1, 2].map((page) => ({
      text: '下一页（2/1250）',
      action: { show: 'digest', with: { page } },
    }))
    checked(
      digestCard({
        ...{
          day: '6月26日',
          counts: { overdue: 9999, raised: 9999, soon: 9999, standing: 9999 },
          items,
          turns,
        },
        ...{ snoozed: 9999, reportable: 12 },
        inNames: NAMES.map(({ name }) => ({
          name,
          count: 99,
          open: { send: 'digest', with: {}, for: name },
        })),
      }),
    )
    const snoozed = MATTERS.slice(0, 10).map(largest)
    checked(
      snoozedCard({
        total: 500,
        items: snoozed.map(({ what, unit, when }) => ({
          what,
          unit,
          when,
          until: '6月29日',
          matter: { matter: 'm' },
        })),
        turns,
      }),
    )
    checked(snoozedCard({ total: 0, items: [], turns: [] }))
    checked(deadlineCard({ year: 2026, due: '3月20日', days: -3, before: '30、7、1', mayChange: true }))
    checked(deadlineCard({ year: 2026, due: '', days: 0, before: '30、7、1', mayChange: false }))
  })

  it('each button leads to what there is', () => {
    const chapters = chaptersFor({ blobs: memoryBlobs(), lookUp: async () => [] })
    const known = new Set(chapters.flatMap((one) => one.views.map(({ name }) => name)))
    for (const matter of MATTERS) {
      for (const rung of [0, 1, 2, 3]) {
        const { action } = actOn(itemOf(matter, rung), 2026)
        expect('send' in action ? known.has(action.send) : false, `${matter.kind} ${rung}`).toBe(true)
      }
    }
  })

  it('labels of buttons fit a phone', () => {
    for (const matter of MATTERS)
      expect([...actOn(itemOf(matter, 0), 2026).text].length).toBeLessThanOrEqual(8)
  })
})

describe('words', () => {
  it.each([
    [8, '还有8天到期（7月3日）'],
    [1, '明天到期（7月3日）'],
    [0, '今天到期'],
    [-5, '已逾期5天（应于7月3日前完成）'],
  ] as const)('%i days', (days, words) => {
    expect(sayDue(days, '2026-07-03')).toBe(words)
  })

  it('a step that met nobody is called skipped', () => {
    expect(sayStep({ level: 'head', names: [], on: '2026-07-03' })).toBe('7月3日应上报负责人，因空缺跳过')
    expect(sayStep({ level: 'leader', names: ['王芳', '李明', '张强'], on: '2026-07-03' })).toBe(
      '7月3日已上报分管校领导王芳、李明等3人',
    )
    expect(sayStep({ level: 'office', names: ['王芳'], on: '2026-07-03' })).toBe('7月3日已上报领导小组办公室')
  })

  it('long words are cut by characters, not in the middle of one', () => {
    expect(shorten('𠮷'.repeat(50), 3)).toBe('𠮷𠮷…')
    expect(shorten('  短 \n 句 ', 10)).toBe('短 句')
  })
})
