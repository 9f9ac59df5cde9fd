/** The truth table of the lights, as the README shows it: most rows are of a goal that runs from 2 March to 30 November. */
import { sayReasons } from '../../cards/light-words.ts'
import type { LightFacts, LightReason } from '../../src/execution/lights/rules/light.ts'
import { type Light, lightOf } from '../../src/execution/lights/rules/light.ts'
import type { LocalDate } from '../../src/kernel/time.ts'
import { EXECUTION_DEFAULTS } from '../../src/policy/rules/execution-policy.ts'

export const COUNTED: LightFacts = {
  cancelled: false,
  startsOn: '2026-03-02',
  dueOn: '2026-11-30',
  percent: null,
  completedOn: null,
  reportedOn: null,
  said: null,
  overdueRectification: false,
  budget: null,
  cost: null,
}

export interface Row {
  readonly when: string
  readonly today: LocalDate
  readonly facts: Partial<LightFacts>
  readonly light: Light
  /** The codes of all reasons, the weightiest first. */
  readonly why: readonly LightReason['code'][]
}

const reported = (
  percent: number,
  reportedOn: LocalDate,
  more: Partial<LightFacts> = {},
): Partial<LightFacts> => ({
  percent,
  reportedOn,
  said: 'on-track',
  ...more,
})
const row = (
  when: string,
  today: LocalDate,
  facts: Partial<LightFacts>,
  light: Light,
  ...why: LightReason['code'][]
): Row => ({ when, today, facts, light, why })

const done = (completedOn: LocalDate) => reported(100, completedOn, { completedOn })

/** A hundred days. */
const SHORT = { dueOn: '2026-06-10' } as const

export const TABLE: readonly Row[] = [
  row('before execution began', '2026-03-01', { startsOn: null }, 'grey', 'future-start'),
  row('in force from a later day', '2026-06-01', { startsOn: '2026-07-01' }, 'grey', 'future-start'),
  row('cancelled', '2026-12-01', { cancelled: true }, 'grey', 'cancelled-goal'),
  row('the first day, nothing reported', '2026-03-02', {}, 'grey', 'awaited-report'),
  row('the first report', '2026-03-02', reported(0, '2026-03-02'), 'green', 'on-course'),
  row('day 29 without any report', '2026-03-31', {}, 'grey', 'awaited-report'),
  row('day 30 without any report', '2026-04-01', {}, 'orange', 'silent'),
  row('day 29 after the last report', '2026-06-30', reported(30, '2026-06-01'), 'green', 'on-course'),
  row(
    'day 30 after a report that said all is well',
    '2026-07-01',
    reported(90, '2026-06-01'),
    'orange',
    'silent',
  ),
  row(
    '31 of 100 days left, hardly begun',
    '2026-05-10',
    { ...reported(5, '2026-05-01'), ...SHORT },
    'green',
    'on-course',
  ),
  row(
    '30 of 100 days left, less done than time used',
    '2026-05-11',
    { ...reported(69, '2026-05-01'), ...SHORT },
    'yellow',
    'little-time',
  ),
  row(
    '30 of 100 days left, as much done',
    '2026-05-11',
    { ...reported(70, '2026-05-01'), ...SHORT },
    'green',
    'on-course',
  ),
  row(
    '16 of 100 days left, less done',
    '2026-05-25',
    { ...reported(83, '2026-05-20'), ...SHORT },
    'yellow',
    'little-time',
  ),
  row(
    '15 of 100 days left, less done',
    '2026-05-26',
    { ...reported(84, '2026-05-20'), ...SHORT },
    'orange',
    'little-time',
  ),
  row(
    '15 of 100 days left, as much done',
    '2026-05-26',
    { ...reported(85, '2026-05-20'), ...SHORT },
    'green',
    'on-course',
  ),
  row('the due day', '2026-11-30', reported(99, '2026-11-20'), 'orange', 'little-time'),
  row('the day after', '2026-12-01', reported(99, '2026-11-20'), 'red', 'overdue'),
  row('overdue and silent', '2026-12-31', reported(99, '2026-11-20'), 'red', 'overdue', 'silent'),
  row(
    'the unit says: at risk',
    '2026-05-01',
    reported(50, '2026-04-20', { said: 'at-risk' }),
    'yellow',
    'said-at-risk',
  ),
  row(
    'the unit says: behind',
    '2026-05-01',
    reported(50, '2026-04-20', { said: 'behind' }),
    'orange',
    'said-behind',
  ),
  row('completed early', '2026-12-31', done('2026-06-01'), 'done', 'completed'),
  row('completed on the due day', '2026-12-31', done('2026-11-30'), 'done', 'completed'),
  row('completed late', '2026-12-31', done('2026-12-01'), 'done', 'completed-late'),
  row(
    'added in mid-year, half of its time used up',
    '2026-10-09',
    { ...reported(0, '2026-10-01'), startsOn: '2026-08-20' },
    'green',
    'on-course',
  ),
  row(
    'added in mid-year, 30 % of its own time left',
    '2026-10-31',
    { ...reported(50, '2026-10-20'), startsOn: '2026-08-22' },
    'yellow',
    'little-time',
  ),
  row(
    'due on the day of its ratification',
    '2026-07-01',
    { startsOn: '2026-07-01', dueOn: '2026-07-01' },
    'orange',
    'little-time',
  ),
  row(
    'due before its ratification',
    '2026-07-01',
    { startsOn: '2026-07-01', dueOn: '2026-06-30' },
    'red',
    'overdue',
  ),
  row(
    'routine, without a due date: the end of the year',
    '2026-12-31',
    { ...reported(99, '2026-12-20'), dueOn: '2026-12-31' },
    'orange',
    'little-time',
  ),
  row(
    'an overdue rectification, nothing reported',
    '2026-03-20',
    { overdueRectification: true },
    'yellow',
    'overdue-rectification',
    'awaited-report',
  ),
  row(
    'an overdue rectification, else green',
    '2026-06-01',
    reported(50, '2026-05-20', { overdueRectification: true }),
    'yellow',
    'overdue-rectification',
    'on-course',
  ),
  row(
    'an overdue rectification, else yellow',
    '2026-09-10',
    reported(70, '2026-09-01', { overdueRectification: true }),
    'orange',
    'overdue-rectification',
    'little-time',
  ),
  row(
    'an overdue rectification, else orange',
    '2026-07-01',
    reported(90, '2026-06-01', { overdueRectification: true }),
    'red',
    'overdue-rectification',
    'silent',
  ),
  row(
    'an overdue rectification, else done',
    '2026-06-01',
    { ...done('2026-05-20'), overdueRectification: true },
    'yellow',
    'overdue-rectification',
    'completed',
  ),
  row(
    'over budget: a mark, no other light',
    '2026-06-01',
    reported(50, '2026-05-20', { budget: 100, cost: 101 }),
    'green',
    'on-course',
  ),
]

export const verdictOf = ({ facts, today }: Pick<Row, 'facts' | 'today'>) =>
  lightOf({ ...COUNTED, ...facts }, EXECUTION_DEFAULTS, today)

const SIGNS = { grey: '⚪', done: '✅', green: '🟢', yellow: '🟡', orange: '🟠', red: '🔴' } as const

/** The table as it stands in the README, between its markers. */
export function tableText(): string {
  const lines = TABLE.map((one) => {
    const { percent, startsOn, dueOn, reportedOn } = { ...COUNTED, ...one.facts }
    const verdict = verdictOf(one)
    const cells = [
      ...[
        one.when,
        startsOn ?? '–',
        dueOn,
        one.today,
        percent === null ? '–' : `${percent}%`,
        reportedOn ?? '–',
      ],
      ...[`${SIGNS[verdict.light]} ${verdict.light}`, sayReasons(verdict)],
    ]
    return `| ${cells.join(' | ')} |`
  })
  const head = ['case', 'from', 'due', 'today', 'done', 'last report', 'light', 'the card says']
  return [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...lines].join('\n')
}
