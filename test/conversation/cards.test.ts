import { describe, expect, it } from 'vitest'
import { checkAnswersCard } from '../../cards/check-answers.ts'
import { doneCard } from '../../cards/done.ts'
import { draftsCard } from '../../cards/drafts.ts'
import { formCard } from '../../cards/form.ts'
import { greetingCard } from '../../cards/greeting.ts'
import { helpCard } from '../../cards/help.ts'
import type { Card, Field } from '../../cards/kit.ts'
import { nearestCard } from '../../cards/nearest.ts'
import { noted } from '../../cards/noted.ts'
import { questionCard } from '../../cards/question.ts'
import { roleMenuCard } from '../../cards/role-menu.ts'
import { strangerCard } from '../../cards/stranger.ts'
import { todoCard } from '../../cards/todo.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { BORROW } from './lending.ts'
import { cardOf } from './talk.ts'

const LONG = '**长**<at id=all></at>'.repeat(400)
const times = <Thing>(count: number, make: (at: number) => Thing): Thing[] =>
  Array.from({ length: count }, (_, at) => make(at))
const choices = (count: number) =>
  times(count, (at) => ({ value: `v${at}`, text: `${at}${LONG.slice(0, 90)}` }))
const todoItem = {
  text: LONG.slice(0, 200),
  since: '2026-03-01T00:00:00.000Z',
  button: '办理事项一二三四',
} as const
const doing = { words: '办理事项一二三四', does: LONG.slice(0, 60) }
const action = { show: 'todo', with: {} } as const

const question = {
  ...{
    form: 'borrow',
    params: {},
    question: 'a',
    title: LONG,
    label: LONG.slice(0, 100),
    number: 2,
    count: 9,
  },
  ...{ required: false, hint: LONG, choices: choices(60), now: LONG, taken: LONG, fault: LONG },
}
const fields: Field[] = times(12, (at) => ({
  ...{
    kind: 'choice',
    name: `f${at}`,
    label: `字段${at}`,
    initial: 'v1',
    fault: '不对',
    choices: choices(8),
  },
}))

const cards: readonly (readonly [string, Card])[] = [
  ['done', doneCard({ text: LONG, tone: 'green' })],
  ['ended', doneCard({ text: '', tone: 'muted' })],
  ['stranger', strangerCard({ office: [LONG, LONG, LONG, LONG] })],
  ['stranger, nobody in the office', strangerCard({ office: [] })],
  [
    'greeting',
    greetingCard({
      name: LONG.slice(0, 40),
      roles: times(9, () => LONG.slice(0, 60)),
      things: times(3, () => doing),
      waiting: 99,
    }),
  ],
  [
    'menu of five roles',
    roleMenuCard({ parts: times(5, () => ({ says: LONG.slice(0, 60), things: times(6, () => doing) })) }),
  ],
  ['nearest', nearestCard({ heard: LONG, suggestions: [LONG, '待办', '帮助'] })],
  ['nearest to nothing', nearestCard({ heard: '', suggestions: ['待办'] })],
  ['todo, none', todoCard({ total: 0, page: 0, pages: 1, items: [] })],
  ['todo', todoCard({ total: 99, page: 1, pages: 13, items: times(8, () => ({ ...todoItem, action })) })],
  [
    'form',
    formCard({
      name: 'borrow',
      params: { a: LONG.slice(0, 500) },
      spec: { ...BORROW, intro: LONG },
      hasDraft: true,
    }),
  ],
  [
    'large form',
    formCard({ name: 'big', params: {}, spec: { title: '大', fields, submit: '提交' }, hasDraft: false }),
  ],
  ['question', questionCard(question)],
  ['question with buttons', questionCard({ ...question, choices: choices(8), number: 1 })],
  [
    'answers',
    checkAnswersCard({
      ...question,
      submit: '提交',
      answers: times(20, (at) => ({ label: `${at}`, value: LONG })),
    }),
  ],
  [
    'drafts',
    draftsCard(times(10, (at) => ({ form: 'f', params: { at }, title: LONG.slice(0, 60), answered: 3 }))),
  ],
  ['no drafts', draftsCard([])],
  [
    'help',
    helpCard({
      ...{ name: LONG, roles: [LONG, LONG], examples: ['待办', '填报目标目标目标目标', '进展'] },
      commands: times(60, (at) => ({ words: `说法${at}`, help: '可以做的一件事，说明它的用处' })),
    }),
  ],
  [
    'noted',
    cardOf(
      noted(
        { kind: 'card', card: strangerCard({ office: [] }) },
        { text: LONG, draft: { title: LONG.slice(0, 60), answered: 2 } },
      ),
    ),
  ],
]

describe('the conversation’s cards', () => {
  it.each(cards)('%s can be sent, whatever it holds', (_name, card) => {
    expect(validateCard(renderCard(card))).toEqual([])
  })

  it.each(cards)('%s has labels of at most eight characters and says its summary', (_name, card) => {
    const labels = JSON.stringify(card.elements.filter((one) => one.tag === 'buttons')).match(
      /"text":"([^"]*)","action/g,
    )
    for (const label of labels ?? [])
      expect([...label].length).toBeLessThanOrEqual('"text":"","action'.length + 8)
    expect(typeof card.summary).toBe('string')
  })

  it('a text with a draft offers it in words', () => {
    const message = noted({ kind: 'text', text: '好。' }, { text: '', draft: { title: '借书', answered: 2 } })
    expect(message).toEqual({
      kind: 'text',
      text: '好。\n「借书」已填的 2 项留作草稿，发送「继续填写」接着填。',
    })
  })
})
