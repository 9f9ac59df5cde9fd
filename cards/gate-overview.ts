import { type Button, buttons, type Card, type Element, note, type TableCell } from './kit.ts'

export interface GateAreaCounts {
  readonly key: string
  readonly name: string
  readonly leadUnit: string
  readonly pass: number
  readonly fail: number
  readonly silent: number
  /** Whether the viewer reports on it. */
  readonly mine: boolean
}

export interface GateOverviewFacts {
  readonly year: number
  readonly areas: readonly GateAreaCounts[]
}

/** The gate areas with what is reported and what is missing (Articles 27, 31). */
export function gateOverviewCard({ year, areas }: GateOverviewFacts): Card {
  const missing = areas.filter((area) => area.silent > 0).length
  return {
    title: `${year}年度一票否决`,
    status: missing > 0 ? { text: `缺${missing}项`, tone: 'orange' } : { text: '已报齐', tone: 'green' },
    summary: missing > 0 ? `还有${missing}项工作没有报齐` : '各项工作均已报齐',
    elements: [
      areaTable(areas),
      note('任何一项不合格的单位不能评为优秀；未报告不算合格。'),
      buttons(...areas.map((area) => areaButton(year, area))),
    ],
  }
}

function areaTable(areas: readonly GateAreaCounts[]): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'area', label: '工作', kind: 'text' },
      { name: 'lead', label: '牵头部门', kind: 'text' },
      { name: 'state', label: '状态', kind: 'status', width: '90px' },
      { name: 'fail', label: '不合格', kind: 'number', precision: 0, width: '80px' },
    ],
    rows: areas.map((area) => ({
      area: area.name,
      lead: area.leadUnit,
      state: stateCell(area),
      fail: area.fail,
    })),
  }
}

function stateCell({ silent }: GateAreaCounts): TableCell {
  return silent > 0 ? { text: `缺${silent}个`, tone: 'orange' } : { text: '已报齐', tone: 'green' }
}

/** Names of areas are cut to the eight characters of a button. */
function areaButton(year: number, { key, name, mine, silent }: GateAreaCounts): Button {
  return {
    text: name.length > 8 ? `${name.slice(0, 7)}…` : name,
    style: mine && silent > 0 ? 'primary' : 'plain',
    action: { show: 'gate-report', with: { year, area: key, page: 1 } },
  }
}
