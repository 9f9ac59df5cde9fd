/** Cards for those who assign special goals: what became of an assignment, and what they have assigned. */
import { type GoalStatus, goalName, STATUS_NAMES, STATUS_TONES } from './goal-words.ts'
import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface AssignedUnit {
  readonly name: string
  readonly why: 'in-force' | 'closed' | null
}

export interface GoalsAssignedFacts {
  readonly year: number
  readonly units: readonly AssignedUnit[]
  readonly list: Action
}

const WHY = { 'in-force': '计划已生效，如需增加请按目标调整办理', closed: '现在不能订立目标' } as const
const MOST = 40

/** What became of each unit. */
export function goalsAssignedCard({ year, units, list }: GoalsAssignedFacts): Card {
  const told = units.filter((unit) => unit.why === null)
  const left = units.flatMap(({ name, why }) => (why === null ? [] : [`${name}：${WHY[why]}`]))
  const rest = left.length > MOST ? [`等${left.length}个单位`] : []
  return {
    title: `${year}年度下达专项目标`,
    status: left.length > 0 ? { text: '部分下达', tone: 'orange' } : { text: '已下达', tone: 'green' },
    summary: `已向${told.length}个单位下达，${left.length}个单位未下达`,
    elements: [
      ...(told.length > 0
        ? [line(`已下达并通知：${told.map((unit) => unit.name).join('、')}`, 'green')]
        : []),
      ...(left.length > 0 ? [line([...left.slice(0, MOST), ...rest].join('\n'), 'orange')] : []),
      note('单位不能修改或删除，随本单位目标报送分管校领导审核。'),
      buttons({ text: '查看已下达', action: list }),
    ],
  }
}

export interface AssignedListFacts {
  readonly year: number
  readonly total: number
  /** This page's goals. */
  readonly goals: readonly {
    readonly unit: string
    readonly number: number
    readonly title: string
    readonly status: GoalStatus
    readonly open: Action
  }[]
  readonly turns: readonly Button[]
  /** The form for another goal; null outside the phase of setting goals. */
  readonly assign: Action | null
}

/** What the viewer has assigned this year, and the way to assign more. */
export function assignedListCard({ year, total, goals, turns, assign }: AssignedListFacts): Card {
  const none = '您还没有下达专项目标。'
  return {
    title: `${year}年度下达专项目标`,
    summary: total === 0 ? none : `已下达${total}项专项目标`,
    elements: [
      ...(total === 0 ? [line(none)] : goals.flatMap(goalElements)),
      ...(assign
        ? [buttons({ text: '下达目标', style: 'primary', action: assign })]
        : [note('现在不是订立目标阶段，不能下达。')]),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
    ],
  }
}

function goalElements({ unit, number, title, status, open }: AssignedListFacts['goals'][number]): Element[] {
  return [
    {
      tag: 'text',
      spans: [
        { text: `${unit} ${goalName(number)} ${title}`, bold: true },
        { text: `　${STATUS_NAMES[status]}`, tone: STATUS_TONES[status] },
      ],
    },
    buttons({ text: '打开', action: open }),
  ]
}
