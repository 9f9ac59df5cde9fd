import type { GoalDrafter } from './goal-words.ts'
import {
  type Action,
  type Button,
  buttons,
  type Card,
  type Element,
  heading,
  line,
  note,
  type TableCell,
} from './kit.ts'
import {
  STAGE_NAMES,
  sayDays,
  sayTask,
  sayUnsent,
  sayWho,
  toneOfDays,
  UNIT_STAGES,
  type UnitStage,
  type WaitFacts,
} from './planning-overview-words.ts'

export interface OverviewRow {
  readonly unit: string
  /** Null in a list of units for which nobody is waited. */
  readonly wait: (WaitFacts & { readonly days: number | null }) | null
  /** The day on which the plan came into force, for people; '' before. */
  readonly effective: string
}

export interface PlanningOverviewFacts {
  readonly year: number
  readonly units: { readonly [stage in UnitStage]: number }
  /** How many units lack which part. */
  readonly unsent: readonly { readonly drafter: GoalDrafter; readonly units: number }[]
  /** Only units at this stage are listed; all waits without. */
  readonly stage: UnitStage | null
  /** Of all pages. */
  readonly total: number
  readonly page: number
  readonly rows: readonly OverviewRow[]
  readonly turns: readonly Button[]
  /** The name of the phase that has followed, and the units whose plans did not come into force; null while goals are set. */
  readonly later: { readonly phase: string; readonly open: readonly string[] } | null
  /** Whether the viewer may remind. */
  readonly office: boolean
}

/** A table of them stays below Feishu's 30 KB with the longest names. */
export const ROWS_A_CARD = 80

/** How far planning is: units by stage, and who is waited for since when (rulebook 3). */
export function planningOverviewCard(facts: PlanningOverviewFacts): Card {
  const { year, units, later } = facts
  const all = UNIT_STAGES.reduce((sum, stage) => sum + units[stage], 0)
  const done = units['in-force']
  return {
    title: `${year}年度目标订立进度`,
    status: { text: `已生效 ${done}/${all}`, tone: done === all ? 'green' : 'orange' },
    summary: `${year}年度目标订立：${all}个单位，已生效${done}个`,
    elements: [
      stageLine(units),
      ...(facts.unsent.length > 0 && later === null ? [line(`尚待报送：${sayUnsent(facts.unsent)}。`)] : []),
      ...(facts.stage === null && facts.page === 0 ? [stageChart(units)] : []),
      ...(later === null ? [...stageButtons(facts), ...listPart(facts)] : laterPart(later)),
      lastButtons(facts),
    ],
  }
}

const stageCounts = (units: PlanningOverviewFacts['units']): string =>
  UNIT_STAGES.filter((stage) => units[stage] > 0)
    .map((stage) => `${STAGE_NAMES[stage]}${units[stage]}个`)
    .join('，')

const NAMED = 30

/** What is late can no longer be done, so that nobody is waited for. */
function laterPart({ phase, open }: NonNullable<PlanningOverviewFacts['later']>): Element[] {
  const ended = `目标订立阶段已结束，现在是「${phase}」阶段。`
  if (open.length === 0) return [line(`${ended}各单位的目标都已生效。`, 'green')]
  const names = open.slice(0, NAMED).map((name) => cut(name, NAME))
  const more = open.length > NAMED ? `等${open.length}个单位` : ''
  return [
    line(`${ended}尚未生效的如需补办，请由办公室返回「订立目标」阶段。`, 'blue'),
    line(`尚未生效：${names.join('、')}${more}。`, 'orange'),
  ]
}

/** Shared with the totals of a group chat. */
export const stageLine = (units: PlanningOverviewFacts['units']): Element => {
  const all = UNIT_STAGES.reduce((sum, stage) => sum + units[stage], 0)
  return line(`共${all}个单位：${stageCounts(units)}。`)
}

export function stageChart(units: PlanningOverviewFacts['units']): Element {
  const points = UNIT_STAGES.map((stage) => ({ x: STAGE_NAMES[stage], y: units[stage] }))
  return { tag: 'chart', chart: { kind: 'bars-across', title: '各状态单位数', points } }
}

const listOf = (year: number, stage: UnitStage | null): Action => ({
  show: 'planning-overview',
  with: { year, ...(stage && { stage }) },
})

/** The lists of the other stages. */
function stageButtons({ year, units, stage: shown }: PlanningOverviewFacts): Element[] {
  const others = UNIT_STAGES.filter((stage) => units[stage] > 0 && stage !== shown)
  const all: Button[] = shown === null ? [] : [{ text: '全部', action: listOf(year, null) }]
  const list = others.map((stage) => ({ text: STAGE_NAMES[stage], action: listOf(year, stage) }))
  return all.length + list.length === 0 ? [] : [buttons(...all, ...list)]
}

function listPart({ stage, total, rows }: PlanningOverviewFacts): Element[] {
  if (rows.length === 0) {
    return [line(stage === null ? '没有等候办理的事项。' : `没有${STAGE_NAMES[stage]}的单位。`)]
  }
  if (stage === 'in-force') return [heading(`已生效的单位：${total}个`), effectiveTable(rows)]
  const what = stage === null ? '等候办理' : `${STAGE_NAMES[stage]}的单位，等候办理`
  return [heading(`${what}：${total}件`), waitTable(rows), note('等候最久的在前。')]
}

const NAME = 20
const WHO = 30

const cut = (text: string, length: number): string => {
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text
}

/** How long comes first: on a phone the table is wider than the screen. */
function waitTable(rows: readonly OverviewRow[]): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'days', label: '已等候', kind: 'status', width: '80px' },
      { name: 'unit', label: '单位', kind: 'text', width: '120px' },
      { name: 'task', label: '事项', kind: 'text', width: '170px' },
      { name: 'who', label: '等候谁', kind: 'text', width: '260px' },
    ],
    rows: rows.map(({ unit, wait }): { readonly [column: string]: TableCell } => ({
      days: { text: sayDays(wait?.days ?? null), tone: toneOfDays(wait?.days ?? null) },
      unit: cut(unit, NAME),
      task: wait ? sayTask(wait) : '',
      who: wait ? cut(sayWho(wait), WHO) : '',
    })),
  }
}

function effectiveTable(rows: readonly OverviewRow[]): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'unit', label: '单位', kind: 'text' },
      { name: 'effective', label: '生效时间', kind: 'text' },
    ],
    rows: rows.map(({ unit, effective }) => ({ unit: cut(unit, NAME), effective })),
  }
}

function lastButtons({ year, office, later, stage, turns }: PlanningOverviewFacts): Element {
  const remind: Button = {
    text: '催办',
    style: 'primary',
    action: { show: 'planning-reminder', with: { year } },
  }
  return buttons(...(office && later === null ? [remind] : []), ...turns, {
    text: '刷新',
    action: listOf(year, stage),
  })
}
