/** 进度: how far planning is, for the office, the leading group, leaders in charge and working groups. */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import {
  type OverviewRow,
  type PlanningOverviewFacts,
  planningOverviewCard,
  ROWS_A_CARD,
} from '../../../cards/planning-overview.ts'
import { pageOf } from '../../kernel/paging.ts'
import { sayInstant } from '../../kernel/time.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findCurrentYear, findYear, type OpenYear } from '../../policy/queries.ts'
import type { Drafter } from '../../store/schema/planning.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { currentYear } from '../views/asked.ts'
import { cardMessage, noYear, sentenceCard } from '../views/notice.ts'
import { loadProgress, type UnitProgress, waitsByAge } from './progress.ts'
import type { UnitStage } from './rules/unit-stage.ts'

const TITLE = '目标订立进度'
const NOT_YOURS =
  '进度由领导小组办公室、领导小组、分管校领导和目标管理工作组查看。本单位的目标请发送「我的目标」查看。'
const DRAFTERS: readonly Drafter[] = ['unit', 'group', 'leader']

const stages = z.enum(['unsent', 'returned', 'in-review', 'in-ratification', 'in-force'])

const params = z.object({
  year: z.int().exactOptional(),
  /** Only the units at this stage. */
  stage: stages.exactOptional(),
  page: z.int().exactOptional(),
})

export const planningOverviewView = viewOf({
  name: 'planning-overview',
  ofYear: true,
  params,
  async complete(db, asked) {
    const year = asked.year ?? (await currentYear(db))
    return year === undefined ? undefined : { name: 'planning-overview', params: { ...asked, year } }
  },
  async render(db, asked, viewer): Promise<Message> {
    const open = asked.year === undefined ? await findCurrentYear(db) : await findYear(db, asked.year)
    if (open === undefined) return noYear(TITLE)
    const actor = await getActor(db, viewer)
    const units = await loadProgress(db, open, viewer.today, actor)
    if (units.length === 0) return sentenceCard(TITLE, NOT_YOURS)
    return overview(open, units, holds(actor, 'office'), asked)
  },
})

function overview(
  open: OpenYear,
  units: readonly UnitProgress[],
  office: boolean,
  asked: z.infer<typeof params>,
): Message {
  const { year, phase } = open
  const { stage = null } = asked
  const view = { name: 'planning-overview', params: { year, ...(stage && { stage }) } }
  const rows = rowsOf(units, stage)
  const page = pageOf(rows, ROWS_A_CARD, asked.page ?? 0, view)
  return cardMessage(
    planningOverviewCard({
      ...{ year, stage, office, total: rows.length },
      ...{ page: page.page, rows: page.items, turns: page.turns },
      units: countStages(units),
      unsent: countUnsent(units),
      later: phase === 'setting' ? null : laterFacts(phase, units),
    }),
  )
}

/** What is waited for, the oldest first; of plans in force one row each, by unit. */
function rowsOf(units: readonly UnitProgress[], stage: UnitStage | null): OverviewRow[] {
  const ofStage = units.filter((unit) => stage === null || unit.stage === stage)
  if (stage === 'in-force') {
    return ofStage.map(({ name, movedAt }) => ({
      ...{ unit: name, wait: null },
      effective: movedAt === null ? '' : sayInstant(movedAt),
    }))
  }
  return waitsByAge(ofStage).map(({ unit, wait }) => ({ unit: unit.name, wait, effective: '' }))
}

function laterFacts(phase: Phase, units: readonly UnitProgress[]): PlanningOverviewFacts['later'] {
  const open = units.filter((unit) => unit.stage !== 'in-force').map((unit) => unit.name)
  return { phase: PHASE_NAMES[phase], open }
}

export function countStages(units: readonly UnitProgress[]): { readonly [stage in UnitStage]: number } {
  const counts = { unsent: 0, returned: 0, 'in-review': 0, 'in-ratification': 0, 'in-force': 0 }
  for (const unit of units) counts[unit.stage] += 1
  return counts
}

function countUnsent(units: readonly UnitProgress[]): { drafter: Drafter; units: number }[] {
  return DRAFTERS.map((drafter) => ({
    drafter,
    units: units.filter((unit) => unit.unsent.includes(drafter)).length,
  })).filter((one) => one.units > 0)
}
