/** Views `gate-reminder`, with which the office chases, and `gate-chased`, what the lead unit gets. */
import * as z from 'zod'
import { gateChasedCard } from '../../../cards/gate-chased.ts'
import { gateReminderCard } from '../../../cards/gate-reminder.ts'
import type { Card, Message } from '../../../cards/kit.ts'
import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import { resultNoteCard } from '../../../cards/result-note.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type ViewDefinition, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findCurrentYear, findYear } from '../../policy/queries.ts'
import { chasedOn } from '../rules/gate-reminder.ts'
import { gateReminderId, gateReminderSubject } from '../subjects.ts'
import { listOpenAreas, owingOf } from './owing.ts'

const params = z.object({ year: z.int().exactOptional() })
const shown = (card: Card): Message => ({ kind: 'card', card })
const noteOf = (text: string): Message => shown(resultNoteCard({ title: '催办关口', text }))

const gateReminderView = viewOf({
  name: 'gate-reminder',
  params,
  about: ({ year }) => (year === undefined ? null : gateReminderId(year)),
  async complete(db, { year }) {
    const open = year === undefined ? await findCurrentYear(db) : undefined
    return open && { name: 'gate-reminder', params: { year: open.year } }
  },
  async render(db, { year }, viewer) {
    const open = year === undefined ? await findCurrentYear(db) : await findYear(db, year)
    if (!open) return noteOf('年度还没有开启，请先由办公室发送「阶段」开启。')
    if (!holds(await getActor(db, viewer), 'office'))
      return noteOf('催办由领导小组办公室发出。您的待办请发送「待办」查看。')
    const { phase } = open
    if (phase !== 'assessment' && phase !== 'results')
      return noteOf(`现在是「${PHASE_NAMES[phase]}」阶段，进入「考核」或「结果」阶段后再催办。`)
    const [areas, { state }] = await Promise.all([
      listOpenAreas(db, open, viewer.today),
      foldSubject(db, gateReminderSubject, gateReminderId(open.year)),
    ])
    const before = new Set(chasedOn(state, viewer.today))
    return shown(
      gateReminderCard({
        year: open.year,
        areas: areas.map(({ area, silent, people }) => ({
          name: area.name,
          leadUnit: area.leadUnit,
          silent: silent.length,
          people: people.map((one) => one.name),
        })),
        people: owingOf(areas).filter((one) => !before.has(one.person)).length,
        last: state.status === 'chased' ? { by: state.signed.name, when: sayInstant(state.signed.at) } : null,
        today: before.size,
      }),
    )
  },
})

const gateChasedView = viewOf({
  name: 'gate-chased',
  params: z.object({ year: z.int() }),
  async render(db, { year }, viewer) {
    const [open, actor] = await Promise.all([findYear(db, year), getActor(db, viewer)])
    const areas = open ? await listOpenAreas(db, open, viewer.today) : []
    const own = areas.filter(({ area }) => holds(actor, 'lead-unit', area.key))
    return shown(
      gateChasedCard({
        year,
        areas: own.map(({ area, silent }) => ({
          ...area,
          silent: silent.map((unit) => unit.name),
        })),
      }),
    )
  },
})

export const chaseViews: readonly ViewDefinition[] = [gateReminderView, gateChasedView]
