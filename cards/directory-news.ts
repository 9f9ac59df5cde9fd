import { readAgain } from './directory.ts'
import { type Button, buttons, type Card, line, note } from './kit.ts'

export interface DirectoryNotedFacts {
  readonly joined: number
  readonly moved: number
  readonly changed: number
  readonly left: number
  readonly range: boolean
  /** When the platform told the last of it. */
  readonly last: string
}

/** What the platform told since the last reading, in one card for however many people. */
export function directoryNotedCard({ joined, moved, changed, left, range, last }: DirectoryNotedFacts): Card {
  const items = [
    { label: '新来', value: joined },
    { label: '部门变动', value: moved },
    { label: '信息变更', value: changed },
    { label: '离职或停用', value: left },
  ].filter(({ value }) => value > 0)
  const total = items.reduce((sum, { value }) => sum + value, 0)
  if (total === 0 && !range) {
    return {
      title: '通讯录没有新的变动',
      status: { text: '已同步', tone: 'muted' },
      summary: '通讯录没有新的变动',
      elements: [
        line('飞书告知的变动都已读取。'),
        buttons({ text: '查看结果', action: { show: 'directory', with: {} } }),
      ],
    }
  }
  return {
    title: '通讯录有变动',
    status: { text: range && total === 0 ? '范围变动' : `${total} 处`, tone: 'orange' },
    summary: `飞书通讯录有 ${total} 处变动，请读取核对`,
    elements: [
      line('飞书告知以下变动，名册尚未改动。读取通讯录后逐项列出，确认后才生效。'),
      ...(items.length === 0
        ? []
        : [
            {
              tag: 'fields' as const,
              items: items.map(({ label, value }) => ({ label, value: `${value} 人` })),
            },
          ]),
      ...(range ? [line('应用的通讯录权限范围有变动，请核对是否仍包含全部成员。', 'orange')] : []),
      buttons({ ...readAgain('读取并核对'), style: 'primary' }),
      note(`最近一次：${last}。`),
    ],
  }
}

export interface DirectoryLeaverFacts {
  readonly name: string
  readonly unit: string
  readonly when: string
  /** What the person holds, one line each. */
  readonly duties: readonly string[]
  readonly work: number
  /** The person has left here, too. */
  readonly isEnded: boolean
  readonly buttons: readonly Button[]
}

const MOST_DUTIES = 12

/** Somebody with duties left the platform: told at once, because what waits on them stands still. */
export function directoryLeaverCard(facts: DirectoryLeaverFacts): Card {
  const { name, unit, when, duties, work, isEnded } = facts
  const isDone = isEnded || (duties.length === 0 && work === 0)
  const shown = duties.slice(0, MOST_DUTIES)
  return {
    title: '任职人员已离开飞书',
    status: isDone ? { text: '已处理', tone: 'green' } : { text: '待交接', tone: 'red' },
    summary: `${[...name].slice(0, 30).join('')}的飞书账号已停用，${isDone ? '职责已处理' : '请交接职责'}`,
    elements: [
      {
        tag: 'fields',
        items: [
          { label: '姓名', value: name },
          { label: '单位', value: unit === '' ? '—' : unit },
          { label: '停用时间', value: when },
          { label: '未办工作', value: `${work} 项` },
        ],
      },
      ...(isDone
        ? [line('此人的职责和工作都已处理。')]
        : [
            line('账号停用后此人收不到消息，担任的职责不会自动结束：'),
            ...shown.map((duty) => line(`· ${duty}`)),
            ...(duties.length > shown.length ? [note(`共 ${duties.length} 项职责。`)] : []),
            ...(facts.buttons.length === 0 ? [] : [buttons(...facts.buttons)]),
          ]),
    ],
  }
}
