/** The year and its policy (Articles 4, 7, 8, 24-27; rulebook 2): the office keeps them, the leading group confirms them. */
import type { Phase } from '../../../src/store/schema/policy.ts'
import { ALL, type Chapter, deed, OPEN } from '../deed.ts'
import { ANYONE } from './together.ts'

const CLOSED: readonly Phase[] = ['closed']
/** What the year has left can be opened again for one unit. */
const LEFT: readonly Phase[] = ['execution', 'assessment', 'results']
const BY_CLOCK = { delegate: 'no' } as const

export const policy: Chapter = {
  title: 'The year and its policy',
  deeds: {
    open: deed('year.open', 'open the first year', ['office'], ALL),
    begin: deed('year.begin', 'begin the next year', ['office'], CLOSED),
    enter: deed('phase.enter', 'open the next phase, or an earlier one again', ['office'], ALL),
    reopen: deed('phase.reopen', 'open an earlier phase again for a unit', ['office'], LEFT),
    reclose: deed('phase.reclose', 'close that phase again', ['office'], ALL),
    plan: deed('calendar.plan', "plan the year's days", ['office'], OPEN),
    'remind calendar': deed(
      'calendar.remind',
      'remind the office of a planned day',
      ['clock'],
      OPEN,
      BY_CLOCK,
    ),
    choose: deed('values.choose', 'change values of the policy', ['office'], OPEN),
    'keep area': deed('gate-area.keep', 'add or change a gate area', ['office'], OPEN),
    'end area': deed('gate-area.end', 'end a gate area', ['office'], OPEN),
    coefficients: deed('coefficients.set', "set a unit's coefficients", ['office'], OPEN),
    adopt: deed('coefficients.adopt', "take last year's coefficients over", ['office'], OPEN),
    'read coefficients': deed('coefficients.read', 'send a workbook of coefficients', ANYONE, ALL, {
      delegate: 'oneself',
    }),
    'apply coefficients': deed('coefficients.apply', 'apply a workbook of coefficients', ['office'], OPEN),
    'drop coefficients': deed('coefficients.drop', 'drop a workbook of coefficients', ['office'], ALL),
    confirm: deed('policy.confirm', "confirm the year's policy", ['chair'], OPEN),
    backup: deed('backup.make', 'make a backup', ['office'], ALL),
    retry: deed('outbox.retry', 'send parked messages again', ['office'], ALL),
  },
}
