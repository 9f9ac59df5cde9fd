/** On whom a petition waits, without a word of it: for 待办 and for reminders. */
import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { Eyes } from './list.ts'

export interface WaitingPetition {
  readonly person: PersonId
  readonly petition: string
  /** `consent`: another member's proposal to pass it on. */
  readonly what: 'handle' | 'consent'
  /** When it last moved. */
  readonly since: Instant
  readonly writtenAt: Instant
}

const waiting = prepared(
  (_, p: { eyes: string; chairs: string }) => sql<WaitingPetition>`
  WITH eye AS (SELECT value ->> '$.actor' AS actor, value ->> '$.hand' AS hand FROM json_each(${p.eyes})),
  one AS (
    SELECT petition.*, NOT EXISTS (SELECT 1 FROM json_each(${p.chairs}) AS chair WHERE NOT EXISTS (SELECT 1
        FROM petition_concerned WHERE petition_concerned.petition = petition.number AND person = chair.value)) AS chairless,
      (SELECT json_array(body ->> '$.by.id', body ->> '$.by.hand') FROM petition_paper
        WHERE petition_paper.petition = petition.number AND place = petition.proposal) AS proposers
    FROM petition WHERE status = 'open' AND (waits_for = 'leaders' OR proposal IS NOT NULL)),
  seen AS (
    SELECT eye.actor AS person, one.*, chairless OR eye.actor IN (SELECT value FROM json_each(${p.chairs})) AS decides,
      EXISTS (SELECT 1 FROM petition_entrusted
        WHERE petition_entrusted.petition = one.number AND person = eye.actor) AS entrusted,
      eye.actor IN (SELECT value FROM json_each(proposers)) OR eye.hand IN (SELECT value FROM json_each(proposers)) AS proposed
    FROM eye CROSS JOIN one
    WHERE NOT EXISTS (SELECT 1 FROM petition_concerned
        WHERE petition_concerned.petition = one.number AND person IN (eye.actor, eye.hand))
      AND NOT EXISTS (SELECT 1 FROM petition_register
        WHERE petition_register.petition = one.number AND person IN (eye.actor, eye.hand)))
  SELECT person, number AS petition, moved_at AS since, written_at AS writtenAt,
    CASE WHEN decides AND proposal IS NOT NULL AND NOT proposed THEN 'consent' ELSE 'handle' END AS what
  FROM seen WHERE (decides OR entrusted) AND (waits_for = 'leaders' OR (decides AND NOT proposed))
  ORDER BY moved_at, number`,
)

/** What waits for each of these members of the leading group, the oldest first. The own petitions wait for others. */
export async function listWaiting(
  db: Database,
  eyes: readonly Eyes[],
  chairs: readonly PersonId[],
): Promise<WaitingPetition[]> {
  return db.all(waiting({ eyes: JSON.stringify(eyes), chairs: JSON.stringify(chairs) }))
}
