/** The chapter's tables: `petition` and `petition_entrusted` equal to the subject, the others sealed beside it. */
import { sql } from 'kysely'
import { prepared, type RowOf } from '../../store/prepared.ts'
import type {
  PetitionPaperTable,
  PetitionPassedTable,
  PetitionRegisterTable,
  PetitionTable,
} from '../../store/schema/petition.ts'

export const upsertPetition = prepared((db, p: RowOf<PetitionTable>) =>
  db
    .insertInto('petition')
    .values({
      number: p.number,
      year: p.year,
      sequence: p.sequence,
      status: p.status,
      waits_for: p.waits_for,
      hidden: p.hidden,
      proposal: p.proposal,
      written_at: p.written_at,
      moved_at: p.moved_at,
    })
    .onConflict((on) =>
      on.column('number').doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        waits_for: row.ref('excluded.waits_for'),
        proposal: row.ref('excluded.proposal'),
        moved_at: row.ref('excluded.moved_at'),
      })),
    ),
)

export const insertEntrusted = prepared((db, p: { petition: string; person: string }) =>
  db.insertInto('petition_entrusted').values({ petition: p.petition, person: p.person }),
)

export const insertRegister = prepared((db, p: RowOf<PetitionRegisterTable>) =>
  db
    .insertInto('petition_register')
    .values({ handle: p.handle, petition: p.petition, person: p.person, at: p.at }),
)

export const insertPaper = prepared((db, p: RowOf<PetitionPaperTable>) =>
  db.insertInto('petition_paper').values({ petition: p.petition, place: p.place, body: p.body }),
)

export const insertConcerned = prepared(
  (_, p: { petition: string; people: string }) => sql<never>`
  INSERT INTO petition_concerned (petition, person)
  SELECT ${p.petition}, value FROM json_each(${p.people}) WHERE true
  ON CONFLICT (petition, person) DO NOTHING`,
)

export const insertPassed = prepared((db, p: RowOf<PetitionPassedTable>) =>
  db.insertInto('petition_passed').values({
    petition: p.petition,
    place: p.place,
    person: p.person,
    unit: p.unit,
    reported: p.reported,
    at: p.at,
  }),
)

export const markReported = prepared((db, p: { petition: string; place: number }) =>
  db
    .updateTable('petition_passed')
    .set({ reported: 1 })
    .where('petition', '=', p.petition)
    .where('place', '=', p.place),
)
