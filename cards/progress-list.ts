import { buttons, type Card, type Element, line, note, type TableCell } from './kit.ts'

export interface ProgressListFacts {
  readonly unit: string
  readonly goals: readonly {
    readonly id: string
    readonly number: number
    readonly title: string
    readonly due: string
    /** 0-100; null where nothing was reported. */
    readonly percent: number | null
    readonly state: 'on-track' | 'at-risk' | 'behind' | null
  }[]
}

const STATE: { readonly [state in 'on-track' | 'at-risk' | 'behind']: TableCell } = {
  'on-track': { text: '正常', tone: 'green' },
  'at-risk': { text: '有风险', tone: 'orange' },
  behind: { text: '滞后', tone: 'red' },
}
const MOST_BUTTONS = 20

/** The unit's goals in force with where each stands, and a button to report on each. */
export function progressListCard({ unit, goals }: ProgressListFacts): Card {
  const silent = goals.filter((goal) => goal.percent === null).length
  const elements: Element[] = [
    line(silent === 0 ? '所有目标都已有进展。' : `还有 ${silent} 项目标没有报送过进展。`),
    {
      tag: 'table',
      columns: [
        { name: 'number', label: '序号', kind: 'text', width: '80px' },
        { name: 'title', label: '目标', kind: 'text' },
        { name: 'percent', label: '完成', kind: 'text', width: '80px' },
        { name: 'state', label: '状态', kind: 'status', width: '90px' },
        { name: 'due', label: '时限', kind: 'text', width: '120px' },
      ],
      rows: goals.map((goal) => ({
        number: `目标${goal.number}`,
        title: goal.title,
        percent: goal.percent === null ? '—' : `${goal.percent}%`,
        state: goal.state ? STATE[goal.state] : { text: '未报', tone: 'muted' },
        due: goal.due,
      })),
      pageSize: 10,
    },
    buttons(
      ...goals.slice(0, MOST_BUTTONS).map((goal) => ({
        text: `报目标${goal.number}`,
        action: { send: 'form', with: { form: 'progress', params: { goal: goal.id } } } as const,
      })),
    ),
    note('也可以直接输入，例如：进展 2 已完成60%，教材初稿完成。图片、文件发到这里即可作为佐证。'),
  ]
  return { title: `${unit} 目标进展`, summary: `${unit}目标进展，点按即可填报`, elements }
}
