/** Whatever is given, ended and replaced: no scope that had a holder loses it without an event that says so. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { journalEqualsState } from '../../world/journal.ts'
import { foldsEqual } from '../folded.ts'
import { type PeopleWorld, peopleWorld } from './world.ts'

const PEOPLE = ['C-JX01', 'H-JX01', 'T-JX01', 'C-JX02', 'LD1', 'LD2', 'WG1', 'WG2', 'CH', 'LM1'] as const
const ROLES = [
  ['contact', 'JX01'],
  ['head', 'JX01'],
  ['contact', 'JX02'],
  ['chair', ''],
  ['working-convenor', '第一目标管理工作组'],
] as const
const ON = '2026-03-02'

const person = fc.constantFrom(...PEOPLE)
const role = fc.constantFrom(...ROLES)
const act = fc.oneof(
  fc.record({ kind: fc.constant('give' as const), person, role, sure: fc.boolean(), ends: fc.boolean() }),
  fc.record({ kind: fc.constant('end' as const), person, role, sure: fc.boolean(), to: fc.option(person) }),
  fc.record({ kind: fc.constant('replace' as const), person, to: person, leaves: fc.boolean() }),
  fc.record({ kind: fc.constant('leave' as const), person }),
)
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

async function doAct(w: PeopleWorld, one: Act): Promise<void> {
  switch (one.kind) {
    case 'give': {
      const [name, scope] = one.role
      const to = one.ends ? '2026-03-02' : null
      await w.office('role.give', { person: one.person, role: name, scope, from: ON, to, sure: one.sure })
      return
    }
    case 'end': {
      const [name, scope] = one.role
      const successor = one.to ?? ''
      await w.office('role.end', { person: one.person, role: name, scope, to: ON, sure: one.sure, successor })
      return
    }
    case 'replace':
      // A preview with nothing to confirm is none.
      await w.replace(one.person, one.to, { leaves: one.leaves }).catch(() => undefined)
      return
    case 'leave':
      await w.office('person.leave', { person: one.person })
  }
}

const heldOn = (w: PeopleWorld, day: string): Set<string> =>
  new Set(
    (
      w.db.raw(
        `SELECT DISTINCT role || ':' || scope AS place FROM role_held WHERE from_on <= '${day}' AND (to_on IS NULL OR to_on >= '${day}')`,
      ) as { place: string }[]
    ).map(({ place }) => place),
  )

/** Those of which the journal says that nobody follows, or whose last day was said when they were given. */
const saidToEnd = (w: PeopleWorld): Set<string> =>
  new Set(
    (
      w.db.raw(
        `SELECT body ->> '$.role' || ':' || (body ->> '$.scope') AS place FROM journal
         WHERE (type = 'school.role-ended' AND body ->> '$.stops' = 1) OR (type = 'role.given' AND body ->> '$.to' IS NOT NULL)`,
      ) as { place: string }[]
    ).map(({ place }) => place),
  )

it('no scope that had a holder loses it without an event that says so, and no unit its leader', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const w = await peopleWorld()
      const before = heldOn(w, ON)
      for (const one of acts) await doAct(w, one)
      const after = heldOn(w, '2026-03-03')
      const lost = [...before].filter((place) => !after.has(place))
      const said = saidToEnd(w)
      expect(lost.filter((place) => !said.has(place))).toEqual([])
      expect(after.has('office:')).toBe(true)
      const leaders = w.db.raw('SELECT id FROM unit WHERE leader IS NULL')
      expect(leaders).toEqual([])
      const chairs = w.db.raw(
        "SELECT count(*) AS n FROM role_held WHERE role = 'chair' AND from_on <= '2026-03-03' AND (to_on IS NULL OR to_on >= '2026-03-03')",
      ) as { n: number }[]
      expect(chairs[0]?.n).toBeLessThanOrEqual(1)
      await foldsEqual(w.db)
      await journalEqualsState(w.db)
    }),
    { numRuns: 25 },
  )
}, 120_000)
