import { type Action, buttons, type Card, type Element, line, note, type TableCell } from './kit.ts'
import { PROGRESS_STATES, type ProgressState } from './progress-words.ts'

export interface ProgressListFacts {
  readonly unit: string
  /** Why nothing can be reported now; '' where it can. */
  readonly closed: string
  /** Whether the viewer reports for the unit, or only looks. */
  readonly reports: boolean
  readonly goals: readonly {
    readonly number: number
    readonly title: string
    readonly due: string
    /** 0-100; null where nothing was reported. */
    readonly percent: number | null
    readonly state: ProgressState | null
    /** What the group accepts of it, as `55%`; '' while nothing was accepted. */
    readonly accepted: string
    /** The last report is queried and not answered. */
    readonly queried: boolean
    /** Spending is over the budget. */
    readonly over: boolean
    /** What became of it in force, in one line (Article 17). */
    readonly adjusted?: string
    readonly open: Action
  }[]
}

const MOST_BUTTONS = 24

/** The unit's goals in force with where each stands, and a button to each: to report on it, or to look. */
export function progressListCard(facts: ProgressListFacts): Card {
  const { unit, goals, reports, closed } = facts
  const silent = goals.filter((goal) => goal.percent === null).length
  return {
    title: `${unit} 目标进展`,
    summary: `${unit}目标进展${reports && closed === '' ? '，点按即可填报' : ''}`,
    elements: [
      line(silent === 0 ? '所有目标都已有进展。' : `还有 ${silent} 项目标没有报送过进展。`),
      ...(closed === '' ? [] : [line(closed, 'orange')]),
      ...overBudget(goals),
      table(goals),
      ...adjustments(goals),
      buttons(
        ...goals.slice(0, MOST_BUTTONS).map(({ number, open }) => ({
          text: `${reports && closed === '' ? '报目标' : '看目标'}${number}`,
          action: open,
        })),
      ),
      ...hints(facts),
    ],
  }
}

function adjustments(goals: ProgressListFacts['goals']): Element[] {
  const lines = goals.flatMap(({ number, adjusted }) => (adjusted ? [`目标${number} ${adjusted}`] : []))
  return lines.length === 0 ? [] : [line(lines.join('\n'), 'blue')]
}

function overBudget(goals: ProgressListFacts['goals']): Element[] {
  const over = goals.filter((goal) => goal.over).map(({ number }) => `目标${number}`)
  return over.length === 0 ? [] : [line(`超预算：${over.join('、')}。查看请发送「经费」。`, 'red')]
}

function table(goals: ProgressListFacts['goals']): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'number', label: '序号', kind: 'text', width: '80px' },
      { name: 'title', label: '目标', kind: 'text', width: '160px' },
      { name: 'percent', label: '完成', kind: 'text', width: '80px' },
      { name: 'state', label: '状态', kind: 'status', width: '90px' },
      { name: 'accepted', label: '认可', kind: 'text', width: '80px' },
      { name: 'due', label: '时限', kind: 'text', width: '120px' },
    ],
    rows: goals.map((goal) => ({
      number: String(goal.number),
      title: goal.title,
      percent: goal.percent === null ? '—' : `${goal.percent}%`,
      accepted: goal.queried ? '被质疑' : goal.accepted === '' ? '—' : goal.accepted,
      state: goal.state ? PROGRESS_STATES[goal.state] : UNREPORTED,
      due: goal.due,
    })),
    pageSize: 10,
  }
}

const UNREPORTED: TableCell = { text: '未报', tone: 'muted' }

function hints({ goals, reports, closed }: ProgressListFacts): Element[] {
  const last = goals.at(-1)?.number ?? 0
  const more =
    goals.length > MOST_BUTTONS
      ? [note(`其余目标请直接发送序号，例如：${reports ? '进展' : '进展记录'} ${last}。`)]
      : []
  if (!reports || closed !== '') return more
  return [
    ...more,
    note('也可以直接输入，例如：进展 2 已完成60%，教材初稿完成。图片、文件发到这里即可作为佐证。'),
  ]
}
