import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface PriorityFacts {
  /** The school's own number. */
  readonly id: string
  readonly text: string
  /** Null for those who do not see all units' goals. */
  readonly serving: PriorityService | null
  readonly change: Action | null
  readonly end: Action | null
}

export interface PriorityService {
  readonly units: number
  readonly goals: number
  /** The first goals, as `药学院 目标3 建成教师发展中心`. */
  readonly titles: readonly string[]
  /** Opens all of them. */
  readonly open: Action
}

export interface PriorityListFacts {
  readonly year: number | null
  /** Of all pages. */
  readonly total: number
  /** Only those that no goal serves are listed. */
  readonly onlyUnserved: boolean
  /** Numbers of those that no goal serves; null for those who do not see all units' goals. */
  readonly unserved: readonly string[] | null
  readonly priorities: readonly PriorityFacts[]
  readonly add: Action | null
  /** To all, or to those only that no goal serves. */
  readonly filter: Button | null
  readonly turns: readonly Button[]
}

const NAMED = 30

/** The year's priorities, each with the goals that serve it (Article 28). */
export function priorityListCard(facts: PriorityListFacts): Card {
  const { year, total, priorities, add, filter, turns } = facts
  const title = `${year === null ? '' : `${year}年度`}工作要点`
  const last: Button[] = [
    ...(add ? [{ text: '新增要点', style: 'primary' as const, action: add }] : []),
    ...(filter ? [filter] : []),
    ...turns,
  ]
  return {
    title,
    summary: facts.unserved?.length
      ? `${title}：${facts.unserved.length}项尚无目标承接`
      : `${title}：共${total}项`,
    elements: [
      ...unservedElements(facts),
      ...priorities.flatMap(priorityElements),
      ...(last.length > 0 ? [buttons(...last)] : []),
    ],
  }
}

function unservedElements({ total, onlyUnserved, unserved }: PriorityListFacts): Element[] {
  if (total === 0 && !onlyUnserved) return [line('还没有工作要点。')]
  if (unserved === null) return [line('重点目标应服务于学校年度工作要点。')]
  if (unserved.length === 0) return [line('每项工作要点都有目标承接。', 'green')]
  const named = `${unserved.slice(0, NAMED).join('、')}${unserved.length > NAMED ? '等' : ''}`
  return [
    line(`尚无目标承接的要点：${unserved.length}项（${named}）。`, 'orange'),
    note('审定目标前，请有关单位填报重点目标承接，或修改、停用该要点。'),
  ]
}

function priorityElements({ id, text, serving, change, end }: PriorityFacts): Element[] {
  const row: Button[] = [
    ...(serving && serving.goals > serving.titles.length ? [{ text: '全部目标', action: serving.open }] : []),
    ...(change ? [{ text: '修改', action: change }] : []),
    ...(end ? [endButton(id, end)] : []),
  ]
  return [
    {
      tag: 'text',
      spans: [
        { text: `${id} `, bold: true },
        { text },
        ...(serving?.goals === 0 ? [{ text: '　尚无目标承接', tone: 'orange' as const }] : []),
      ],
    },
    ...(serving && serving.goals > 0 ? [fold(serving)] : []),
    ...(row.length > 0 ? [buttons(...row)] : []),
  ]
}

const fold = ({ units, goals, titles }: PriorityService): Element => ({
  tag: 'fold',
  title: `${units}个单位 ${goals}项目标承接`,
  elements: [line(`${titles.join('\n')}${goals > titles.length ? `\n等${goals}项` : ''}`)],
})

const endButton = (id: string, action: Action): Button => ({
  text: '停用',
  style: 'danger',
  action,
  confirm: { title: '停用工作要点？', text: `「${id}」停用后，填报重点目标时不再列出。` },
})
