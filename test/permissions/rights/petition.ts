/** Petitions (Article 32; rulebook 4): open until the year is closed; what was written is handled to its end. */
import type { Phase } from '../../../src/store/schema/policy.ts'
import { ALL, type Chapter, deed } from '../deed.ts'
import { ANYONE } from './together.ts'

const WRITING: readonly Phase[] = ['execution', 'assessment', 'results']
const HANDLED = { delegate: 'inside' } as const

export const petition: Chapter = {
  title: 'Petitions',
  deeds: {
    write: deed('petition.write', 'write a petition', ANYONE, WRITING, { delegate: 'oneself' }),
    add: deed('petition.add', 'add words to the own petition', ['author'], WRITING, { delegate: 'no' }),
    reply: deed('petition.reply', 'answer a petition or ask back', ['chair'], ALL, HANDLED),
    'reply, entrusted': deed(
      'petition.reply',
      'answer a petition or ask back, where a member is entrusted with it',
      ['chair', 'leading-member'],
      ALL,
      HANDLED,
    ),
    entrust: deed(
      'petition.entrust',
      'entrust a member of the leading group with one',
      ['chair'],
      ALL,
      HANDLED,
    ),
    close: deed('petition.close', 'close one', ['chair'], ALL, HANDLED),
    pass: deed('petition.pass', 'pass one on', ['chair'], ALL, HANDLED),
    consent: deed(
      'petition.consent',
      "consent to an entrusted member's passing it on",
      ['chair'],
      ALL,
      HANDLED,
    ),
    report: deed('petition.report', 'answer what was passed to a unit', ['head'], ALL),
  },
}
