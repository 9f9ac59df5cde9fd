/** How far planning is, in a plan world whose year has a journal: opened on March 1st. */
import type { Card } from '../../cards/kit.ts'
import type { Meta, Outcome } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import type { Instant, LocalDate } from '../../src/kernel/time.ts'
import { loadProgress, type UnitProgress } from '../../src/planning/overview/progress.ts'
import { remindCommand } from '../../src/planning/overview/remind.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import type { Phase } from '../../src/store/schema/policy.ts'
import { rendered } from './overview-cards.ts'
import { type PlanWorld, planWorld } from './world.ts'

export interface OverviewWorld extends PlanWorld {
  progress(today?: LocalDate): Promise<UnitProgress[]>
  /** The waits of a unit, as `task: person, person`. */
  waits(unit: string): Promise<string[]>
  remind(by: string, days?: number, today?: LocalDate): Promise<Outcome>
  /** What a person sees, drawn and found valid. */
  show(by: string, view: string, params?: { readonly [name: string]: string | number }): Promise<Card>
  /** Who was reminded so far, each as often as there are messages. */
  reminded(): string[]
}

const TODAY = '2026-03-05'
const OPENED = '2026-03-01T00:00:00.000Z'

export const instantOn = (today: LocalDate): Instant => `${today}T01:00:00.000Z`

export function overviewWorld(phase: Phase = 'setting'): OverviewWorld {
  const world = planWorld(phase)
  world.db.exec(`INSERT INTO journal (subject, version, type, at, by_person, in_name_of, cause, body, previous_hash, hash)
    VALUES ('year:2026', 1, 'year.opened', '${OPENED}', 'OF1', 'OF1', 'open', '{}', '', 'h')`)
  let reminders = 0
  const progress = async (today: LocalDate = TODAY): Promise<UnitProgress[]> =>
    loadProgress(world.db, await getCurrentYear(world.db), today)
  return {
    ...world,
    progress,
    async waits(unit) {
      const found = (await progress()).find((one) => one.unit === unit)
      return (found?.waits ?? []).map(
        (wait) => `${wait.task}: ${wait.people.map((one) => one.id).join(', ')}`,
      )
    },
    async remind(by, days = 0, today = TODAY) {
      reminders += 1
      const meta: Meta = { by, inNameOf: by, causes: [`remind:${reminders}`], at: instantOn(today), today }
      return execute(world.db, remindCommand, { year: 2026, days }, meta)
    },
    show: (by, view, params = {}) =>
      rendered(world.db, by, view, params, { at: instantOn(TODAY), today: TODAY }),
    reminded: () =>
      world
        .told()
        .filter((one) => one.startsWith('planning-digest'))
        .map((one) => one.slice('planning-digest to '.length)),
  }
}
