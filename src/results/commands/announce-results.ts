import * as z from 'zod'
import type { Command, Prepared } from '../../kernel/command.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { getActor } from '../../organization/queries.ts'
import { enqueueNotices } from '../../store/outbox-bulk.ts'
import { findResultsFacts } from '../facts.ts'
import { noticesOfAnnouncement } from '../notices.ts'
import { announceResults } from '../rules/decide.ts'
import type { ResultsRefusal } from '../rules/refusals.ts'
import { resultsId, resultsSubject } from '../subjects.ts'

export type AnnouncementDone = {
  readonly code: 'results-announced'
  readonly units: number
  readonly people: number
}

const payload = z.object({ year: z.int() })

const SHOWS_PRESENT: ReadonlySet<ResultsRefusal['code']> = new Set<ResultsRefusal['code']>([
  'announced-results',
  'incomplete-results',
  'uncorrected-results',
])

/** Each unit gets its own result, everyone in the scheme the list of all, the office the workbooks (Articles 21, 26). */
export const announceCommand: Command = {
  type: 'results.announce',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { year } = payload.parse(raw)
    const show = { name: 'results-gate', params: { year } }
    const head = await foldSubject(db, resultsSubject, resultsId(year))
    const [by, facts] = await Promise.all([getActor(db, meta), findResultsFacts(db, year, meta.today)])
    const decision = announceResults(head.state, by, meta.at, facts)
    if ('refusal' in decision)
      return { refusal: decision.refusal, ...(SHOWS_PRESENT.has(decision.refusal.code) && { show }) }
    const change = resultsSubject.change(resultsId(year), head, decision.events)
    const results = change.state.status === 'announced' ? change.state.results : []
    const units = new Set(results.map((one) => one.unit))
    const notices = await noticesOfAnnouncement(db, { year, version: change.version, units }, meta)
    const people = new Set(notices.map((one) => one.to)).size
    const done: AnnouncementDone = { code: 'results-announced', units: units.size, people }
    return {
      change: {
        subjects: [change],
        notices: [],
        also: enqueueNotices(notices, meta.at, meta.causes[0]),
        // The year can be closed now: its phases are on the office's card.
        touches: [`year:${year}`],
        answer: { done, show },
      },
    }
  },
}
