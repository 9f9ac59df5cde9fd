import { describe, it } from 'vitest'
import type { Button } from '../../cards/kit.ts'
import {
  type OverviewRow,
  type PlanningOverviewFacts,
  planningOverviewCard,
  ROWS_A_CARD,
} from '../../cards/planning-overview.ts'
import { planningDigestCard } from '../../cards/planning-overview-digest.ts'
import { planningReminderCard } from '../../cards/planning-overview-reminder.ts'
import { UNIT_STAGES, type UnitStage, type WaitFacts } from '../../cards/planning-overview-words.ts'
import { checked } from './overview-cards.ts'

/** Characters that Feishu's markdown has to escape, and Chinese ones. */
const text = (length: number): string => '*[链接]_'.repeat(length).slice(0, length)
const turn: Button = {
  text: '下一页（999/999）',
  action: { show: 'planning-overview', with: { year: 2026, page: 998 } },
}
const UNITS = { unsent: 999, returned: 999, 'in-review': 999, 'in-ratification': 999, 'in-force': 999 }

const WAIT: WaitFacts & { readonly days: number } = {
  ...{
    task: 'draft',
    roles: ['leading-member'],
    types: ['key', 'special', 'routine'],
    goals: 999,
    days: 999,
  },
  people: Array.from({ length: 99 }, () => ({ name: text(40), role: 'leading-member' as const })),
}

function overview(
  stage: UnitStage | null,
  row: Partial<OverviewRow> = {},
  later: PlanningOverviewFacts['later'] = null,
) {
  const rows = Array.from(
    { length: ROWS_A_CARD },
    (): OverviewRow => ({
      unit: text(60),
      wait: WAIT,
      effective: '12月31日 23:59',
      ...row,
    }),
  )
  return planningOverviewCard({
    ...{ year: 2026, units: UNITS, stage, total: 99_999, page: 0, rows, turns: [turn, turn] },
    unsent: (['unit', 'group', 'leader'] as const).map((drafter) => ({ drafter, units: 999 })),
    ...{ later, office: true },
  })
}

describe('the cards of the overview at their largest', () => {
  it('list as many waits as a card may have', () => {
    checked(overview(null))
    checked(overview(null, {}, { phase: '实现目标', open: Array.from({ length: 999 }, () => text(60)) }))
    for (const stage of UNIT_STAGES) checked(overview(stage, stage === 'in-force' ? { wait: null } : {}))
  })

  it('are whole when there is nothing to list', () => {
    const none = { unsent: 0, returned: 0, 'in-review': 0, 'in-ratification': 0, 'in-force': 3 }
    const facts = { year: 2026, units: none, total: 0, page: 0, rows: [], turns: [], unsent: [] }
    checked(planningOverviewCard({ ...facts, stage: null, later: null, office: false }))
    checked(planningOverviewCard({ ...facts, stage: 'returned', later: null, office: true }))
  })

  it('remind with every name as long as it may be', () => {
    const choices = [0, 3, 7].map((days) => ({ days, people: 9999, items: 99_999 }))
    const last = {
      ...{ by: text(40), at: '12月31日 23:59', days: 7, people: 9999, items: 99_999 },
      skipped: Array.from({ length: 3000 }, () => text(40)),
    }
    const vacant = Array.from({ length: 2000 }, () => text(120))
    checked(planningReminderCard({ year: 2026, choices, last, today: 9999, vacant }))
    checked(planningReminderCard({ year: 2026, choices: [], last: null, today: 0, vacant: [] }))
  })

  it('tell a person of a page of things', () => {
    const open = { send: 'plan-review', with: { year: 2026, unit: text(100) } } as const
    const items = Array.from({ length: 8 }, () => ({ ...WAIT, unit: text(60), optional: true, open }))
    checked(planningDigestCard({ year: 2026, total: 999, items, turns: [turn, turn] }))
    checked(planningDigestCard({ year: 2026, total: 0, items: [], turns: [] }))
  })
})
