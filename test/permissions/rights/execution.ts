/** Progress, tasks, help and reminders (Articles 18, 19; rulebook 4). */
import { ALL, type Chapter, deed, EXECUTION, OPEN, SETTING } from '../deed.ts'
import { GROUP, TEAM, UNIT } from './together.ts'

const SENDERS = [
  ...(['any contact', 'any head', 'any working-convenor', 'any working-member'] as const),
  ...(['any inspection-convenor', 'any inspection-member', 'any author'] as const),
]
/** Nobody accepts what the own unit reports (rulebook 7). */
const JUDGING = ['execution', 'assessment'] as const

export const execution: Chapter = {
  title: 'Progress, tasks, help, reminders',
  deeds: {
    report: deed('progress.report', 'report on a goal', UNIT, EXECUTION),
    'report task': deed(
      'progress.report',
      'report on a task: its owner, and who reports on the goal',
      [...UNIT, 'author'],
      EXECUTION,
      {
        personal: ['author'],
      },
    ),
    'report many': deed('progress.report-many', 'report on several goals', UNIT, EXECUTION),
    'judge, standard': deed(
      'progress.judge',
      "accept or query a teaching unit's or hospital's report",
      GROUP,
      JUDGING,
      { bars: 'both' },
    ),
    'judge, graded': deed(
      'progress.judge',
      "accept or query another unit's report",
      ['leader', ...TEAM],
      JUDGING,
      { bars: 'both' },
    ),
    'send file': deed(
      'evidence.receive',
      'send a picture or file as evidence: who reports or inspects',
      SENDERS,
      ALL,
      { personal: ['author'] },
    ),
    'keep file': deed('evidence.keep', 'keep the bytes of a file', ['outbox'], ALL, { delegate: 'no' }),
    split: deed('task.split', 'split a goal into tasks', UNIT, EXECUTION),
    'save task': deed('task.save', 'add or change a task', UNIT, EXECUTION),
    'end task': deed('task.end', 'end a task', UNIT, EXECUTION),
    'ask help': deed('help.ask', 'ask for help', UNIT, EXECUTION),
    'answer, group': deed('help.answer', 'answer a request that the working group holds', GROUP, ALL, {
      bars: 'both',
    }),
    'answer, leader': deed(
      'help.answer',
      'answer a request that the leader in charge holds',
      ['leader'],
      ALL,
      { bars: 'delegate' },
    ),
    'answer, office': deed('help.answer', 'answer a request that the office holds', ['office'], ALL, {
      bars: 'delegate',
    }),
    'pass, group': deed(
      'help.pass',
      'pass on a request: who holds it, and the office',
      ['office', ...GROUP],
      ALL,
      {
        bars: 'both',
        unbarred: ['office'],
      },
    ),
    solve: deed('help.solve', 'say that a request is solved', UNIT, ALL),
    digest: deed('digest.send', "send everybody's digest", ['clock'], OPEN, { delegate: 'no' }),
    snooze: deed('reminder.snooze', 'put a reminder off: who has it, here of a goal', ['contact'], EXECUTION),
    resume: deed('reminder.resume', 'have a reminder back: who put it off', ['contact'], EXECUTION),
    deadline: deed('plan-deadline.set', 'say by when plans are to be sent', ['office'], SETTING),
  },
}
