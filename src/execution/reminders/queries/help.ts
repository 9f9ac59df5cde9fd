/** Requests for help (Article 19) that wait for an answer. */
import { sql } from 'kysely'
import type { PersonId, UnitId } from '../../../kernel/ids.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { HelpTable } from '../../../store/schema/help.ts'
import type { Matter, Reminded } from '../rules/matter.ts'
import { above, boundReach, type Reach, type Scene } from '../scene.ts'

interface HelpRow extends HelpTable {
  readonly unit_name: string
  readonly goal_number: number
  readonly title: string
}

const open = prepared(
  (_, p: { year: number; every: number; above: string; holders: string }) => sql<HelpRow>`
  SELECT help_request.*, unit.name AS unit_name, goal.number AS goal_number, goal.title
  FROM help_request JOIN unit ON unit.id = help_request.unit AND unit.active = 1 JOIN goal ON goal.id = help_request.goal
  WHERE help_request.status = 'open' AND help_request.year = ${p.year}
    AND (${p.every} = 1 OR holder IN (SELECT value FROM json_each(${p.holders}))
      OR help_request.unit IN (SELECT value FROM json_each(${p.above})))
  ORDER BY help_request.id`,
)

const homes = prepared(
  (_, p: { people: string }) => sql<{ id: PersonId; unit: UnitId | null }>`
  SELECT id, unit FROM person WHERE id IN (SELECT value FROM json_each(${p.people}))`,
)

/** Answered by whom they are with, or by those above; whoever asked is not asked for the answer. */
export async function helpMatters(db: Database, scene: Scene, reach: Reach): Promise<Matter[]> {
  const { year, phase } = scene.open
  if (phase === 'closed' || phase === 'setting') return []
  const { every, above: led, holders } = boundReach(reach)
  const rows = await db.all(open({ year, every, above: led, holders }))
  const people = rows.flatMap((row) => holdersOf(row.holder, scene)).map((one) => one.id)
  const home = new Map(
    (await db.all(homes({ people: JSON.stringify(people) }))).map(({ id, unit }) => [id, unit]),
  )
  return rows.map((row) => {
    const { goal, unit, title, words, number: request } = row
    const own = holdersOf(row.holder, scene).filter((one) => home.get(one.id) !== unit)
    const higher = above(scene.seats, unit).filter(({ level }) => !row.holder.startsWith(`${level}:`))
    return {
      kind: 'help',
      key: row.id,
      ...{ unit, unitName: row.unit_name, dueOn: row.due_on },
      ...{ goal, number: row.goal_number, title, request, words },
      chain: [{ level: 'own', people: own }, ...higher],
    }
  })
}

/** Of a group its convenors, or its members where it has none. */
function holdersOf(key: string, { seats }: Scene): readonly Reminded[] {
  const at = key.indexOf(':')
  const [kind, id] = [key.slice(0, at), key.slice(at + 1)]
  switch (kind) {
    case 'group': {
      const convenors = seats('working-convenor', id)
      return convenors.length > 0 ? convenors : seats('working-member', id)
    }
    case 'leader':
      return seats('leader', id)
    case 'office':
      return seats('office', '')
    default:
      return seats('head', id)
  }
}
