/** Who owes which gate reports, as it stands. */
import type { PersonId, UnitId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { listUnits } from '../../organization/queries.ts'
import type { OpenYear } from '../../policy/queries.ts'
import type { GateArea } from '../../policy/rules/policy.ts'
import type { Database } from '../../store/database.ts'
import { listGateReporters, listGates } from '../queries.ts'
import type { Owing } from '../rules/gate-reminder.ts'

export interface OpenArea {
  readonly area: GateArea
  /** Units without an answer. */
  readonly silent: readonly { readonly id: UnitId; readonly name: string }[]
  /** Who reports on it; nobody, where the role is vacant. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
}

/** The gate areas in which an answer is missing. */
export async function listOpenAreas(db: Database, open: OpenYear, today: LocalDate): Promise<OpenArea[]> {
  const [units, gates, reporters] = await Promise.all([
    listUnits(db),
    listGates(db, open.year),
    listGateReporters(db, today),
  ])
  const answered = new Set(gates.map((gate) => `${gate.area}:${gate.unit}`))
  return open.policy.gateAreas
    .map((area) => ({
      area,
      silent: units.filter((unit) => !answered.has(`${area.key}:${unit.id}`)),
      people: reporters
        .filter((one) => one.area === area.key)
        .map(({ person, name }) => ({ id: person, name })),
    }))
    .filter((one) => one.silent.length > 0)
}

/** One line a person, whatever areas are the person's. */
export function owingOf(areas: readonly OpenArea[]): Owing[] {
  const people = new Map<PersonId, Owing>()
  for (const { silent, people: reporters } of areas)
    for (const { id } of reporters) {
      const known = people.get(id) ?? { person: id, areas: 0, units: 0 }
      people.set(id, { person: id, areas: known.areas + 1, units: known.units + silent.length })
    }
  return [...people.values()]
}
