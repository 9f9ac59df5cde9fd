import { type Button, buttons, type Card, type Element, heading, line, note } from './kit.ts'
import { type MovedUnit, movedLines } from './result-moved.ts'
import {
  COHORT_NAMES,
  type Cohort,
  GRADE_NAMES,
  GRADE_TONES,
  GRADES,
  type Grade,
  sayScore,
} from './result-words.ts'

export interface ResultRow {
  readonly unit: string
  readonly cohort: Cohort
  /** Hundredths. */
  readonly final: number
  readonly grade: Grade
  readonly rank: number
}

export interface ResultListFacts {
  readonly year: number
  /** All units, by cohort and rank. */
  readonly rows: readonly ResultRow[]
  readonly page: number
  /** The viewer's own units. */
  readonly own: readonly (ResultRow & { readonly id: string })[]
  /** What the last correction changed; empty without one. */
  readonly moved: readonly MovedUnit[]
  /** Null before the announcement. */
  readonly announced: { readonly by: string; readonly when: string } | null
}

/** Units on one card; a longer list has pages. */
export const UNITS_A_PAGE = 80
const MOST_OWN = 6

/** All units with score, rank and grade: open, fair, just (Article 21). */
export function resultListCard(facts: ResultListFacts): Card {
  const { year, rows, announced } = facts
  const count = (grade: Grade): number => rows.filter((row) => row.grade === grade).length
  const totals = GRADES.map((grade) => `${GRADE_NAMES[grade]}${count(grade)}个`).join('，')
  return {
    title: `${year}年度考核结果`,
    status: statusOf(facts),
    summary: `${year}年度考核结果：${totals}`,
    elements: [
      ...ownPart(facts),
      ...movedPart(facts),
      line(`共${rows.length}个单位：${totals}。`),
      ...(facts.page === 1 ? [gradeChart(rows)] : []),
      ...pageTables(facts),
      ...pageButtons(facts),
      announced ? note(`${announced.by} 于 ${announced.when} 公布。`) : note('审定后、公布前，请勿外传。'),
    ],
  }
}

function statusOf({ announced, moved }: ResultListFacts): NonNullable<Card['status']> {
  if (!announced) return { text: '未公布', tone: 'orange' }
  return moved.length > 0 ? { text: '已更正', tone: 'blue' } : { text: '已公布', tone: 'green' }
}

/** A correction says openly what it changed (Articles 21, 29). */
function movedPart({ moved, page }: ResultListFacts): Element[] {
  if (moved.length === 0 || page !== 1) return []
  return [line('按申诉决定更正，变动如下：', 'orange'), ...movedLines(moved)]
}

function ownPart({ year, own }: ResultListFacts): Element[] {
  if (own.length === 0) return []
  const shown = own.slice(0, MOST_OWN)
  const button = ({ id, unit }: { id: string; unit: string }): Button => ({
    text: unit.length > 8 ? `${unit.slice(0, 7)}…` : unit,
    action: { show: 'result', with: { year, unit: id } },
  })
  return [
    ...shown.map(({ unit, grade, final, rank }) =>
      line(`${unit}：${GRADE_NAMES[grade]}，${sayScore(final)}分，第${rank}名`, GRADE_TONES[grade]),
    ),
    buttons(...shown.map(button)),
  ]
}

function gradeChart(rows: readonly ResultRow[]): Element {
  const points = GRADES.map((grade) => ({
    x: GRADE_NAMES[grade],
    y: rows.filter((row) => row.grade === grade).length,
  }))
  return { tag: 'chart', chart: { kind: 'bar', title: '各等次单位数', points } }
}

function pageTables({ rows, page }: ResultListFacts): Element[] {
  const shown = rows.slice((page - 1) * UNITS_A_PAGE, page * UNITS_A_PAGE)
  const cohorts = [...new Set(shown.map((row) => row.cohort))]
  return cohorts.flatMap((cohort) => [
    heading(COHORT_NAMES[cohort]),
    {
      tag: 'table',
      columns: [
        { name: 'rank', label: '名次', kind: 'number', precision: 0, width: '18%' },
        { name: 'unit', label: '单位', kind: 'text' },
        { name: 'final', label: '得分', kind: 'number', precision: 2, width: '24%' },
        { name: 'grade', label: '等次', kind: 'status', width: '27%' },
      ],
      rows: shown
        .filter((row) => row.cohort === cohort)
        .map(({ rank, unit, final, grade }) => ({
          rank,
          unit,
          final: final / 100,
          grade: { text: GRADE_NAMES[grade], tone: GRADE_TONES[grade] },
        })),
    },
  ])
}

function pageButtons({ year, rows, page }: ResultListFacts): Element[] {
  const pages = Math.ceil(rows.length / UNITS_A_PAGE)
  const to = (text: string, target: number): Button => ({
    text,
    action: { show: 'result-list', with: { year, page: target } },
  })
  const list = [
    ...(page > 1 ? [to('上一页', page - 1)] : []),
    ...(page < pages ? [to('下一页', page + 1)] : []),
  ]
  return list.length === 0 ? [] : [note(`第${page}页，共${pages}页`), buttons(...list)]
}
