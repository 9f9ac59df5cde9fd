/** One goal of the board: its light and why, figures, money, what is open on it; then its reports. */
import * as z from 'zod'
import { boardGoalCard, type OpenThing } from '../../../../cards/board-goal.ts'
import type { Button } from '../../../../cards/kit.ts'
import type { GoalId, UnitId } from '../../../kernel/ids.ts'
import { daysBetween, type LocalDate, sayDate } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { findUnit, getActor } from '../../../organization/queries.ts'
import { maySee } from '../../../planning/rules/drafters.ts'
import type { Database } from '../../../store/database.ts'
import type { HelpTable } from '../../../store/schema/help.ts'
import type { UnitTable } from '../../../store/schema/organization.ts'
import { findSeenGoal, type SeenGoal } from '../../access.ts'
import { sayAmount, sayYuanOr } from '../../cost/say-amount.ts'
import { costsOf } from '../../queries/costs.ts'
import { groupsOfUnits } from '../../queries/groups.ts'
import { openHelpOf } from '../../queries/help.ts'
import { judgementsOf } from '../../queries/judgements.ts'
import { lightsOf } from '../../queries/lights.ts'
import { measuresOf } from '../../queries/measures.ts'
import { latestProgress } from '../../queries.ts'
import { reportsFor } from '../../rules/progress.ts'
import { sayDecimal, sayFigures } from '../../say-figures.ts'
import { executionId } from '../../subject.ts'
import { asCard, told } from '../../views/told.ts'
import { seenRectifications } from '../load.ts'
import type { ListedRectification } from '../queries.ts'
import { NOT_YOURS } from './asked.ts'
import { isLate, openFinding, openHelp } from './head.ts'

const TITLE = '目标看板'

export const boardGoalView = viewOf({
  name: 'board-goal',
  params: z.object({
    goal: z.string(),
    /** The board to go back to. */
    scope: z.string().exactOptional(),
    from: z.string().exactOptional(),
    year: z.int().exactOptional(),
  }),
  about: ({ goal }) => executionId(goal),
  async render(db, { goal: id, ...place }, viewer) {
    const goal = await findSeenGoal(db, viewer, id)
    if (!goal) return told(TITLE, NOT_YOURS)
    const [figures, things, next] = await Promise.all([
      figuresOf(db, goal, viewer.today),
      openThings(db, viewer, goal),
      nextButtons(db, viewer, goal),
    ])
    const back: Button = {
      text: '返回看板',
      action: {
        show: 'board',
        with: place.scope === undefined ? { ...place, scope: `unit:${goal.unit}` } : place,
      },
    }
    const { unitName: unit, number, title } = goal
    return asCard(boardGoalCard({ unit, number, title, ...figures, ...things, buttons: [...next, back] }))
  },
})

async function figuresOf(db: Database, { id, dueOn, status }: SeenGoal, today: LocalDate) {
  const one: readonly GoalId[] = [id]
  const [lights, reports, measures, costs] = await Promise.all([
    lightsOf(db, one, today),
    latestProgress(db, one),
    measuresOf(db, one),
    costsOf(db, one),
  ])
  const report = reports.get(id)
  const judgement = report && (await judgementsOf(db, [report.id])).get(report.id)
  const [light, measure, cost] = [lights.get(id), measures.get(id) ?? null, costs.get(id)]
  const days = light?.reportedOn ? daysBetween(light.reportedOn, today) : 0
  return {
    light: status === 'in-force' || status === 'cancelled' ? light : undefined,
    reached: light?.reached ?? null,
    reported: report ? sayFigures(report, measure) : '',
    accepted: judgement ? (judgement.verdict === 'accepted' ? sayFigures(judgement, measure) : '被质疑') : '',
    target:
      measure?.target == null ? '' : `${measure.indicator} ${sayDecimal(measure.target)}${measure.unit}`,
    due: dueOn === null ? '年底前' : sayDate(dueOn),
    lastReport: light?.reportedOn ? `${sayDate(light.reportedOn)}${days > 0 ? `（${days} 天前）` : ''}` : '',
    budget: sayYuanOr(cost?.budget ?? null),
    spent: sayYuanOr(cost?.spent ?? null),
    over: cost && cost.over > 0 ? `超预算 ${sayAmount(cost.over)} 元` : '',
  }
}

async function openThings(db: Database, viewer: Viewer, { id, unit, year }: SeenGoal) {
  const [help, rectifications] = await Promise.all([
    openHelpOf(db, [id]),
    seenRectifications(db, viewer, await unitsOf(db, unit), year),
  ])
  return {
    help: (help.get(id) ?? []).map((one) => helpThing(one, viewer.today)),
    rectifications: rectifications
      .filter(({ goal }) => goal === id)
      .map((one) => rectificationThing(one, viewer.today)),
  }
}

function helpThing(help: HelpTable, today: LocalDate): OpenThing {
  const { words, holder_name: name, due_on: dueOn } = help
  const waits = `等候${name === '' ? '领导小组办公室' : name}答复，${sayDate(dueOn)}前`
  return { text: words, waits, late: dueOn < today, open: openHelp(help) }
}

function rectificationThing(one: ListedRectification, today: LocalDate): OpenThing {
  const waits = one.status === 'answered' ? '已答复，等候验收' : `${sayDate(one.dueOn)}前整改`
  return { text: one.fact, waits, late: isLate(one, today), open: openFinding(one) }
}

async function unitsOf(db: Database, id: UnitId): Promise<UnitTable[]> {
  const unit = await findUnit(db, id)
  return unit ? [unit] : []
}

/** What leads further; the goal's text only for whom planning shows it to. */
async function nextButtons(db: Database, viewer: Viewer, { id, unit, number }: SeenGoal): Promise<Button[]> {
  const [actor, row, groups] = await Promise.all([
    getActor(db, viewer),
    findUnit(db, unit),
    groupsOfUnits(db, unit),
  ])
  const { kind, leader = null } = row ?? {}
  const group = groups.get(unit)?.working ?? null
  const whole = kind !== undefined && maySee(actor, { unit, kind, leader, group })
  const report = { text: String(number), unit }
  return [
    ...(reportsFor(actor, unit)
      ? [
          {
            text: '报送进展',
            style: 'primary',
            action: { send: 'progress-understood', with: report },
          } as const,
        ]
      : []),
    { text: '进展记录', action: { send: 'progress-history', with: { goal: id } } },
    ...(whole ? [{ text: '目标全文', action: { send: 'goal-detail', with: { goal: id } } } as const] : []),
  ]
}
