/** Appeals (Articles 22, 29; rulebook 5 and 6): what a correction after the announcement needs is an appeal's decision. */
import type { Phase } from '../../../src/store/schema/policy.ts'
import { type Chapter, deed } from '../deed.ts'
import { GROUP, UNIT } from './together.ts'

const APPEALS: readonly Phase[] = ['assessment', 'results', 'closed']
const BARRED = { bars: 'both' } as const

export const appeal: Chapter = {
  title: 'Appeal',
  deeds: {
    draft: deed('appeal.draft', 'write an appeal', UNIT, APPEALS),
    drop: deed('appeal.drop', 'leave a deduction out again', UNIT, APPEALS),
    'ask head': deed('appeal.ask-head', 'ask the head to send the appeal', UNIT, APPEALS),
    send: deed('appeal.send', 'send an appeal', ['head'], APPEALS),
    withdraw: deed('appeal.withdraw', 'take an appeal back', ['head'], APPEALS),
    route: deed(
      'appeal.route',
      'route an appeal to the group or the leading group',
      ['office'],
      APPEALS,
      BARRED,
    ),
    'take over': deed(
      'appeal.take-over',
      'take an appeal over for the leading group',
      ['chair'],
      APPEALS,
      BARRED,
    ),
    'weigh, group': deed(
      'appeal.weigh',
      'write the outcome, where the group hears it',
      ['working-convenor'],
      APPEALS,
      BARRED,
    ),
    'weigh, leaders': deed(
      'appeal.weigh',
      'write the outcome, where the leading group does',
      ['chair'],
      APPEALS,
      BARRED,
    ),
    put: deed('appeal.put', 'put the outcome to the members', ['working-convenor'], APPEALS, BARRED),
    second: deed(
      'appeal.second',
      'agree to the outcome: who has not put it',
      ['working-member'],
      APPEALS,
      BARRED,
    ),
    object: deed('appeal.object', 'object to the outcome', GROUP, APPEALS, BARRED),
    decide: deed('appeal.decide', 'decide an appeal for the leading group', ['chair'], APPEALS, BARRED),
    'reopen answering': deed(
      'feedback.reopen',
      'let a unit answer its feedback after its days',
      ['chair'],
      APPEALS,
      BARRED,
    ),
    lapse: deed('feedback.lapse', 'note that the days passed without a word', ['clock'], APPEALS, {
      delegate: 'no',
    }),
  },
}
