/** Tables `policy_edition` and `gate_area`, which hold a change back where the year has come too far for it. */
import { sql } from 'kysely'
import type { RowFacts } from '../kernel/subject.ts'
import type { Statement } from '../store/database.ts'
import { prepared, type RowOf } from '../store/prepared.ts'
import type { PolicyEditionTable } from '../store/schema/policy.ts'
import { CATALOGUE, type Milestone } from './rules/catalogue.ts'
import type { GateArea, ValueName } from './rules/policy.ts'
import { editionOf } from './rules/policy-events.ts'
import { isSame } from './rules/values.ts'
import type { YearEvent, YearState } from './rules/year.ts'

const insertEdition = prepared((db, p: RowOf<PolicyEditionTable>) =>
  db.insertInto('policy_edition').values({
    year: p.year,
    edition: p.edition,
    assessed: p.assessed,
    deliberated: p.deliberated,
    scored: p.scored,
  }),
)

const endAreas = prepared(
  (_, p: { year: number; keys: string }) => sql`
  DELETE FROM gate_area WHERE year = ${p.year} AND key NOT IN (SELECT value FROM json_each(${p.keys}))`,
)

/** Names may have been exchanged between two areas: all are put aside before they are given. */
const clearNames = prepared(
  (_, p: { year: number }) => sql`UPDATE gate_area SET name = key || ' ' || name WHERE year = ${p.year}`,
)

const keepAreas = prepared(
  (_, p: { year: number; areas: string }) => sql`
  INSERT INTO gate_area (year, key, name, lead_unit)
  SELECT ${p.year}, value ->> 'key', value ->> 'name', value ->> 'leadUnit' FROM json_each(${p.areas}) WHERE true
  ON CONFLICT (year, key) DO UPDATE SET name = excluded.name, lead_unit = excluded.lead_unit`,
)

export function editionRows({ before, after, events }: RowFacts<YearState, YearEvent>): Statement[] {
  if (after.status === 'unopened') return []
  const past = before.status === 'unopened' ? undefined : before
  const { year } = after
  const edition = editionOf(after)
  const changed = edition > (past ? editionOf(past) : 1)
  return [
    ...(changed ? [insertEdition({ year, edition, ...heldBy(events) })] : []),
    ...areaRows(year, past?.policy.gateAreas ?? [], after.policy.gateAreas),
  ]
}

function areaRows(year: number, before: readonly GateArea[], after: readonly GateArea[]): Statement[] {
  if (isSame(before, after)) return []
  return [
    endAreas({ year, keys: JSON.stringify(after.map((area) => area.key)) }),
    clearNames({ year }),
    keepAreas({ year, areas: JSON.stringify(after) }),
  ]
}

type Held = Pick<PolicyEditionTable, 'assessed' | 'deliberated' | 'scored'>

function heldBy(events: readonly YearEvent[]): Held {
  const milestones = new Set(events.flatMap((event) => changedNames(event)).map((name) => freezeOf(name)))
  const has = (one: Milestone): 0 | 1 => (milestones.has(one) ? 1 : 0)
  return { assessed: has('assessed'), deliberated: has('deliberated'), scored: has('scored') }
}

const freezeOf = (name: ValueName): Milestone => CATALOGUE[name].freezes

// The keys of the values are their names.
const changedNames = (event: YearEvent): ValueName[] =>
  event.type === 'values.chosen' ? (Object.keys(event.values) as ValueName[]) : []
