/** Who is who, what the year works with, and whose duties are given away (Articles 3-6, 9, 11; rulebook 1 and 7). */
import { ALL, type Chapter, deed } from '../deed.ts'

const HOLDERS = [
  ...(['any contact', 'any head', 'any leader', 'any chair', 'any leading-member', 'any office'] as const),
  ...([
    'any working-convenor',
    'any working-member',
    'any inspection-convenor',
    'any inspection-member',
  ] as const),
  ...(['any assessment-convenor', 'any assessment-member', 'any lead-unit'] as const),
]
const STANDARDS = ['office', 'any working-convenor', 'any working-member'] as const
const NOT_GIVEN = { delegate: 'no' } as const

export const organization: Chapter = {
  title: 'Organization',
  deeds: {
    'read roster': deed('roster.read', 'send a roster', ['office'], ALL),
    'apply roster': deed('roster.apply', 'apply a roster', ['office'], ALL),
    'drop roster': deed('roster.drop', 'drop a roster', ['office'], ALL),
    'set standard': deed(
      'standard.set',
      'add or change a standard, before a goal of it is ratified',
      STANDARDS,
      ALL,
    ),
    'end standard': deed('standard.end', 'end a work item that no goal has', STANDARDS, ALL),
    'set priority': deed('priority.set', 'add or change a priority', ['office'], ALL),
    'end priority': deed('priority.end', 'end a priority that no goal serves', ['office'], ALL),
    'give own': deed('delegation.give', 'give the own duties to another', HOLDERS, ALL, NOT_GIVEN),
    'give for': deed(
      'delegation.give',
      "give somebody's duties to another: the office, and whose they are",
      ['office', 'leader'],
      ALL,
      NOT_GIVEN,
    ),
    'end delegation': deed(
      'delegation.end',
      'end a delegation: the two, and the office',
      ['office', 'any leader'],
      ALL,
      NOT_GIVEN,
    ),
    'begin delegation': deed('delegation.begin', 'say that a delegation begins', ['clock'], ALL, NOT_GIVEN),
    'expire delegation': deed(
      'delegation.expire',
      'say that a delegation is over',
      ['clock'],
      ALL,
      NOT_GIVEN,
    ),
  },
}
