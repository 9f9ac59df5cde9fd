/** `year.begin`: the next year starts from the one that is over, in one commit (rulebook 2). */
import * as z from 'zod'
import type { Command, Notice, Prepared } from '../../kernel/command.ts'
import type { Year } from '../../kernel/ids.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { endPriorities } from '../../organization/priorities/end-all.ts'
import { getActor } from '../../organization/queries.ts'
import { enqueueNotices } from '../../store/outbox-bulk.ts'
import { listPeopleInScheme } from '../queries.ts'
import { beginYear } from '../rules/new-year.ts'
import { yearId, yearSubject } from '../subject.ts'
import { findLastYear } from './queries.ts'

export interface NewYearDone {
  readonly code: 'year-begun'
  readonly year: Year
  readonly told: number
}

const payload = z.object({ year: z.int().min(2000).max(2100), seen: z.string().max(40) })

export const beginYearCommand: Command = {
  type: 'year.begin',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const wish = payload.parse(raw)
    const { year } = wish
    const [head, by, last] = await Promise.all([
      foldSubject(db, yearSubject, yearId(year)),
      getActor(db, meta),
      findLastYear(db, meta.today),
    ])
    const decision = beginYear(head.state, wish, by, last)
    if ('refusal' in decision) {
      const show = showAfter(decision.refusal.code, year)
      return { refusal: decision.refusal, ...(show && { show }) }
    }
    const [people, ended] = await Promise.all([
      listPeopleInScheme(db, meta.today),
      endPriorities(db, year - 1, meta.today),
    ])
    const notices = people
      .filter((person) => person !== meta.by)
      .map(
        (to): Notice => ({
          to,
          view: { name: 'phase-notice', params: { year, phase: 'setting' } },
          about: null,
          key: `phase:${year}:begun:${to}`,
        }),
      )
    const done: NewYearDone = { code: 'year-begun', year, told: notices.length }
    return {
      change: {
        // The year comes first: only then the priorities of the last one serve no goal of the present year.
        subjects: [yearSubject.change(yearId(year), head, decision.events), ...ended],
        notices: [],
        also: enqueueNotices(notices, meta.at),
        touches: [yearId(year - 1)],
        answer: { done, show: { name: 'phase', params: { year } } },
      },
    }
  },
}

/** Whoever was overtaken sees the year as it is; a hindered or stale preview is drawn anew. */
function showAfter(code: string, year: Year) {
  if (code === 'begun-year') return { name: 'phase', params: { year } }
  return code === 'hindered-year' || code === 'stale-preview'
    ? { name: 'new-year', params: { year } }
    : undefined
}
