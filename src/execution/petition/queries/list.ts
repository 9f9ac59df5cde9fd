/** What may come before a member of the leading group, as a list. */
import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/ids.ts'
import { type Database, first } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { PetitionTable } from '../../../store/schema/petition.ts'

/** The one before whom a list comes: in whose name and by whose hand. */
export interface Eyes {
  readonly actor: PersonId
  readonly hand: PersonId
}

/** Without what concerns these eyes; in another's name also without what either of the two wrote. */
const visible = ({ actor, hand }: Eyes) => sql`NOT EXISTS (SELECT 1 FROM petition_concerned
    WHERE petition_concerned.petition = petition.number AND person IN (${actor}, ${hand}))
  AND (${actor} = ${hand} OR NOT EXISTS (SELECT 1 FROM petition_register
    WHERE petition_register.petition = petition.number AND person IN (${actor}, ${hand})))`

export interface ListedPetition extends PetitionTable {
  /** Of the first paper. */
  readonly beginning: string
}

const listed = prepared(
  (_, p: { actor: string; hand: string; limit: number; offset: number }) => sql<ListedPetition>`
  SELECT petition.*, (SELECT substr(body ->> '$.text', 1, 40) FROM petition_paper
    WHERE petition_paper.petition = petition.number AND place = 1) AS beginning
  FROM petition WHERE ${visible(p)}
  ORDER BY status DESC, written_at LIMIT ${p.limit} OFFSET ${p.offset}`,
)

/** What may come before these eyes: open ones first, the oldest before. */
export async function listPetitions(
  db: Database,
  eyes: Eyes,
  page: { readonly limit: number; readonly offset: number },
): Promise<ListedPetition[]> {
  return db.all(listed({ ...eyes, ...page }))
}

export interface PetitionCounts {
  readonly total: number
  readonly open: number
}

const counts = prepared(
  (_, p: { actor: string; hand: string }) => sql<PetitionCounts>`
  SELECT count(*) AS total, count(*) FILTER (WHERE status = 'open') AS open FROM petition WHERE ${visible(p)}`,
)

export async function countPetitions(db: Database, eyes: Eyes): Promise<PetitionCounts> {
  return (await first(db, counts({ ...eyes }))) ?? { total: 0, open: 0 }
}
