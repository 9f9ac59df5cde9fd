/** View `phase`: how far the year is, with its planned days and what is open again for single units. */
import * as z from 'zod'
import { phaseCard } from '../../cards/phase.ts'
import { viewOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import { isAnnounced } from '../results/queries.ts'
import { sayDates, sayReminder } from './calendar/say-dates.ts'
import { toldUntil } from './calendar/told-until.ts'
import { findCurrentYear, findYear } from './queries.ts'
import { loadReopenings } from './reopening/list.ts'
import { dueReminders } from './rules/calendar.ts'
import { PHASES } from './rules/year.ts'
import { yearId } from './subject.ts'
import { countUnfinished } from './unfinished.ts'

/** A card holds no more of them well; the rest stand in their list. */
const MOST_REOPENED = 6

export const phaseView = viewOf({
  name: 'phase',
  ofYear: true,
  /** Without a year: the one that is being managed. */
  params: z.object({ year: z.int().exactOptional() }),
  about: ({ year }) => (year === undefined ? null : yearId(year)),
  async complete(db, asked) {
    const year = asked.year ?? (await findCurrentYear(db))?.year
    return year === undefined ? undefined : { name: 'phase', params: { year } }
  },
  async render(db, { year }, viewer) {
    const open = await (year === undefined ? findCurrentYear(db) : findYear(db, year))
    const office = holds(await getActor(db, viewer), 'office')
    const shownYear = open?.year ?? year ?? Number(viewer.today.slice(0, 4))
    const common = { year: shownYear, phases: PHASES, office }
    if (!open) {
      const card = phaseCard({ ...common, phase: null, unfinished: 0, announced: false })
      return { kind: 'card', card }
    }
    const [unfinished, announced, reopened, current] = await Promise.all([
      office ? countUnfinished(db, open) : 0,
      office && isAnnounced(db, open.year),
      loadReopenings(db, open, viewer),
      findCurrentYear(db),
    ])
    const due = office ? dueReminders(open, toldUntil(viewer.today)) : []
    return {
      kind: 'card',
      card: phaseCard({
        ...common,
        ...{ phase: open.phase, unfinished, announced, due: due.map(sayReminder) },
        followed: current !== undefined && current.year > open.year,
        ...(open.calendar && { dates: sayDates(open.calendar.dates) }),
        reopened: { total: reopened.length, first: reopened.slice(0, MOST_REOPENED) },
      }),
    }
  },
})
