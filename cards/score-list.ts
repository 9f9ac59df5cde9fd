import { type Button, buttons, type Card, type Element, line, note, type Tone } from './kit.ts'

export interface ScoreListFacts {
  readonly year: number
  readonly page: number
  readonly pages: number
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly state: { readonly text: string; readonly tone: Tone }
    /** Labels of what the viewer can open here, the most urgent first. */
    readonly opens: readonly { readonly text: string; readonly view: 'score-sheet' | 'deliberation' }[]
  }[]
  readonly member: string
}

/** The units that the viewer assesses, each with where it stands (Article 22). */
export function scoreListCard({ year, page, pages, units, member }: ScoreListFacts): Card {
  const waiting = units.filter((unit) => unit.opens[0]?.view === 'score-sheet').length
  return {
    title: '考核打分',
    subtitle: `${year}年度${pages > 1 ? ` · 第${page}/${pages}页` : ''}`,
    status:
      waiting > 0 ? { text: `${waiting}个待打分`, tone: 'orange' } : { text: '无待打分', tone: 'green' },
    summary: waiting > 0 ? `${waiting}个单位等您打分` : '没有等您打分的单位',
    elements: [
      note('成员各自独立打分，合议开启前互不可见；所在单位和分管单位须回避。'),
      ...units.flatMap((unit) => unitBlock(unit, year, member)),
      ...(pages > 1 ? [turnButtons(page, pages)] : []),
    ],
  }
}

function unitBlock(unit: ScoreListFacts['units'][number], year: number, member: string): readonly Element[] {
  const open = (one: (typeof unit.opens)[number], order: number): Button => ({
    text: one.text,
    style: order === 0 ? 'primary' : 'plain',
    action:
      one.view === 'score-sheet'
        ? { show: 'score-sheet', with: { year, unit: unit.id, member, page: 1 } }
        : { show: 'deliberation', with: { year, unit: unit.id } },
  })
  return [
    line(`${unit.name}：${unit.state.text}`, unit.state.tone),
    ...(unit.opens.length === 0 ? [] : [buttons(...unit.opens.map(open))]),
  ]
}

function turnButtons(page: number, pages: number): Element {
  const to = (text: string, next: number): Button => ({
    text,
    action: { show: 'assess', with: { page: next } },
  })
  return buttons(
    ...(page > 1 ? [to('上一页', page - 1)] : []),
    ...(page < pages ? [to('下一页', page + 1)] : []),
  )
}
