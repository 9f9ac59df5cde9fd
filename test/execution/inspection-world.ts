/**
 * Inspection in the seeded university: WG inspects JX01, JX02 and FY01, the team IT inspects XZ01 and XZ02. WG2 works in
 * JX02 and IT2 is contact of XZ02, so that neither ever inspects there. Each teaching unit has three goals in force.
 */
import { inspection } from '../../src/execution/inspection/chapter.ts'
import type { Meta, Outcome } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import { instantOf, localDateOf } from '../../src/kernel/time.ts'
import type { Phase } from '../../src/store/schema/policy.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { seedGoal } from '../world/goals.ts'
import { type ExecutionWorld, executionWorld, validCard } from './world.ts'

export const DAY_MS = 86_400_000

export interface InspectionWorld extends Pick<ExecutionWorld, 'db' | 'enter' | 'sends' | 'arrives'> {
  pass(ms: number): void
  /** `by` is a person, or `delegate for principal`. */
  do(by: string, type: string, payload: JsonObject, cause?: string): Promise<Outcome>
  /** Fails where it is refused; answers the id of what is shown then. */
  does(by: string, type: string, payload: JsonObject): Promise<string>
  /** The code of the refusal; fails where it is not refused. */
  refusal(by: string, type: string, payload: JsonObject): Promise<string>
  /** The words of a view, drawn and found valid; of a file, its text. */
  read(by: string, view: string, params?: JsonObject): Promise<string>
  todos(by: string): Promise<string[]>
}

export async function inspectionWorld(phase: Phase = 'execution'): Promise<InspectionWorld> {
  const base = await executionWorld(phase)
  const { db } = base
  seedTeam(db)
  const chapter = inspection({ blobs: base.blobs })
  const commands = new Map(chapter.commands.map((one) => [one.type, one]))
  let now = Date.parse('2026-03-02T01:00:00.000Z')
  let acts = 0
  const metaOf = (acting: string, cause = `inspected:${++acts}`): Meta => {
    const [by = '', inNameOf = by] = acting.split(' for ')
    const at = instantOf(now)
    return { by, inNameOf, causes: [cause], at, today: localDateOf(at) }
  }
  const world: InspectionWorld = {
    ...base,
    pass(ms) {
      base.pass(ms)
      now += ms
    },
    do: (by, type, payload, cause) =>
      execute(db, commands.get(type) ?? fail(`no command ${type}`), payload, metaOf(by, cause)),
    async does(by, type, payload) {
      const outcome = await world.do(by, type, payload)
      if (!outcome.ok) return fail(`${type} by ${by}: ${JSON.stringify(outcome.refusal)}`)
      const { finding, inspection: id } = outcome.show?.params ?? {}
      return String(finding ?? id ?? '')
    },
    async refusal(by, type, payload) {
      const outcome = await world.do(by, type, payload)
      return outcome.ok ? fail(`${type} by ${by} was not refused`) : outcome.refusal.code
    },
    async read(acting, name, params = {}) {
      const { by, inNameOf, at, today } = metaOf(acting)
      const view = chapter.views.find((one) => one.name === name) ?? fail(`no view ${name}`)
      const message = await view.render(db, params, { by, inNameOf, at, today })
      if (message.kind === 'file') return new TextDecoder().decode(message.bytes)
      return JSON.stringify(validCard(message))
    },
    async todos(acting) {
      const { by, inNameOf, at, today } = metaOf(acting)
      return (await chapter.todo(db, { by, inNameOf, at, today })).map((one) => one.text)
    },
  }
  return world
}

function fail(words: string): never {
  throw new Error(words)
}

function seedTeam(db: SqliteDatabase): void {
  db.exec("INSERT INTO team (id, name, kind) VALUES ('IT', '机关督查组', 'inspection')")
  db.exec("INSERT INTO team_unit (group_id, unit) VALUES ('IT', 'XZ01'), ('IT', 'XZ02')")
  for (const [id, name, role] of [
    ['IT1', '督查组 组长', 'inspection-convenor'],
    ['IT2', '督查组 成员甲', 'inspection-member'],
    ['IT3', '督查组 成员乙', 'inspection-member'],
  ]) {
    db.exec(`INSERT INTO person (id, name, title) VALUES ('${id}', '${name}', '')`)
    db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${id}', '${role}', 'IT', '2026-01-01')`,
    )
  }
  db.exec("UPDATE person SET unit = 'JX02' WHERE id = 'WG2'")
  db.exec(
    "INSERT INTO role_held (person, role, scope, from_on) VALUES ('IT2', 'contact', 'XZ02', '2026-01-01')",
  )
  for (const unit of ['JX01', 'JX02', 'FY01', 'XZ01', 'XZ02'])
    for (const number of [1, 2, 3]) seedGoal(db, unit, number, { title: `任务${number}` })
}

/** `by` may act for `of` with these duties (`all`), from now on. */
export function seedDelegation(db: SqliteDatabase, of: string, by: string): void {
  const duties = JSON.stringify([{ role: 'all', scope: '' }])
  db.exec(`INSERT INTO delegation (principal, number, delegate, duties, from_on, to_on, given_by, given_at)
    VALUES ('${of}', 1, '${by}', '${duties}', '2026-01-01', '2026-12-31', '${of}', '2026-01-01T00:00:00.000Z')`)
}

export const VISIT = {
  body: 'WG',
  unit: 'JX01',
  on: '2026-03-05',
  inspectors: ['WG1', 'WG2'],
  purpose: '核实教材进度',
}

export const CHECK = {
  ...{ body: 'WG', of: 'goals', types: [], kinds: [], places: 2 },
  ...{ inspectors: ['WG1', 'WG2'], purpose: '核实进展真实性' },
}

export const NOTE = {
  unit: 'JX01',
  goal: '2026-JX01-1',
  kind: 'rectification',
  severity: 'grave',
  fact: '只见三章初稿，与所报六成不符',
  demand: '两周内补齐初稿',
  dueOn: '2026-03-20',
}

/** A visit with a published rectification; answers the finding's id. */
export async function demanded(w: InspectionWorld, more: JsonObject = {}): Promise<string> {
  const visit = await w.does('WG1', 'visit.plan', VISIT)
  const finding = await w.does('WG1', 'finding.note', { ...NOTE, inspection: visit, ...more })
  await publishes(w, 'WG1', finding)
  return finding
}

export async function publishes(w: InspectionWorld, by: string, finding: string): Promise<void> {
  await w.does(by, 'finding.publish', { finding, seen: await seenOf(w, finding) })
}

/** What the card of a note carries as seen. */
export async function seenOf({ db }: InspectionWorld, finding: string): Promise<string> {
  const [row] = db.raw(`SELECT state ->> '$.hash' AS hash FROM subject WHERE id = '${finding}'`)
  return String(Reflect.get(row as object, 'hash'))
}
