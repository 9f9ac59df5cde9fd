/** Makes the organization ill on purpose: what no command of the chat would do, written into journal and tables alike. */
import * as z from 'zod'
import type { Command } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import { localDateOf, plusDays } from '../../src/kernel/time.ts'
import { loadOrganization } from '../../src/organization/present.ts'
import { reorganize } from '../../src/organization/reorganize.ts'
import type { Difference } from '../../src/organization/roster/difference.ts'
import type { Role } from '../../src/store/schema/organization.ts'
import type { World } from '../world/people.ts'

type Moved = Partial<Omit<Difference, 'lines'>>

const NOTHING: Omit<Difference, 'lines'> = { people: [], units: [], teams: [], priorities: [], workItems: [] }

const wreck = (moved: Moved): Command => ({
  type: 'test.wreck',
  payload: z.object({}),
  async prepare(db) {
    const event = { type: 'school.entry-kept', entry: 'wrecked' } as const
    const subjects = reorganize(await loadOrganization(db), { ...NOTHING, ...moved }, event)
    return { change: { subjects, notices: [], answer: { done: { code: 'wrecked' } } } }
  },
})

let count = 0

async function happens(w: World, moved: Moved): Promise<void> {
  count += 1
  const at = w.clock.clock()
  const meta = {
    by: 'OF1',
    inNameOf: 'OF1',
    causes: [`wreck:${count}`] as [string],
    at,
    today: localDateOf(at),
  }
  const outcome = await execute(w.db, wreck(moved), {}, meta)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
}

const today = (w: World) => localDateOf(w.clock.clock())

/** The role was over yesterday. */
export const loses = (w: World, person: string, role: Role, scope: string): Promise<void> =>
  happens(w, {
    people: [{ id: person, events: [{ type: 'role.ended', role, scope, to: plusDays(today(w), -1) }] }],
  })

export const holds = (
  w: World,
  person: string,
  role: Role,
  scope: string,
  to: string | null = null,
): Promise<void> =>
  happens(w, {
    people: [
      {
        id: person,
        events: [
          {
            type: 'role.given',
            role,
            scope,
            from: plusDays(today(w), -30),
            to: to as `${number}-${string}-${string}` | null,
          },
        ],
      },
    ],
  })

export const leaves = (w: World, person: string): Promise<void> =>
  happens(w, { people: [{ id: person, events: [{ type: 'person.ended', on: plusDays(today(w), -1) }] }] })

export const losesAccount = (w: World, person: string, openId: string): Promise<void> =>
  happens(w, { people: [{ id: person, events: [{ type: 'account.released', openId }] }] })

type UnitRecord = Extract<Difference['units'][number]['events'][number], { record: unknown }>['record']
type TeamRecord = Extract<Difference['teams'][number]['events'][number], { record: unknown }>['record']

export const unitBecomes = (w: World, id: string, record: UnitRecord): Promise<void> =>
  happens(w, { units: [{ id, events: [{ type: 'unit.recorded', record }] }] })

export const teamBecomes = (w: World, id: string, record: TeamRecord): Promise<void> =>
  happens(w, { teams: [{ id, events: [{ type: 'team.recorded', record }] }] })
