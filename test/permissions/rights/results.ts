/** Gates, excellence, results (Articles 25-27, 31; rulebook 6). */
import type { Phase } from '../../../src/store/schema/policy.ts'
import { ALL, type Chapter, deed, RESULTS } from '../deed.ts'
import { ANYONE } from './together.ts'

/** From the assessment on, until the results are ratified. */
const GATES: readonly Phase[] = ['assessment', 'results']

export const results: Chapter = {
  title: 'Results',
  deeds: {
    report: deed('gate.report', 'report on the own gate area', ['lead-unit'], GATES),
    pass: deed('gate.pass', 'pass the rest of the units', ['lead-unit'], GATES),
    fail: deed('gate.fail', 'fail units by name', ['lead-unit'], GATES),
    'read workbook': deed('gates.read', 'send a gate workbook, and see what it would report', ANYONE, ALL, {
      delegate: 'oneself',
    }),
    'apply workbook': deed('gates.apply', 'report by the own gate workbook', ['lead-unit'], GATES),
    'drop workbook': deed('gates.drop', 'drop the own gate workbook', ['lead-unit'], ALL),
    chase: deed('gates.chase', 'remind lead units that owe a report', ['office'], GATES),
    propose: deed('results.propose', 'set the ratio of excellence', ['chair'], RESULTS),
    'ratify, chair': deed(
      'results.ratify',
      'name the excellent, which ratifies or is put to the members',
      ['chair'],
      RESULTS,
    ),
    answer: deed(
      'results.answer',
      'answer on the naming that the chair has put',
      ['leading-member'],
      RESULTS,
    ),
    announce: deed('results.announce', 'announce the results', ['office', 'chair'], RESULTS),
  },
}
