/** 催办关口: the office reminds the lead units that owe a report, with one message a person. */
import * as z from 'zod'
import type { Command, Prepared } from '../../kernel/command.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { getActor } from '../../organization/queries.ts'
import { findYear } from '../../policy/queries.ts'
import { chaseGates } from '../rules/gate-reminder.ts'
import { gateReminderId, gateReminderSubject } from '../subjects.ts'
import { listOpenAreas, owingOf } from './owing.ts'

const payload = z.object({ year: z.int() })

export type ChaseDone = {
  readonly code: 'gates-chased'
  readonly people: number
  readonly areas: number
}

export const chaseGatesCommand: Command = {
  type: 'gates.chase',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { year } = payload.parse(raw)
    const show = { name: 'gate-reminder', params: { year } }
    const head = await foldSubject(db, gateReminderSubject, gateReminderId(year))
    const [by, open] = await Promise.all([getActor(db, meta), findYear(db, year)])
    const areas = open ? await listOpenAreas(db, open, meta.today) : []
    const chasing = { by, at: meta.at, today: meta.today, phase: open?.phase ?? 'setting' }
    const decision = chaseGates(head.state, { ...chasing, owing: owingOf(areas) })
    if ('refusal' in decision) return { refusal: decision.refusal, show }
    const told = decision.events.flatMap((event) => event.told)
    const done: ChaseDone = { code: 'gates-chased', people: told.length, areas: areas.length }
    return {
      change: {
        subjects: [gateReminderSubject.change(gateReminderId(year), head, decision.events)],
        notices: told.map(({ person: to }) => ({
          to,
          view: { name: 'gate-chased', params: { year } },
          about: null,
          // Once a day, whatever happens.
          key: `gate-chased:${year}:${meta.today}:${to}`,
          asks: [{ role: 'lead-unit' as const }],
        })),
        answer: { done, show },
      },
    }
  },
}
