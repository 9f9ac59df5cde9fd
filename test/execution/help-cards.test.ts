import { describe, expect, it } from 'vitest'
import { helpConfirmCard } from '../../cards/help-confirm.ts'
import { helpListCard } from '../../cards/help-list.ts'
import { type OpenHelp, openHelpElements } from '../../cards/help-open.ts'
import { helpRequestCard } from '../../cards/help-request.ts'
import type { Card } from '../../cards/kit.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'

/** As long as anyone can make it, of what could be markup. */
const WORDS = '*[药](a)<at id=all></at>`_~缺少实验场地'.repeat(20).slice(0, 500)
const NAME = '“双一流”建设与*教材*（@all）'.repeat(8)
const open = { send: 'help-request', with: { goal: '2026-JX01-999', number: 99 } } as const
const goal = `目标999 ${NAME}`
const request = {
  ...{
    unit: NAME,
    goal,
    words: WORDS,
    asked: `${NAME}，12月31日 23:59`,
    overdue: true,
    holder: NAME,
    due: '12月31日',
  },
  passings: Array.from({ length: 30 }, () => ({ from: NAME, to: NAME, words: WORDS, by: NAME })),
}
const item = { goal: `${NAME} ${goal}`, words: WORDS, overdue: true, standing: NAME, open }
const waiting = (count: number): OpenHelp[] =>
  Array.from({ length: count }, () => ({ words: WORDS, waits: NAME, overdue: false, open }))

const largest: readonly (readonly [what: string, card: Card])[] = [
  [
    'an open request that was passed on thirty times',
    helpRequestCard({
      ...request,
      status: 'open',
      end: null,
      answer: open,
      pass: open,
      solve: open,
      history: open,
    }),
  ],
  [
    'an answered one',
    helpRequestCard({
      ...{ ...request, status: 'answered', end: { words: WORDS, by: NAME } },
      ...{ answer: null, pass: null, solve: null, history: open },
    }),
  ],
  [
    'a typed one',
    helpConfirmCard({
      unit: NAME,
      goal,
      words: WORDS,
      holder: NAME,
      due: '12月31日',
      send: open,
      edit: open,
    }),
  ],
  [
    'a page of a list',
    helpListCard({
      ...{ title: '待我答复', none: '', total: 900, asks: true },
      items: Array.from({ length: 8 }, (_, at) => ({
        ...item,
        status: at % 2 === 0 ? ('open' as const) : ('solved' as const),
      })),
      others: ['已办结', '本单位', '全校逾期'].map((text) => ({ text, action: open })),
      turns: ['上一页', '下一页'].map((text) => ({ text, action: open })),
    }),
  ],
  [
    'what stands on other cards',
    { title: '目标进展', summary: '目标进展', elements: openHelpElements(waiting(30)) },
  ],
]

describe('the cards of requests for help', () => {
  it.each(largest)('are taken by the platform at their largest: %s', (_, card) => {
    expect(validateCard(renderCard(card))).toEqual([])
  })

  it('on other cards there is nothing where nothing waits, and three at most', () => {
    expect(openHelpElements([])).toEqual([])
    const said = JSON.stringify(openHelpElements(waiting(4)))
    expect(said.match(/求助待答复/g)).toHaveLength(3)
    expect(said).toContain('共 4 项')
    expect(JSON.stringify(openHelpElements(waiting(1)))).not.toContain('全部求助')
  })
})
