/** Everybody who tries every deed: for each role one in the right place and one elsewhere, each with delegates of every sort. */
import type { PersonId, UnitId } from '../../src/kernel/ids.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { UNITS } from '../world/seed.ts'
import type { Kind } from './deed.ts'

export interface Player {
  readonly id: PersonId
  readonly kind: Kind
  readonly place: 'here' | 'elsewhere'
}

/** How it is acted: by oneself, or by somebody else in one's name, who was given this or that, or nothing. */
export type Mode = 'self' | 'duty' | 'all' | 'own-unit' | 'other-duty' | 'over' | 'none' | 'inside'

/** Another member of the leading group, and those who gave that one something to do. */
const INSIDE = 'LM2'
export const GIVEN_INSIDE: readonly PersonId[] = ['CH', 'LM1', 'NO1']

/** The hand by which a player acts in that mode. */
export const handOf = (player: PersonId, mode: Mode): PersonId =>
  mode === 'self' ? player : mode === 'inside' ? INSIDE : `${mode}-for-${player}`

type Seat = readonly [id: PersonId, kind: Kind, scope: string]

const SCHOOL: readonly Seat[] = [
  ['CH', 'chair', ''],
  ['LM1', 'leading-member', ''],
  ['OF1', 'office', ''],
]
const GROUPS: readonly Seat[] = [
  ['WG1', 'working-convenor', 'WG'],
  ['WG2', 'working-member', 'WG'],
  ['WZ1', 'working-convenor', 'WZ'],
  ['WZ2', 'working-member', 'WZ'],
  ['IT1', 'inspection-convenor', 'IT'],
  ['IT2', 'inspection-member', 'IT'],
  ['IZ1', 'inspection-convenor', 'IZ'],
  ['IZ2', 'inspection-member', 'IZ'],
  ['AG1', 'assessment-convenor', 'AG'],
  ['AG2', 'assessment-member', 'AG'],
  ['AZ1', 'assessment-convenor', 'AZ'],
  ['AZ2', 'assessment-member', 'AZ'],
]
const UNIT_PEOPLE: readonly Seat[] = ['JX01', 'JX02', 'XZ01', 'XZ02'].flatMap((unit): Seat[] => [
  [`C-${unit}`, 'contact', unit],
  [`H-${unit}`, 'head', unit],
  [`M-${unit}`, 'member', unit],
])
const OTHERS: readonly Seat[] = [
  ['LD1', 'leader', ''],
  ['LD2', 'leader', ''],
  ['GA-ethics', 'lead-unit', 'ethics'],
  ['GA-energy', 'lead-unit', 'energy'],
  ['NO1', 'nobody', ''],
]
const SEATS: readonly Seat[] = [...SCHOOL, ...GROUPS, ...UNIT_PEOPLE, ...OTHERS]

/** Only these scopes are in the right place for a deed about the unit; FY01 and XZ02 are of the other groups. */
const SCOPES_OF = {
  JX01: ['JX01', 'WG', 'LD1', 'ethics'],
  XZ01: ['XZ01', 'IT', 'AG', 'LD2', 'ethics'],
} as const
export type PlayedUnit = keyof typeof SCOPES_OF

/** What a deed is about may have been made by somebody, or be a file that the outbox has fetched. */
export interface Made {
  readonly author?: PersonId
  readonly fetched?: string
}

/** Those who try a deed about the unit. */
export function playersFor(unit: PlayedUnit, { author, fetched }: Made): Player[] {
  const here: readonly string[] = SCOPES_OF[unit]
  const players = SEATS.map(([id, kind, scope]): Player => {
    const right = scope === '' ? kind !== 'leader' || here.includes(id) : here.includes(scope)
    return { id, kind, place: right ? 'here' : 'elsewhere' }
  })
  const more: Player[] = [
    { id: 'stranger', kind: 'stranger', place: 'here' },
    { id: 'clock', kind: 'clock', place: 'here' },
    { id: 'platform:feishu', kind: 'platform', place: 'here' },
    ...(fetched === undefined ? [] : [{ id: author ?? 'C-JX01', kind: 'outbox', place: 'here' } as const]),
  ]
  const own: Player[] = author === undefined ? [] : [{ id: author, kind: 'author', place: 'here' }]
  return [...players.filter(({ id }) => id !== author), ...own, ...more]
}

const TEAMS = [
  ['WZ', 'working', ['FY01']],
  ['IT', 'inspection', ['XZ01']],
  ['IZ', 'inspection', ['XZ02']],
  ['AZ', 'assessment', ['XZ02']],
] as const

/** Seats everybody in a world that was built with the seeded university. */
export function seatEverybody(db: SqliteDatabase): void {
  for (const [id, kind, units] of TEAMS) {
    db.exec(`INSERT OR IGNORE INTO team (id, name, kind) VALUES ('${id}', '第${id}组', '${kind}')`)
    for (const unit of units) {
      db.exec(
        `DELETE FROM team_unit WHERE unit = '${unit}' AND group_id IN (SELECT id FROM team WHERE kind = '${kind}')`,
      )
      db.exec(`INSERT INTO team_unit (group_id, unit) VALUES ('${id}', '${unit}')`)
    }
  }
  const seats: readonly Seat[] = [...SEATS, [INSIDE, 'leading-member', '']]
  for (const [id, kind, scope] of seats) {
    const unit = UNITS.some((one) => one.id === scope) ? scope : null
    putPerson(db, id, unit)
    if (isRole(kind))
      db.exec(
        `INSERT OR IGNORE INTO role_held (person, role, scope, from_on) VALUES ('${id}', '${kind}', '${scope}', '2026-01-01')`,
      )
  }
}

/** Each player has delegates of every sort at once, which a real school never has: the trigger that holds it is dropped here. */
export function giveDelegates(db: SqliteDatabase, extra: readonly PersonId[] = []): void {
  db.exec('DROP TRIGGER delegation_alone')
  const players: readonly Seat[] = [...SEATS, ...extra.map((id): Seat => [id, 'author', ''])]
  for (const [id, kind, scope] of new Map(players.map((seat) => [seat[0], seat])).values()) {
    const duty = isRole(kind) || kind === 'leader' ? { role: kind, scope } : { role: 'all', scope: '' }
    give(db, id, 11, 'duty', duty)
    give(db, id, 12, 'all', { role: 'all', scope: '' })
    give(db, id, 13, 'own-unit', duty)
    give(db, id, 14, 'other-duty', { role: 'lead-unit', scope: 'nowhere' })
    give(db, id, 15, 'over', duty, '2026-01-31')
    putPerson(db, handOf(id, 'none'), null)
    if (GIVEN_INSIDE.includes(id)) give(db, id, 16, 'inside', { role: 'all', scope: '' })
  }
}

function give(
  db: SqliteDatabase,
  of: PersonId,
  number: number,
  mode: Mode,
  duty: object,
  to = '2027-12-31',
): void {
  const by = handOf(of, mode)
  putPerson(db, by, null)
  db.exec(`INSERT INTO delegation (principal, number, delegate, duties, from_on, to_on, given_by, given_at)
    VALUES ('${of}', ${number}, '${by}', '${JSON.stringify([duty])}', '2026-01-01', '${to}', '${of}', '2026-01-01T00:00:00.000Z')`)
}

const putPerson = (db: SqliteDatabase, id: PersonId, unit: UnitId | null): void =>
  db.exec(
    `INSERT OR IGNORE INTO person (id, name, unit, title) VALUES ('${id}', '${id}先生', ${unit ? `'${unit}'` : 'NULL'}, '')`,
  )

const UNROLED: readonly Kind[] = [
  'leader',
  'member',
  'nobody',
  'author',
  'stranger',
  'clock',
  'outbox',
  'platform',
]
const isRole = (kind: Kind): boolean => !UNROLED.includes(kind)
