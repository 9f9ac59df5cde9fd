/** Inspection (Articles 19, 20; rulebook 4): nobody inspects the own unit, even by delegation. */
import type { Phase } from '../../../src/store/schema/policy.ts'
import { ALL, type Chapter, deed, EXECUTION, OPEN } from '../deed.ts'
import { GROUP, LEADING_GROUP, TEAM, UNIT } from './together.ts'

const BARRED = { bars: 'both' } as const
/** What was seen can be put on record until the assessment is over. */
const FINDING: readonly Phase[] = ['execution', 'assessment']

export const inspection: Chapter = {
  title: 'Inspection',
  deeds: {
    'plan visit, standard': deed(
      'visit.plan',
      'plan a visit to a teaching unit or hospital',
      GROUP,
      EXECUTION,
      BARRED,
    ),
    'plan visit, graded': deed('visit.plan', 'plan a visit to another unit', TEAM, EXECUTION, BARRED),
    'state check, standard': deed(
      'check.state',
      'state a spot check of teaching units and hospitals',
      ['working-convenor'],
      EXECUTION,
    ),
    'state check, graded': deed(
      'check.state',
      'state a spot check of other units',
      ['inspection-convenor'],
      EXECUTION,
    ),
    draw: deed('check.draw', 'draw a spot check, as a witness', ['office', ...LEADING_GROUP], EXECUTION),
    end: deed(
      'inspection.end',
      'end an inspection: the convenor, and those who are named in it',
      GROUP,
      OPEN,
      BARRED,
    ),
    note: deed(
      'finding.note',
      'take a note of a finding: the convenor, and those who are named',
      GROUP,
      FINDING,
      BARRED,
    ),
    drop: deed('finding.drop', 'drop the own note', ['author'], ALL, { delegate: 'no' }),
    publish: deed('finding.publish', 'publish the own note', ['author'], FINDING, {
      ...BARRED,
      delegate: 'no',
    }),
    withdraw: deed(
      'finding.withdraw',
      'withdraw a finding: who published it, and the convenor',
      ['working-convenor', 'author'],
      OPEN,
      BARRED,
    ),
    answer: deed('rectification.answer', 'answer a rectification', UNIT, OPEN),
    'judge, standard': deed(
      'rectification.judge',
      'accept or return the answer of a teaching unit or hospital',
      GROUP,
      OPEN,
      BARRED,
    ),
    'judge, graded': deed(
      'rectification.judge',
      'accept or return the answer of another unit',
      TEAM,
      OPEN,
      BARRED,
    ),
  },
}
