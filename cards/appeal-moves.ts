/** Whose rank, grade and pay move with a changed score: shown before it is confirmed. */
import { type Element, heading, line, note } from './kit.ts'
import { sayScore } from './score-words.ts'

export interface MovesFacts {
  /** Hundredths; null while coefficients are missing. */
  readonly before: number | null
  readonly after: number | null
  readonly basis: 'results' | 'ratios' | 'bands'
  readonly moved: readonly MovedFacts[]
  /** Names of cohorts in which a tie asks the leading group. */
  readonly ties: readonly string[]
}

export interface MovedFacts {
  readonly name: string
  readonly score: readonly [number, number]
  readonly rank: readonly [number, number]
  readonly grade: readonly [string, string]
  /** `奖励性绩效 上浮10%→上浮5%`; '' where it stays. */
  readonly pay: string
}

const MOST = 30

export function movesElements(facts: MovesFacts): Element[] {
  const { before, after, moved } = facts
  if (after === null) return [line('该单位还没有权重系数，最后得分和位次变化待系数发文后核算。', 'orange')]
  const grades = moved.filter((one) => one.grade[0] !== one.grade[1])
  return [
    heading('确认前请看影响'),
    line(`最后得分：${before === null ? '—' : sayScore(before)} → ${sayScore(after)}`),
    ...(grades.length === 0
      ? [line('没有单位的等次和绩效工资因此变化。', 'green')]
      : grades.map((one) => line(sayGrade(one), 'orange'))),
    ...(facts.ties.length > 0
      ? [line(`${facts.ties.join('、')}在最后一个优秀名额上并列，须由领导小组另行选定。`, 'orange')]
      : []),
    ...table(moved),
    note(BASES[facts.basis]),
  ]
}

const BASES = {
  results: '按已审定的结果、比例和名额推算；正式更正由领导小组另行确认后重新公布。',
  ratios: '按现在各单位得分和已定的优秀比例推算。',
  bands: '优秀比例还没有确定，按分数线推算：达到优秀线的记为优秀。',
} as const

function sayGrade({ name, grade, pay }: MovedFacts): string {
  return `${name}：等次 ${grade[0]} → ${grade[1]}，${pay || '绩效工资随等次变动'}`
}

function table(moved: readonly MovedFacts[]): Element[] {
  if (moved.length === 0) return [note('没有单位的得分或位次变化。')]
  const rows = moved.slice(0, MOST).map((one) => ({
    unit: one.name,
    score: arrow(sayScore(one.score[0]), sayScore(one.score[1])),
    rank: arrow(String(one.rank[0]), String(one.rank[1])),
  }))
  return [
    {
      tag: 'table',
      columns: [
        { name: 'unit', label: '单位', kind: 'text' },
        { name: 'score', label: '得分', kind: 'text' },
        { name: 'rank', label: '位次', kind: 'text', width: '80px' },
      ],
      rows,
      pageSize: 10,
    },
    ...(moved.length > MOST ? [note(`另有${moved.length - MOST}个单位位次变化。`)] : []),
  ]
}

const arrow = (before: string, after: string): string => (before === after ? before : `${before}→${after}`)
