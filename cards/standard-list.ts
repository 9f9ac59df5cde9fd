import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface StandardFacts {
  readonly name: string
  readonly standard: string
  /** Units with a goal of it this year. */
  readonly units: number
  /** A goal of it is ratified: the standard is fixed for the year. */
  readonly fixed: boolean
  /** Null where the viewer may not, or nobody may any more. */
  readonly change: Action | null
  readonly end: Action | null
}

export interface StandardListFacts {
  /** Of all pages. */
  readonly total: number
  readonly items: readonly StandardFacts[]
  /** Null where the viewer does not keep them. */
  readonly add: Action | null
  readonly turns: readonly Button[]
}

const TITLE = '工作项目与衡量标准'

/** The work items with their standards, and for those who keep them what can be done with each (Article 11). */
export function standardListCard({ total, items, add, turns }: StandardListFacts): Card {
  const last: Button[] = [
    ...(add ? [{ text: '新增项目', style: 'primary' as const, action: add }] : []),
    ...turns,
  ]
  return {
    title: TITLE,
    summary: `${TITLE}：共${total}项`,
    elements: [
      line(total === 0 ? '还没有工作项目。' : '同一工作项目，各单位按同一标准考核。'),
      ...items.flatMap(itemElements),
      ...(last.length > 0 ? [buttons(...last)] : []),
      ...(add ? [note('审定之前修改标准，各单位的目标随之变动，并通知有关人员；审定之后不能再改。')] : []),
    ],
  }
}

function itemElements({ name, standard, units, fixed, change, end }: StandardFacts): Element[] {
  const use = units === 0 ? '尚无单位使用' : `${units}个单位使用`
  const row: Button[] = [
    ...(change ? [{ text: '修改', action: change }] : []),
    ...(end ? [endButton(name, end)] : []),
  ]
  return [
    {
      tag: 'text',
      spans: [
        { text: name, bold: true },
        { text: `　${use}`, tone: 'muted' },
        ...(fixed ? [{ text: '　已审定', tone: 'green' as const }] : []),
        { text: `\n${standard}` },
      ],
    },
    ...(row.length > 0 ? [buttons(...row)] : []),
  ]
}

const endButton = (name: string, action: Action): Button => ({
  text: '停用',
  style: 'danger',
  action,
  confirm: { title: '停用工作项目？', text: `「${name}」停用后，填报目标时不再列出。` },
})
