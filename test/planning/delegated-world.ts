/** A plan world whose people stand in for one another, and in which others act between a command's reading and its commit. */
import type { Outcome } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import { endDelegationCommand, giveDelegationCommand } from '../../src/organization/delegation/commands.ts'
import type { Database } from '../../src/store/database.ts'
import { viewerOf } from '../world/viewer.ts'
import { planning } from './chapter.ts'
import { doneOf, type PlanWorld } from './world.ts'

const NOW = { at: '2026-03-01T01:00:00.000Z', today: '2026-03-01' } as const
let acts = 0

/** One gives duties to another, all without, for the days in which a plan world plays. */
export async function entrust(
  { db }: PlanWorld,
  principal: string,
  delegate: string,
  duties: readonly string[] = ['all'],
): Promise<void> {
  acts += 1
  const meta = { by: 'OF1', inNameOf: 'OF1', causes: [`entrust:${acts}`], ...NOW } as const
  const wish = { principal, delegate, duties, from: '2026-03-01', to: '2026-03-31' }
  doneOf(await execute(db, giveDelegationCommand, wish, meta))
}

/** The office takes back what was given first. */
export async function takeBack({ db }: PlanWorld, principal: string): Promise<void> {
  acts += 1
  const meta = { by: 'OF1', inNameOf: 'OF1', causes: [`entrust:${acts}`], ...NOW } as const
  doneOf(await execute(db, endDelegationCommand, { principal, number: 1 }, meta))
}

/** The unit takes part no more. */
export function mergeAway({ db }: PlanWorld, unit: string): void {
  db.exec(`UPDATE unit SET active = 0 WHERE id = '${unit}'`)
}

/** As the delegate, or in the own name. */
export const inName = (by: string, of: string) => ({ by, for: of }) as const

/** The command is prepared, then the other act happens, then it is committed. */
export async function late(
  world: PlanWorld,
  who: string | { readonly by: string; readonly for: string },
  type: string,
  payload: JsonObject,
  between: () => Promise<unknown> | unknown,
): Promise<Outcome> {
  const command = planning.commands.find((one) => one.type === type)
  if (!command) throw new Error(`no command ${type}`)
  acts += 1
  const { by, for: inNameOf } = typeof who === 'string' ? { by: who, for: who } : who
  const meta = { by, inNameOf, causes: [`late:${acts}`], ...NOW, at: '2026-03-01T12:00:00.000Z' } as const
  return execute(pausing(world.db, between), command, payload, meta)
}

function pausing(db: Database, between: () => Promise<unknown> | unknown): Database {
  let waits = true
  return {
    all: (statement) => db.all(statement),
    async commit(statements) {
      if (waits) {
        waits = false
        await between()
      }
      await db.commit(statements)
    },
  }
}

/** The words of a view for somebody, as of now. */
export async function wordsOf(
  world: PlanWorld,
  person: string,
  name: string,
  params: JsonObject = {},
  inNameOf = person,
): Promise<string> {
  const view = planning.views.find((one) => one.name === name)
  const message = await view?.render(world.db, params, { ...viewerOf(person, NOW), inNameOf })
  return JSON.stringify(message)
}

export const todoOf = async (world: PlanWorld, person: string, inNameOf = person): Promise<string[]> =>
  (await planning.todo(world.db, { ...viewerOf(person, NOW), inNameOf })).map((one) => one.text)
