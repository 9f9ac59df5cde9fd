/** The rows of the exported workbook that stand in tables, in the order of a key, so many after the last one. */
import { sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { JudgementTable, ProgressTable, TaskTable } from '../../store/schema/execution.ts'
import type { Role, UnitKind } from '../../store/schema/organization.ts'
import type { CoefficientTable } from '../../store/schema/policy.ts'
import type { GateTable, ResultTable } from '../../store/schema/results.ts'

type After = { readonly after: string; readonly most: number }

export interface UnitRow {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly leader: string | null
  readonly active: 0 | 1
  readonly groups: string | null
}

const units = prepared(
  (_, p: After) => sql<UnitRow>`
  SELECT unit.id, unit.name, unit.kind, coalesce(person.name, unit.leader) AS leader, unit.active,
    (SELECT group_concat(team.name, '、') FROM team_unit JOIN team ON team.id = team_unit.group_id
      WHERE team_unit.unit = unit.id AND team.active = 1) AS groups
  FROM unit LEFT JOIN person ON person.id = unit.leader WHERE unit.id > ${p.after} ORDER BY unit.id LIMIT ${p.most}`,
)

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  readonly title: string
  readonly ended_on: `${number}-${string}-${string}` | null
  /** JSON list of `{ role, scope, name, from, to }`. */
  readonly roles: string
}

/** A role as `roles` holds it; `name` of its unit or group. */
export interface RoleRow {
  readonly role: Role
  readonly scope: string
  readonly name: string | null
  readonly from: `${number}-${string}-${string}`
  readonly to: `${number}-${string}-${string}` | null
}

const people = prepared(
  (_, p: After) => sql<PersonRow>`
  SELECT person.id, person.name, coalesce(unit.name, person.unit) AS unit, person.title, person.ended_on,
    (SELECT json_group_array(json_object('role', role, 'scope', scope, 'from', from_on, 'to', to_on,
      'name', coalesce((SELECT name FROM unit WHERE unit.id = scope), (SELECT name FROM team WHERE team.id = scope))))
      FROM role_held WHERE role_held.person = person.id) AS roles
  FROM person LEFT JOIN unit ON unit.id = person.unit WHERE person.id > ${p.after} ORDER BY person.id LIMIT ${p.most}`,
)

interface OfGoal {
  readonly unitName: string
  readonly goalNumber: number
  readonly goalTitle: string
}

export type TaskRow = TaskTable & OfGoal & { readonly ownerName: string }

const tasks = prepared(
  (_, p: After & { year: number }) => sql<TaskRow>`
  SELECT task.*, unit.name AS "unitName", goal.number AS "goalNumber", goal.title AS "goalTitle",
    coalesce(person.name, task.owner) AS "ownerName"
  FROM task JOIN goal ON goal.id = task.goal JOIN unit ON unit.id = task.unit LEFT JOIN person ON person.id = task.owner
  WHERE task.year = ${p.year} AND task.id > ${p.after} ORDER BY task.id LIMIT ${p.most}`,
)

export type ReportRow = Omit<ProgressTable, 'evidence'> &
  OfGoal & {
    readonly files: number
    readonly reporter: string
    readonly verdict: JudgementTable['verdict'] | null
    readonly judgedPercent: number | null
    readonly judgedValue: number | null
    readonly judgedWords: string | null
    readonly judge: string | null
  }

const reports = prepared(
  (_, p: After & { year: number }) => sql<ReportRow>`
  SELECT progress.*, json_array_length(progress.evidence) AS files, unit.name AS "unitName", goal.number AS "goalNumber",
    goal.title AS "goalTitle", coalesce(nullif(progress.by_name, ''), progress.by_person) AS reporter, judgement.verdict,
    judgement.percent AS "judgedPercent", judgement.value AS "judgedValue", judgement.words AS "judgedWords",
    judgement.by_name AS judge
  FROM progress JOIN goal ON goal.id = progress.goal JOIN unit ON unit.id = progress.unit
    LEFT JOIN judgement ON judgement.report = progress.id
  WHERE progress.year = ${p.year} AND progress.id > ${p.after} ORDER BY progress.id LIMIT ${p.most}`,
)

export type GateRow = GateTable & { readonly unitName: string }

const gates = prepared(
  (_, p: { year: number }) => sql<GateRow>`
  SELECT gate.*, coalesce(unit.name, gate.unit) AS "unitName" FROM gate LEFT JOIN unit ON unit.id = gate.unit
  WHERE gate.year = ${p.year} ORDER BY gate.area, gate.unit`,
)

export type ResultRow = ResultTable

const results = prepared(
  (_, p: { year: number }) => sql<ResultRow>`
  SELECT * FROM result WHERE year = ${p.year} ORDER BY cohort DESC, rank, unit`,
)

export type CoefficientRow = CoefficientTable & { readonly unitName: string }

const coefficients = prepared(
  (_, p: { year: number }) => sql<CoefficientRow>`
  SELECT coefficient.*, coalesce(unit.name, coefficient.unit) AS "unitName"
  FROM coefficient LEFT JOIN unit ON unit.id = coefficient.unit WHERE coefficient.year = ${p.year} ORDER BY coefficient.unit`,
)

export const listUnitRows = (db: Database, p: After) => db.all(units(p))
export const listPersonRows = (db: Database, p: After) => db.all(people(p))
export const listTaskRows = (db: Database, p: After & { readonly year: number }) => db.all(tasks(p))
export const listReportRows = (db: Database, p: After & { readonly year: number }) => db.all(reports(p))
export const listGateRows = (db: Database, year: number) => db.all(gates({ year }))
export const listResultRows = (db: Database, year: number) => db.all(results({ year }))
export const listCoefficientRows = (db: Database, year: number) => db.all(coefficients({ year }))
