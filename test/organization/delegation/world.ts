/** People who give duties to others: the seeded university, and acts through `execute` on days that are named. */
import type { Outcome } from '../../../src/kernel/command.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { execute } from '../../../src/kernel/execute.ts'
import type { LocalDate } from '../../../src/kernel/time.ts'
import { delegation } from '../../../src/organization/delegation/chapter.ts'
import type { SqliteDatabase } from '../../../src/store/sqlite.ts'
import { freshDatabase } from '../../world/database.ts'
import { seedOrganization } from '../../world/seed.ts'

export interface DelegationWorld {
  readonly db: SqliteDatabase
  /** On a day, in the own name or, with `of`, in another's. */
  do(by: string, type: string, payload: JsonObject, on?: LocalDate, of?: string): Promise<Outcome>
  give(by: string, wish?: Partial<Giving>, on?: LocalDate): Promise<Outcome>
  /** What the clock gives on that day, all of it. */
  clock(on: LocalDate): Promise<Outcome[]>
}

export interface Giving {
  readonly principal: string | null
  readonly delegate: string
  readonly duties: readonly string[]
  readonly from: string
  readonly to: string
}

const WISH: Giving = {
  principal: null,
  delegate: 'LD2',
  duties: ['all'],
  from: '2026-03-02',
  to: '2026-03-10',
}

export function delegationWorld(): DelegationWorld {
  const db = freshDatabase()
  seedOrganization(db)
  let acts = 0
  const act: DelegationWorld['do'] = (by, type, payload, on = '2026-03-02', of = by) => {
    const command = delegation.commands.find((one) => one.type === type)
    if (!command) throw new Error(`no command ${type}`)
    acts += 1
    const at = `${on}T0${acts % 8}:00:00.${String(acts).padStart(3, '0')}Z` as const
    return execute(db, command, payload, { by, inNameOf: of, causes: [`act:${acts}`], at, today: on })
  }
  return {
    db,
    do: act,
    give: (by, wish = {}, on) => act(by, 'delegation.give', { ...WISH, ...wish }, on),
    async clock(on) {
      const due = (await delegation.due?.(db, { at: `${on}T01:00:00.000Z`, today: on })) ?? []
      const outcomes: Outcome[] = []
      for (const one of due) outcomes.push(await act('clock', one.command, one.with, on))
      return outcomes
    },
  }
}

/** Who was told, as `delegation:LD1#1 to LD2`, in the order of the acts. */
export const toldOf = ({ db }: DelegationWorld): string[] =>
  (
    db.raw(
      "SELECT person, params ->> '$.principal' AS principal, params ->> '$.number' AS n FROM outbox WHERE view = 'delegation' AND kind = 'send' ORDER BY created_at, person",
    ) as { person: string; principal: string; n: number }[]
  ).map(({ person, principal, n }) => `${principal}#${n} to ${person}`)
