import { describe, expect, it } from 'vitest'
import type { Card } from '../../cards/kit.ts'
import { taskCard } from '../../cards/task.ts'
import { taskConfirmCard } from '../../cards/task-confirm.ts'
import { taskGoalsCard } from '../../cards/task-goals.ts'
import { taskListCard } from '../../cards/task-list.ts'
import { ownTasksCard } from '../../cards/task-own.ts'
import { taskProgressCard } from '../../cards/task-progress.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'

/** As long as anyone can make it, of what could be markup. */
const TITLE = '*[药](a)<at id=all></at>`_~教材编写与审定工作'.repeat(4).slice(0, 100)
const NAME = '“双一流”建设与*教材*（@all）'.repeat(8)
const WORDS = '教材初稿'.repeat(250)
const LIST = '教'.repeat(3000)

const open = { send: 'task', with: { goal: '2026-JX01-999', task: 20 } } as const
const help = Array.from({ length: 9 }, () => ({
  words: WORDS.slice(0, 500),
  waits: NAME,
  overdue: true,
  open,
}))
const task = {
  ...{ name: '任务999.20', title: TITLE, owner: NAME, due: '12月31日', overdue: true, part: '100%' },
  ...{ percent: 99, endedFor: null },
}
const twenty = Array.from({ length: 20 }, (_, at) => ({ ...task, name: `任务999.${at + 1}`, open }))
const ended = { ...task, endedFor: WORDS.slice(0, 200), open }
const goal = `目标999 ${NAME}`

const largest: readonly (readonly [what: string, card: Card])[] = [
  [
    'twenty tasks with long titles, forty ended ones and open requests',
    taskListCard({
      ...{ unit: NAME, goal, percent: 99, mean: 98, help, add: open, example: `任务 999\n${TITLE}` },
      tasks: [...twenty, ...Array.from({ length: 40 }, () => ended)],
    }),
  ],
  [
    'one task with everything that can be done',
    taskCard({
      ...task,
      unit: NAME,
      goal,
      own: true,
      finish: open,
      report: open,
      change: open,
      end: open,
      all: open,
    }),
  ],
  [
    'an ended task',
    taskCard({
      ...ended,
      unit: NAME,
      goal,
      own: false,
      finish: null,
      report: null,
      change: null,
      end: null,
      all: open,
    }),
  ],
  [
    'a page of own tasks',
    ownTasksCard({
      ...{
        title: '您负责的任务',
        intro: '以下任务由您负责，请按时完成并报进展：',
        total: 20,
        left: 20,
        turns: [{ text: '我的全部任务', action: open }],
      },
      tasks: twenty
        .slice(0, 8)
        .map((one) => ({ ...one, goal: `${NAME} ${goal}`, finish: open, report: open })),
    }),
  ],
  [
    'sixty goals to choose from',
    taskGoalsCard({
      goals: Array.from({ length: 60 }, () => ({
        name: `${NAME} ${goal}`,
        short: `${NAME}目标999`,
        tasks: 20,
        open,
      })),
      example: `任务 999\n${TITLE}`,
    }),
  ],
  [
    'a list of twenty tasks to be confirmed',
    taskConfirmCard({
      ...{ unit: NAME, goal, faults: [], which: null, example: TITLE },
      tasks: twenty.map(({ title }) => ({ title, owner: NAME, due: '12月31日', share: '1000' })),
      save: { do: 'task.split', with: { goal: '2026-JX01-999', text: LIST, seen: 20 } },
    }),
  ],
  [
    'a list in which three names are had by twenty people each',
    taskConfirmCard({
      ...{ unit: NAME, goal, faults: [], save: null, example: TITLE },
      tasks: twenty.map(({ title }) => ({ title, owner: NAME, due: '12月31日', share: '1000' })),
      which: {
        form: 'task-owners',
        fields: Array.from({ length: 3 }, (_, at) => ({
          ...{ kind: 'choice', name: `owner_${at}`, label: '张三', required: true },
          choices: Array.from({ length: 20 }, (_none, person) => ({
            value: `T${person}`,
            text: `张三 T${person} 副教授`,
          })),
        })),
        submit: {
          submit: 'task-owners',
          with: { goal: '2026-JX01-999', text: LIST, seen: 20, names: ['张三', '李四', '王五'] },
        },
      },
    }),
  ],
  [
    'a list of forty faults',
    taskConfirmCard({
      ...{ unit: NAME, goal, tasks: [], which: null, save: null, example: TITLE },
      faults: Array.from({ length: 40 }, () => `「${TITLE}」没有写完成日期`),
    }),
  ],
  [
    'a typed report with twenty files',
    taskProgressCard({
      ...{
        unit: NAME,
        goal,
        task: `任务999.20 ${TITLE}`,
        before: 98,
        percent: 99,
        goalPercent: 99,
        done: WORDS,
      },
      files: Array.from({ length: 20 }, () => NAME),
      ...{ hindrance: WORDS.slice(0, 100), save: open, edit: open },
    }),
  ],
]

describe('the cards of tasks', () => {
  it.each(largest)('are taken by the platform at their largest: %s', (_, card) => {
    expect(validateCard(renderCard(card))).toEqual([])
  })

  it('say who is late, and no more than that of an ended task', () => {
    const late = JSON.stringify(
      taskCard({
        ...task,
        unit: '',
        goal,
        own: true,
        finish: open,
        report: open,
        change: null,
        end: null,
        all: null,
      }),
    )
    expect(late).toContain('已逾期')
    const over = JSON.stringify(
      taskCard({
        ...ended,
        unit: '',
        goal,
        own: true,
        finish: null,
        report: null,
        change: null,
        end: null,
        all: null,
      }),
    )
    expect(over).not.toContain('已逾期')
    expect(over).toContain('无需再报')
  })
})
