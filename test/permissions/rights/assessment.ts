/** Accounts, sheets, deliberation, feedback (Articles 21-24; rulebook 5): a member never assesses the own unit, even by delegation. */
import type { Phase } from '../../../src/store/schema/policy.ts'
import { ASSESSMENT, type Chapter, deed } from '../deed.ts'
import { ASSESSORS, GROUP, UNIT } from './together.ts'

const BARRED = { bars: 'both' } as const
/** Feedback comes with the decision, and what follows from an appeal may come after the announcement. */
const ANSWERING: readonly Phase[] = ['assessment', 'results', 'closed']

export const assessment: Chapter = {
  title: 'Assessment',
  deeds: {
    'state account': deed('account.state', 'write the account', UNIT, ASSESSMENT),
    'sign account': deed('account.sign', 'sign the account off', ['head'], ASSESSMENT),
    'take back account': deed('account.take-back', 'take the account back', ['head'], ASSESSMENT),
    'fill sheet, standard': deed(
      'sheet.fill',
      'score a teaching unit or hospital',
      GROUP,
      ASSESSMENT,
      BARRED,
    ),
    'fill sheet, graded': deed('sheet.fill', 'score another unit', ASSESSORS, ASSESSMENT, BARRED),
    'send sheet': deed('sheet.send', 'send the own sheet', GROUP, ASSESSMENT, BARRED),
    excuse: deed('sheet.excuse', 'excuse a member', ['working-convenor'], ASSESSMENT, BARRED),
    'open, standard': deed(
      'deliberation.open',
      "open a teaching unit's or hospital's deliberation",
      ['working-convenor'],
      ASSESSMENT,
      BARRED,
    ),
    'open, graded': deed(
      'deliberation.open',
      "open another unit's deliberation",
      ['assessment-convenor'],
      ASSESSMENT,
      BARRED,
    ),
    propose: deed('deliberation.propose', 'propose the scores', ['working-convenor'], ASSESSMENT, BARRED),
    agree: deed(
      'deliberation.agree',
      'agree to the proposal: who has not made it',
      ['working-member'],
      ASSESSMENT,
      BARRED,
    ),
    object: deed('deliberation.object', 'object to the proposal', GROUP, ASSESSMENT, BARRED),
    reopen: deed(
      'deliberation.reopen',
      'take a stuck deliberation back to the sheets',
      ['office', 'working-convenor'],
      ASSESSMENT,
      BARRED,
    ),
    receive: deed('feedback.receive', 'confirm that the feedback arrived', UNIT, ANSWERING),
  },
}
