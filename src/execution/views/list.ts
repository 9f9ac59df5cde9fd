import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { progressChoiceCard } from '../../../cards/progress-choice.ts'
import { progressListCard } from '../../../cards/progress-list.ts'
import type { Year } from '../../kernel/ids.ts'
import { sayDate } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { sayWhenOpens } from '../../policy/calendar/queries.ts'
import { findCurrentYear, findYear } from '../../policy/queries.ts'
import { phaseFor } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import type { UnitTable } from '../../store/schema/organization.ts'
import { findSeenUnit, listGoalsOf, listOwnUnits, listSeenUnits, type UnitGoal } from '../access.ts'
import { costsOf } from '../queries/costs.ts'
import { standingJudgements } from '../queries/judgements.ts'
import { latestProgress } from '../queries.ts'
import { asCard, closedIn, NO_GOALS, NO_UNIT, NOT_YOURS, told } from './told.ts'

const TITLE = '目标进展'

/** 进展: the own unit's goals, to report on; for those in charge of units, these, to look at. */
export const progressView = viewOf({
  name: 'progress',
  ofYear: true,
  params: z.object({ unit: z.string().exactOptional(), year: z.int().exactOptional() }),
  about: ({ year }) => (year === undefined ? null : `year:${year}`),
  async complete(db, params) {
    const year = await findCurrentYear(db)
    return year && { name: 'progress', params: { ...params, year: params.year ?? year.year } }
  },
  async render(db, { unit: wanted, year }, viewer) {
    const own = await listOwnUnits(db, viewer)
    if (wanted !== undefined) {
      const unit = await findSeenUnit(db, viewer, wanted)
      return unit
        ? unitMessage(
            db,
            unit,
            own.some(({ id }) => id === unit.id),
            viewer,
            year,
          )
        : told(TITLE, NOT_YOURS)
    }
    const [first, ...others] = own.length > 0 ? own : await listSeenUnits(db, viewer)
    if (!first) return told(TITLE, NO_UNIT)
    return others.length === 0
      ? unitMessage(db, first, own.length > 0, viewer, year)
      : unitsMessage([first, ...others], year)
  },
})

function unitsMessage(units: readonly UnitTable[], year: Year | undefined): Message {
  const options = units.map(({ id, name }) => ({
    text: name,
    action: { show: 'progress', with: { unit: id, ...(year !== undefined && { year }) } } as const,
  }))
  return asCard(progressChoiceCard({ title: TITLE, text: '请选择单位：', options }))
}

async function unitMessage(
  db: Database,
  unit: UnitTable,
  reports: boolean,
  { today }: Viewer,
  asked: Year | undefined,
): Promise<Message> {
  const [goals, year] = await Promise.all([
    listGoalsOf(db, [unit], asked),
    asked === undefined ? findCurrentYear(db) : findYear(db, asked),
  ])
  if (goals.length === 0) return told(TITLE, reports ? NO_GOALS : `${unit.name}还没有生效的目标。`)
  const ids = goals.map((goal) => goal.id)
  const [latest, judgements, costs] = await Promise.all([
    latestProgress(db, ids),
    standingJudgements(db, ids),
    costsOf(db, ids),
  ])
  const bar = reports ? closedIn(year && phaseFor(year, unit.id)) : ''
  const closed = year && bar !== '' ? bar + sayWhenOpens(year, 'execution', today, unit.id) : bar
  const rows = goals.map((goal) => {
    const last = latest.get(goal.id)
    const { accepted, queried } = judgements.get(goal.id) ?? { accepted: null, queried: null }
    return {
      number: goal.number,
      title: goal.title,
      due: goal.dueOn ? sayDate(goal.dueOn) : '年底前',
      percent: last?.percent ?? null,
      state: last?.state ?? null,
      accepted: accepted === null ? '' : `${accepted}%`,
      queried: queried !== null && queried === last?.id,
      over: (costs.get(goal.id)?.over ?? 0) > 0,
      ...(goal.adjusted !== undefined && { adjusted: goal.adjusted }),
      open: reports && closed === '' ? reportOn(goal) : lookAt(goal),
    }
  })
  return asCard(progressListCard({ unit: unit.name, closed, reports, goals: rows }))
}

/** As if the goal's number had been typed. */
export const reportOn = ({ number, unit }: UnitGoal) =>
  ({ send: 'progress-understood', with: { text: String(number), unit: unit.id } }) as const

const lookAt = ({ id }: UnitGoal) => ({ send: 'progress-history', with: { goal: id } }) as const
