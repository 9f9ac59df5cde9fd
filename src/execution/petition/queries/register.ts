/** Who wrote which number: for the office, without a word of it; and for the writers themselves. */
import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/ids.ts'
import { type Database, first } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { PetitionRegisterTable, PetitionTable } from '../../../store/schema/petition.ts'
import type { PetitionCounts } from './list.ts'

const byHandle = prepared((db, p: { handle: string }) =>
  db.selectFrom('petition_register').selectAll().where('handle', '=', p.handle),
)

export async function findByHandle(db: Database, handle: string): Promise<PetitionRegisterTable | undefined> {
  return first(db, byHandle({ handle }))
}

const byNumber = prepared((db, p: { petition: string }) =>
  db.selectFrom('petition_register').selectAll().where('petition', '=', p.petition),
)

/** For telling the writer, and for knowing the own petition: never to be shown. */
export async function findRegistered(
  db: Database,
  petition: string,
): Promise<PetitionRegisterTable | undefined> {
  return first(db, byNumber({ petition }))
}

export interface WriterName {
  readonly name: string
  readonly unit: string | null
}

const writerName = prepared(
  (_, p: { petition: string }) => sql<WriterName>`
  SELECT person.name, unit.name AS unit FROM petition JOIN petition_register ON petition_register.petition = petition.number
  JOIN person ON person.id = petition_register.person LEFT JOIN unit ON unit.id = person.unit
  WHERE petition.number = ${p.petition} AND petition.hidden = 0`,
)

/** The writer's name, for the leading group; undefined where it is hidden. */
export async function findWriterName(db: Database, petition: string): Promise<WriterName | undefined> {
  return first(db, writerName({ petition }))
}

export interface OwnPetition extends PetitionTable {
  readonly handle: string
}

const own = prepared(
  (_, p: { person: string; limit: number; offset: number }) => sql<OwnPetition>`
  SELECT petition.*, petition_register.handle FROM petition_register
  JOIN petition ON petition.number = petition_register.petition
  WHERE petition_register.person = ${p.person} ORDER BY petition_register.at DESC LIMIT ${p.limit} OFFSET ${p.offset}`,
)

/** What the person wrote, the newest first. */
export async function listOwnPetitions(
  db: Database,
  person: PersonId,
  page: { readonly limit: number; readonly offset: number },
): Promise<OwnPetition[]> {
  return db.all(own({ person, ...page }))
}

const ownCount = prepared(
  (_, p: { person: string }) =>
    sql<PetitionCounts>`
  SELECT count(*) AS total, count(*) FILTER (WHERE status = 'open') AS open FROM petition_register
  JOIN petition ON petition.number = petition_register.petition WHERE person = ${p.person}`,
)

export async function countOwnPetitions(db: Database, person: PersonId): Promise<PetitionCounts> {
  return (await first(db, ownCount({ person }))) ?? { total: 0, open: 0 }
}

const askedBack = prepared(
  (_, p: { person: string }) => sql<OwnPetition>`
  SELECT petition.*, petition_register.handle FROM petition_register
  JOIN petition ON petition.number = petition_register.petition
  WHERE petition_register.person = ${p.person} AND petition.waits_for = 'writer' ORDER BY petition.moved_at LIMIT 20`,
)

/** What the leading group asked the person about, the oldest 20. */
export async function listAskedBack(db: Database, person: PersonId): Promise<OwnPetition[]> {
  return db.all(askedBack({ person }))
}

export interface RegisterEntry extends PetitionTable {
  /** '' where it is hidden. */
  readonly name: string
}

const register = prepared(
  (_, p: { viewer: string; hiddenToo: number; limit: number; offset: number }) => sql<RegisterEntry>`
  SELECT petition.*, CASE WHEN petition.hidden = 0 OR ${p.hiddenToo} = 1 THEN person.name ELSE '' END AS name
  FROM petition_register JOIN petition ON petition.number = petition_register.petition
  JOIN person ON person.id = petition_register.person
  WHERE NOT EXISTS (SELECT 1 FROM petition_concerned
    WHERE petition_concerned.petition = petition.number AND petition_concerned.person = ${p.viewer})
  ORDER BY petition_register.at DESC, petition.number DESC LIMIT ${p.limit} OFFSET ${p.offset}`,
)

/** The newest first, but for what concerns the viewer; `hiddenToo`: also the names that their writers hid. */
export async function listRegister(
  db: Database,
  { viewer, hiddenToo }: { readonly viewer: PersonId; readonly hiddenToo: boolean },
  page: { readonly limit: number; readonly offset: number },
): Promise<RegisterEntry[]> {
  return db.all(register({ viewer, hiddenToo: hiddenToo ? 1 : 0, ...page }))
}

const registerCount = prepared(
  (_, p: { viewer: string }) => sql<{ n: number }>`
  SELECT count(*) AS n FROM petition WHERE NOT EXISTS (SELECT 1 FROM petition_concerned
    WHERE petition_concerned.petition = petition.number AND petition_concerned.person = ${p.viewer})`,
)

export async function countRegister(db: Database, viewer: PersonId): Promise<number> {
  return (await first(db, registerCount({ viewer })))?.n ?? 0
}
