/** Who was written to how often without having asked, over the year. */
import { localDateOf } from '../../src/kernel/time.ts'
import type { SchoolYear, Told } from './realising-year.ts'
import { GROUPS, LEADERS, LEADING_GROUP, SCHOOL_UNITS } from './school-university.ts'

/** The days on which a person had a digest, as 04-01. */
export const digestDays = (y: SchoolYear, person: string): string[] =>
  y
    .told()
    .filter((one) => one.person === person && isDigest(one))
    .map((one) => localDateOf(one.at).slice(5))

export const isDigest = ({ view }: Told): boolean => view === 'digest'

/** No answer to the person's own words or files. */
export const isUnasked = ({ key }: Told): boolean => !/^send:(?:reply|evidence-batch):/.test(key)

/** In the order of their numbers. */
export const drawnUnits = ({ db }: SchoolYear): string[] =>
  (db.raw('SELECT unit FROM inspection_unit ORDER BY unit') as { unit: string }[]).map(({ unit }) => unit)

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** How often the most frequent of them is there. */
const mostOf = (names: readonly string[]): number => Math.max(0, ...countsOf(names).values())

/** The days on which somebody was written to so often or more without having asked: `WC3 05-12: 4`. */
export function busyDays(y: SchoolYear, most: number): string[] {
  const told = y.told().filter(isUnasked)
  const days = countsOf(told.map(({ person, at }) => `${person} ${localDateOf(at).slice(5)}`))
  return [...days].filter(([, n]) => n >= most).map(([day, n]) => `${day}: ${n}`)
}

interface Written {
  readonly people: number
  /** Digests: of one of them the most, and of all. */
  readonly digests: readonly [most: number, all: number]
  /** All that came unasked, digests included. */
  readonly unasked: readonly [most: number, all: number]
}

type WrittenTo = { readonly [who: string]: Written }

const write = (people: number, digests: Written['digests'], unasked: Written['unasked']): Written => ({
  people,
  digests,
  unasked,
})

/** What everybody gets once is the opening of execution. */
export const YEARLY: WrittenTo = {
  // Two goals are due at the end of each of three quarters; 30 days before, and 7 where they are done in the last week.
  contact: write(86, [4, 344], [5, 430]),
  head: write(86, [0, 0], [1, 86]),
  // One is in charge of the silent unit: 108, from 21 April on; one hears twice of the unit that wakes up.
  leader: write(8, [108, 110], [109, 121]),
  // Requests for help: three digests for the one that nobody answered in time.
  convenor: write(4, [3, 3], [8, 11]),
  // The petition, once each; the chair its letter and the way back.
  'leading group': write(5, [1, 5], [3, 11]),
  // Of the silent unit from 10 April on: once a week, then on every working day.
  office: write(1, [116, 116], [117, 117]),
  inspectors: write(2, [0, 0], [6, 11]),
  drawn: write(2, [4, 4], [6, 8]),
  rectified: write(2, [4, 4], [8, 12]),
  // Seven days and one before the day, and on two days after it.
  'rectified late': write(2, [8, 8], [12, 16]),
  'C-JX1': write(1, [7, 7], [9, 9]),
  'H-JX1': write(1, [2, 2], [3, 3]),
  'T-JX1': write(1, [8, 8], [10, 10]),
  'C-JX5': write(1, [9, 9], [10, 10]),
  'H-JX5': write(1, [2, 2], [3, 3]),
  'C-XZ4': write(1, [11, 11], [12, 12]),
  'H-XZ4': write(1, [6, 6], [7, 7]),
  // Never reports: 19 digests until June, then one on each of 107 working days.
  'C-JX4': write(1, [126, 126], [127, 127]),
  'H-JX4': write(1, [121, 121], [122, 122]),
}

const FOLLOWED = ['JX1', 'JX2', 'JX3', 'JX4', 'JX5', 'JX7', 'FY1', 'XZ1', 'XZ4', 'XZ9', 'DQ2']
const ALONE = ['C-JX1', 'H-JX1', 'T-JX1', 'C-JX5', 'H-JX5', 'C-XZ4', 'H-XZ4', 'C-JX4', 'H-JX4']

function rolesOf(y: SchoolYear): { readonly [who: string]: readonly string[] } {
  const [prompt = '', tardy = '', good = ''] = drawnUnits(y)
  const others = SCHOOL_UNITS.filter(({ id }) => ![...FOLLOWED, prompt, tardy, good].includes(id))
  return {
    contact: others.map((unit) => unit.contact),
    head: others.map((unit) => unit.head),
    leader: LEADERS,
    convenor: GROUPS.map((n) => `WC${n}`),
    'leading group': LEADING_GROUP,
    office: ['OF1'],
    inspectors: ['IC', 'H-DQ2'],
    drawn: [`C-${good}`, `H-${good}`],
    rectified: [`C-${prompt}`, `H-${prompt}`],
    'rectified late': [`C-${tardy}`, `H-${tardy}`],
    ...Object.fromEntries(ALONE.map((one) => [one, [one]])),
  }
}

export function writtenTo(y: SchoolYear): WrittenTo {
  const told = y.told().filter(isUnasked)
  const roles = Object.entries(rolesOf(y))
  return Object.fromEntries(
    roles.map(([who, people]) => {
      const names = told.filter(({ person }) => people.includes(person))
      const digests = names.filter(isDigest)
      return [who, write(people.length, frequency(digests), frequency(names))]
    }),
  )
}

const frequency = (told: readonly Told[]): Written['digests'] => [
  mostOf(told.map(({ person }) => person)),
  told.length,
]
