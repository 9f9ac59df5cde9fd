/** Adjusting goals in force (Article 17; rulebook 2 and 3). */
import type { Phase } from '../../../src/store/schema/policy.ts'
import { ALL, type Chapter, deed } from '../deed.ts'
import { LEADING_GROUP, UNIT } from './together.ts'

/** From the opening of execution until the unit's assessment starts. */
const ADJUSTING: readonly Phase[] = ['execution', 'assessment']

export const adjustment: Chapter = {
  title: 'Adjustment',
  deeds: {
    ask: deed(
      'adjustment.ask',
      'ask for an adjustment',
      [...UNIT, 'working-convenor', 'working-member', 'leader', 'office', ...LEADING_GROUP],
      ADJUSTING,
    ),
    'revise asked': deed(
      'adjustment.revise',
      'change what the unit has asked for: who sends for that side',
      ['head'],
      ADJUSTING,
    ),
    'revise draft': deed('adjustment.revise', 'change a draft of the unit', UNIT, ADJUSTING),
    send: deed('adjustment.send', 'send a draft of the unit', ['head'], ADJUSTING),
    'withdraw asked': deed('adjustment.withdraw', 'take back what the unit has asked for', ['head'], ALL),
    review: deed('adjustment.review', 'review an adjustment', ['leader'], ADJUSTING, { bars: 'delegate' }),
    'ratify, chair': deed(
      'adjustment.ratify',
      'ratify an adjustment, where the chair decides',
      ['chair'],
      ADJUSTING,
      {
        bars: 'delegate',
      },
    ),
    'ratify, quorum': deed(
      'adjustment.ratify',
      'ratify an adjustment, where a quorum does',
      LEADING_GROUP,
      ADJUSTING,
      {
        bars: 'both',
      },
    ),
  },
}
