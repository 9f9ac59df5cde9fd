/** Setting goals (Articles 8-17, 28; rulebook 3). */
import { ALL, type Chapter, deed, SETTING } from '../deed.ts'
import { ANYONE, GROUP, UNIT } from './together.ts'

const BY_THE_NAMED = { bars: 'delegate' } as const

export const planning: Chapter = {
  title: 'Setting goals',
  deeds: {
    'draft special': deed('goal.draft', 'draft a special goal', UNIT, SETTING),
    'draft key, standard': deed(
      'goal.draft',
      'draft a key or routine goal of a teaching unit or hospital',
      GROUP,
      SETTING,
    ),
    'draft key, graded': deed('goal.draft', 'draft a key goal of another unit', ['leader'], SETTING),
    'draft routine, graded': deed('goal.draft', 'draft a routine goal of another unit', UNIT, SETTING),
    revise: deed('goal.revise', 'change a goal that is not sent: who drafts such goals', UNIT, SETTING),
    'revise assigned': deed('goal.revise', 'change a goal that the office assigned', ['office'], SETTING),
    remove: deed('goal.remove', 'remove a goal that is not sent: who drafts such goals', UNIT, SETTING),
    'remove assigned': deed('goal.remove', 'remove a goal that the office assigned', ['office'], SETTING),
    assign: deed('goal.assign', 'assign a special goal', ['office', 'leader', 'working-convenor'], SETTING),
    'send unit': deed('plan.send', "send the unit's part", ['head'], SETTING),
    'send group': deed('plan.send', "send the working group's part", ['working-convenor'], SETTING),
    'send leader': deed(
      'plan.send',
      "send the leader's own part, which is passed by that",
      ['leader'],
      SETTING,
      BY_THE_NAMED,
    ),
    'withdraw unit': deed('plan.withdraw', "take the unit's part back", ['head'], SETTING),
    'withdraw group': deed(
      'plan.withdraw',
      "take the working group's part back",
      ['working-convenor'],
      SETTING,
    ),
    'withdraw leader': deed(
      'plan.withdraw',
      "take the leader's part back",
      ['leader'],
      SETTING,
      BY_THE_NAMED,
    ),
    review: deed('plan.review', 'review a plan', ['leader'], SETTING, BY_THE_NAMED),
    'review many': deed('plans.review', 'pass several plans at once', ['leader'], SETTING, BY_THE_NAMED),
    'ratify, chair': deed(
      'plan.ratify',
      'ratify a plan, where the chair decides',
      ['chair'],
      SETTING,
      BY_THE_NAMED,
    ),
    'ratify, quorum': deed(
      'plan.ratify',
      'ratify a plan, where a quorum does',
      ['chair', 'leading-member'],
      SETTING,
      {
        bars: 'both',
      },
    ),
    'read workbook': deed('goals.read', 'send a goal workbook, and see what it would do', ANYONE, ALL, {
      delegate: 'oneself',
    }),
    'apply workbook': deed(
      'goals.apply',
      'apply the own goal workbook: what one drafts',
      ['author'],
      SETTING,
      { delegate: 'no' },
    ),
    'drop workbook': deed('goals.drop', 'drop the own goal workbook', ['author'], ALL, { delegate: 'no' }),
    copy: deed('goals.copy', "copy last year's routine goals: who drafts such goals", GROUP, SETTING),
    remind: deed('planning.remind', 'remind who is late with a plan', ['office'], SETTING),
  },
}
