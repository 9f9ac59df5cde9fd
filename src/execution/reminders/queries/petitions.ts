/** Petitions that wait for the leading group (Article 32): each of its members hears how many and since when, and nothing else. */
import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/ids.ts'
import { type Instant, localDateOf } from '../../../kernel/time.ts'
import { plusWorkingDays } from '../../../kernel/working-days.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { Matter } from '../rules/matter.ts'
import { type Reach, type Scene, unique } from '../scene.ts'

interface WaitingRow {
  readonly person: PersonId
  readonly count: number
  readonly since: Instant
}

const waiting = prepared(
  (_, p: { people: string }) => sql<WaitingRow>`
  SELECT member.value AS person, count(*) AS count, min(petition.moved_at) AS since
  FROM json_each(${p.people}) AS member JOIN petition ON petition.status = 'open' AND petition.waits_for = 'leaders'
  WHERE NOT EXISTS (SELECT 1 FROM petition_concerned
    WHERE petition_concerned.petition = petition.number AND petition_concerned.person = member.value)
  GROUP BY member.value`,
)

/** Only what may come before the person is counted, and for nobody's delegate. Nothing goes up from here. */
export async function petitionMatters(db: Database, scene: Scene, reach: Reach): Promise<Matter[]> {
  const { open, seats } = scene
  if (open.phase === 'closed' || !(reach.all || reach.leading)) return []
  const members = unique([...seats('chair', ''), ...seats('leading-member', '')])
  const wanted = reach.all ? members : members.filter(({ id }) => id === reach.person)
  const rows = await db.all(waiting({ people: JSON.stringify(wanted.map(({ id }) => id)) }))
  return rows.map(({ person: id, count, since: moved }) => {
    const since = localDateOf(moved)
    const people = members.filter((one) => one.id === id).map(({ name }) => ({ id, name, duty: null }))
    const dueOn = plusWorkingDays(since, open.policy.execution.helpDays)
    return {
      ...{ kind: 'petition', key: `petitions:${id}`, unit: '', unitName: '', dueOn, count, since },
      chain: [{ level: 'own', people }],
    }
  })
}
