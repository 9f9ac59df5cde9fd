/** Goals in force of 药学院 and 教务处, with reports, a task, files and requests for help. */
import { execution as program } from '../../../src/execution/chapter.ts'
import { help } from '../../../src/execution/help/chapter.ts'
import { reminders } from '../../../src/execution/reminders/chapter.ts'
import { tasks } from '../../../src/execution/tasks/chapter.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { momentOf, reminderWorld } from '../../execution/reminder-world.ts'
import { type ExecutionWorld, executionWorld, shownAfter } from '../../execution/world.ts'
import { seedGoal } from '../../world/goals.ts'
import { execution } from '../rights/execution.ts'
import { everybodyIn, once, type Situations, situation } from './situation.ts'

const AT = '2026-03-02T03:00:00.000Z'
const RIGHTS = {
  byRight: [
    ...[
      'foreign-goal',
      'unrightful-judge',
      'own-unit-judge',
      'unneeded-file',
      'unknown-evidence',
      'foreign-request',
    ],
    ...['foreign-solution', 'clock-only', 'ended-reminder', 'unsnoozed-reminder', 'office-sets-deadline'],
  ],
  byPhase: ['closed-execution', 'late-judge', 'unwatched-year', 'ended-reminder', 'ended-setting-phase'],
}
const GOALS = { JX01: '2026-JX01-1', XZ01: '2026-XZ01-1' } as const
type Unit = keyof typeof GOALS

/** M-JX01 owns a task of the goal of JX01. */
const world = once(async (): Promise<ExecutionWorld> => {
  const w = await executionWorld()
  everybodyIn(w.db)
  for (const unit of ['JX01', 'XZ01']) seedGoal(w.db, unit, 1)
  seedGoal(w.db, 'JX01', 2)
  shownAfter(await w.do('C-JX01', 'task.save', TASK))
  for (const unit of ['JX01', 'XZ01'] as const) {
    shownAfter(await w.report(`C-${unit}`, GOALS[unit], { reason: '按实际' }))
    shownAfter(await w.do(`C-${unit}`, 'help.ask', { goal: GOALS[unit], words: '缺少场地' }))
  }
  shownAfter(await w.sends('C-JX01', 'f1'))
  shownAfter(await w.do('C-JX01', 'help.ask', { goal: '2026-JX01-2', words: '缺少经费' }))
  const passing = { goal: '2026-JX01-2', number: 1, to: 'office', words: '请办公室协调' }
  shownAfter(await w.do('WG1', 'help.pass', passing))
  return w
})

const TASK = { goal: GOALS.JX01, title: '编写初稿', owner: 'M-JX01', dueOn: '2026-06-30' } as const

const of =
  (
    name: string,
    unit: Unit,
    payload: JsonObject,
    more: { readonly author?: string; readonly fetched?: string } = {},
  ) =>
  async () => {
    const w = await world()
    const commands = [...program({ blobs: w.blobs }).commands, ...tasks.commands, ...help.commands]
    const made = situation(
      execution,
      name,
      { db: w.db, at: AT, commands, ...RIGHTS },
      unit,
      payload,
      more.author,
    )
    return { ...made, ...(more.fetched !== undefined && { fetched: more.fetched }) }
  }

const report = { goal: GOALS.JX01, percent: 70, done: '二稿完成', reason: '按实际' }
const judging = (unit: Unit): JsonObject => ({ goal: GOALS[unit], report: 1, verdict: 'accepted' })
const request = (unit: Unit): JsonObject => ({ goal: GOALS[unit], number: 1, words: '已安排' })
const file = { id: 'f2', key: 'k', messageId: 'om', kind: 'image', name: '图片' }

const FRIDAY = '2026-06-26'
const reminded = once(async () => {
  const w = await reminderWorld()
  everybodyIn(w.db)
  w.goal('JX01', 1, '2026-07-03')
  const put = await w.do('C-JX01', 'reminder.snooze', { matter: MATTER, until: '2026-06-29' }, FRIDAY)
  if (!put.ok) throw new Error(put.refusal.code)
  return w
})
const MATTER = 'goal:2026-JX01-1'

const ofReminder = (name: string, payload: JsonObject, author?: string) => async () => {
  const { db } = await reminded()
  const common = { db, at: momentOf(FRIDAY), commands: reminders.commands, ...RIGHTS }
  return situation(execution, name, common, 'JX01', payload, author)
}

export const executionSituations: Situations = new Map([
  ['report', of('report', 'JX01', report)],
  ['report task', of('report task', 'JX01', { ...report, task: 1 }, { author: 'M-JX01' })],
  ['report many', of('report many', 'JX01', { reports: [report] })],
  ['judge, standard', of('judge, standard', 'JX01', judging('JX01'))],
  ['judge, graded', of('judge, graded', 'XZ01', judging('XZ01'))],
  ['send file', of('send file', 'JX01', file, { author: 'M-JX01' })],
  [
    'keep file',
    of(
      'keep file',
      'JX01',
      { id: 'f1', sha256: 'a'.repeat(64), size: 9 },
      { author: 'C-JX01', fetched: 'fetch:f1' },
    ),
  ],
  ['split', of('split', 'JX01', { goal: GOALS.JX01, text: '统稿 M-JX01 7月30日' })],
  ['save task', of('save task', 'JX01', { ...TASK, task: 1, title: '编写二稿' })],
  ['end task', of('end task', 'JX01', { goal: GOALS.JX01, task: 1, reason: '并入他项' })],
  ['ask help', of('ask help', 'JX01', { goal: GOALS.JX01, words: '缺少设备' })],
  ['answer, group', of('answer, group', 'JX01', request('JX01'))],
  ['answer, leader', of('answer, leader', 'XZ01', request('XZ01'))],
  ['answer, office', of('answer, office', 'JX01', { ...request('JX01'), goal: '2026-JX01-2' })],
  ['pass, group', of('pass, group', 'JX01', { ...request('JX01'), to: 'leader' })],
  ['solve', of('solve', 'JX01', { goal: GOALS.JX01, number: 1 })],
  ['digest', ofReminder('digest', { year: 2026, day: FRIDAY })],
  ['snooze', ofReminder('snooze', { matter: MATTER, until: '2026-06-30' })],
  ['resume', ofReminder('resume', { matter: MATTER })],
  ['deadline', ofReminder('deadline', { year: 2026, dueOn: '2026-07-10' })],
])
