/** Every cell of a deed is tried: each player × own or other unit × phase × in whose hand. `prepare` decides and commits nothing. */
import type { Command, Meta, Prepared } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import type { PersonId } from '../../src/kernel/ids.ts'
import { type Instant, localDateOf } from '../../src/kernel/time.ts'
import type { Phase } from '../../src/store/schema/policy.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { GIVEN_INSIDE, handOf, type Mode, type PlayedUnit, type Player, playersFor } from './cast.ts'
import { ALL, type Deed, type Kind } from './deed.ts'

/** A state of the database in which whoever may do the deed can. */
export interface Situation {
  readonly db: SqliteDatabase
  readonly command: Command
  /** The unit that the deed is about; null where it is about none. */
  readonly unit: PlayedUnit | null
  readonly at: Instant
  readonly author?: PersonId
  /** The cause under which the outbox gives it. */
  readonly fetched?: string
  readonly payload: JsonObject | ((acting: Meta) => Promise<JsonObject> | JsonObject)
  /** Codes of the refusals that say: you may not; and: not now. */
  readonly byRight: readonly string[]
  readonly byPhase: readonly string[]
}

interface Cell {
  readonly player: Player
  /** Whether the player works in the unit. */
  readonly own: boolean
  readonly phase: Phase
  readonly mode: Mode
}

export interface Tried {
  readonly cells: number
  readonly accepted: number
  readonly refused: number
  /** What came out otherwise than the table says. */
  readonly wrong: readonly string[]
}

/** Tried by whom the deed names, in the first phase in which it may be done; `SOME_HANDS` by everybody in every phase. */
const EVERY_HAND: readonly Mode[] = [
  'self',
  'duty',
  'all',
  'own-unit',
  'other-duty',
  'over',
  'none',
  'inside',
]
const SOME_HANDS: readonly Mode[] = ['self', 'duty', 'other-duty']

export async function tryEvery(deed: Deed, s: Situation): Promise<Tried> {
  const before = phaseOf(s.db)
  const outcomes: { readonly cell: Cell; readonly code: string | null }[] = []
  for (const phase of ALL) {
    enter(s.db, phase)
    for (const player of playersFor(s.unit ?? 'JX01', s))
      for (const own of s.unit === null || !isPerson(player) ? [false] : [false, true]) {
        const unit = worksIn(s.db, player.id)
        if (isPerson(player)) work(s.db, player.id, own ? s.unit : ELSEWHERE)
        for (const mode of handsOf(player, deed, phase)) {
          const cell = { player, own, phase, mode }
          outcomes.push({ cell, code: await tryOne(cell, s) })
        }
        if (isPerson(player)) work(s.db, player.id, unit)
      }
    if (phase === deed.phases[0]) outcomes.push(...(await tryServing(deed, s, phase)))
  }
  enter(s.db, before)
  const wrong = outcomes.flatMap(({ cell, code }) => complaintOf(cell, code, deed, s) ?? [])
  const accepted = outcomes.filter(({ code }) => code === null).length
  return { cells: outcomes.length, accepted, refused: outcomes.length - accepted, wrong }
}

const SELF: readonly Mode[] = ['self']
const ELSEWHERE = 'JX02'
const MACHINES: readonly Kind[] = ['stranger', 'clock', 'outbox', 'platform']
const isPerson = ({ kind }: Player): boolean => !MACHINES.includes(kind)

function handsOf(player: Player, { who, phases }: Deed, phase: Phase): readonly Mode[] {
  if (!isPerson(player)) return SELF
  const named = who.includes(player.kind) || who.includes(`any ${player.kind}`)
  if (!named || phase !== phases[0]) return SOME_HANDS
  return EVERY_HAND.filter((mode) => mode !== 'inside' || GIVEN_INSIDE.includes(player.id))
}

/** The own unit is also where one is contact, wherever one works. */
async function tryServing({ who, bars, unbarred = [] }: Deed, s: Situation, phase: Phase) {
  const outcomes: { readonly cell: Cell; readonly code: string | null }[] = []
  if (bars !== 'both' || s.unit === null) return outcomes
  for (const player of playersFor(s.unit, s).filter(
    ({ kind }) => who.includes(kind) && !unbarred.includes(kind),
  )) {
    const role = `person = '${player.id}' AND role = 'contact' AND scope = '${s.unit}'`
    s.db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${player.id}', 'contact', '${s.unit}', '2026-01-01')`,
    )
    for (const mode of ['self', 'duty'] as const) {
      const cell = { player, own: true, phase, mode }
      outcomes.push({ cell, code: await tryOne(cell, s) })
    }
    s.db.exec(`DELETE FROM role_held WHERE ${role}`)
  }
  return outcomes
}

async function tryOne({ player, mode }: Cell, s: Situation): Promise<string | null> {
  const by = handOf(player.id, mode)
  if (mode === 'own-unit') work(s.db, by, s.unit)
  const { at } = s
  const meta: Meta = {
    by,
    inNameOf: player.id,
    causes: [player.kind === 'outbox' ? (s.fetched ?? '') : 'cell'],
    at,
    today: localDateOf(at),
  }
  const payload = typeof s.payload === 'function' ? await s.payload(meta) : s.payload
  const outcome = await prepared(s, payload, meta)
  return 'refusal' in outcome ? outcome.refusal.code : null
}

/** A stranger never comes so far: the chat has no person for such an account, and no command acts for one. */
async function prepared(s: Situation, payload: JsonObject, meta: Meta): Promise<Prepared> {
  try {
    return await s.command.prepare(s.db, payload, meta)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no person'))
      return { refusal: { code: NO_PERSON } }
    throw error
  }
}

const NO_PERSON = 'no person'

function complaintOf(cell: Cell, code: string | null, deed: Deed, s: Situation): string | undefined {
  const [right, now] = [hasRight(cell, deed), deed.phases.includes(cell.phase)]
  const byRight = code !== null && (code === NO_PERSON || s.byRight.includes(code))
  const byPhase = code !== null && s.byPhase.includes(code)
  const fits = right ? (now ? code === null : byPhase) : now ? byRight : byRight || byPhase
  if (fits) return undefined
  const { player, own, phase, mode } = cell
  const who = `${player.kind} ${player.place} (${player.id}${own ? ', of the unit' : ''})`
  const should = right ? (now ? 'accepted' : 'refused by the phase') : 'refused by right'
  return `${who} ${mode} in ${phase}: ${code ?? 'accepted'}, should be ${should}`
}

/** What the table says of the cell. */
function hasRight(
  { player, own, mode }: Cell,
  { who, bars, unbarred = [], personal = [], ...deed }: Deed,
): boolean {
  const delegate = personal.includes(player.kind) ? 'no' : deed.delegate
  const asked = delegate === 'oneself' && mode !== 'self' ? NOBODY : player
  const holds = who.includes(`any ${asked.kind}`) || (asked.place === 'here' && who.includes(asked.kind))
  if (!holds || (own && bars === 'both' && !unbarred.includes(player.kind))) return false
  switch (mode) {
    case 'self':
      return true
    case 'inside':
      return delegate !== 'no'
    case 'duty':
    case 'all':
      return delegate === 'yes' || delegate === 'oneself'
    case 'own-unit':
      return delegate === 'oneself' || (delegate === 'yes' && bars === 'nobody')
    case 'other-duty':
    case 'over':
    case 'none':
      return delegate === 'oneself'
  }
}

const NOBODY: Player = { id: 'NO1', kind: 'nobody', place: 'here' }
function enter(db: SqliteDatabase, phase: Phase): void {
  db.exec(`UPDATE year SET phase = '${phase}' WHERE year = 2026`)
  db.exec(`UPDATE subject SET state = json_set(state, '$.phase', '${phase}') WHERE id = 'year:2026'`)
}

function phaseOf(db: SqliteDatabase): Phase {
  const [row] = db.raw('SELECT phase FROM year WHERE year = 2026') as { phase: Phase }[]
  return row?.phase ?? 'setting'
}

const work = (db: SqliteDatabase, person: PersonId, unit: string | null): void =>
  db.exec(`UPDATE person SET unit = ${unit === null ? 'NULL' : `'${unit}'`} WHERE id = '${person}'`)

function worksIn(db: SqliteDatabase, person: PersonId): string | null {
  const [row] = db.raw(`SELECT unit FROM person WHERE id = '${person}'`) as { unit: string | null }[]
  return row?.unit ?? null
}
