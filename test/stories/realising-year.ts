/** A year that goes by day by day: the clock strikes every night, every morning and every noon, and what was told is counted. */
import { lightsOf } from '../../src/execution/queries/lights.ts'
import { type Instant, instantOf, type LocalDate, localDateOf, plusDays } from '../../src/kernel/time.ts'
import { START } from '../world/clock.ts'
import { type World, world } from '../world/people.ts'
import { crowdReports, roundOn } from './realising-crowd.ts'
import { plansInForce, REALISING } from './realising-school.ts'

export interface Told {
  readonly key: string
  readonly person: string
  readonly view: string
  readonly at: Instant
}

export interface SchoolYear extends World {
  /** All days up to ten o'clock of this one. */
  reaches(day: LocalDate): Promise<void>
  /** Everything that left for people, each when it left. */
  told(): readonly Told[]
  /** The watched goals' light on the evening of each day. */
  readonly lights: ReadonlyMap<LocalDate, readonly string[]>
  /** Whether downloads fail, and how often each file was fetched whole. */
  readonly downloads: { failing: boolean; tried: number; readonly fetched: Map<string, number> }
}

const momentOf = (day: LocalDate, time: string): number => Date.parse(`${day}T${time}:00+08:00`)

/** The university in execution on Monday, 2 March 2026. `watched`: the goals whose lights are noted. */
export async function schoolYear(watched: readonly string[]): Promise<SchoolYear> {
  const downloads: SchoolYear['downloads'] = { failing: false, tried: 0, fetched: new Map() }
  const w = await world({ university: REALISING, patience: 20, fetch: downloading(downloads) })
  await plansInForce(w.db, instantOf(START - 3 * 86_400_000))
  const [told, lights] = [new Map<string, Told>(), new Map<LocalDate, readonly string[]>()]
  const today = (): LocalDate => localDateOf(w.clock.clock())
  const strikes = async (day: LocalDate, time: string, clocks = 1): Promise<void> => {
    w.clock.reach(momentOf(day, time))
    await Promise.all(Array.from({ length: clocks }, () => w.app.tick()))
    await w.settled()
  }
  const noteTold = (): void => {
    for (const one of leftSince(w, today())) told.set(`${one.key} ${one.at}`, one)
  }
  const evening = async (): Promise<void> => {
    const round = roundOn(today())
    if (round !== undefined) await crowdReports(w.db, round, w.clock.clock())
    await strikes(today(), '12:30')
    lights.set(today(), await lightsNow(w, watched, today()))
    noteTold()
  }
  const morning = async (day: LocalDate): Promise<void> => {
    await strikes(day, '03:00')
    // As the clocks of two machines do.
    await strikes(day, '09:00', 2)
    await strikes(day, '09:01')
    w.clock.reach(momentOf(day, '10:00'))
  }
  return {
    ...w,
    ...{ lights, downloads },
    told: () => [...told.values()],
    async reaches(day) {
      while (today() < day) {
        await evening()
        await morning(plusDays(today(), 1))
      }
      noteTold()
    },
  }
}

/** Rows of what was sent are forgotten after sixty days, so each day's are read in its evening. */
function leftSince({ db }: World, day: LocalDate): Told[] {
  const from = instantOf(momentOf(plusDays(day, -1), '12:30'))
  return db.raw(
    `SELECT key, person, view, due_at AS at FROM outbox WHERE kind = 'send' AND state = 'sent' AND due_at >= '${from}'`,
  ) as Told[]
}

export async function lightsNow(
  { db }: World,
  goals: readonly string[],
  day: LocalDate,
): Promise<readonly string[]> {
  const lights = await lightsOf(db, goals, day)
  return goals.map((goal) => lights.get(goal)?.light ?? 'none')
}

function downloading(downloads: SchoolYear['downloads']) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const key = /\/resources\/([^?]+)/.exec(url)?.[1]
    if (key === undefined) return fetch(url, init)
    downloads.tried += 1
    if (downloads.failing) throw new TypeError('fetch failed')
    const response = await fetch(url, init)
    if (response.ok) downloads.fetched.set(key, (downloads.fetched.get(key) ?? 0) + 1)
    return response
  }
}
