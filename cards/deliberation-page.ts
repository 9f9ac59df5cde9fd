import { goalNames } from './goal-words.ts'
import { type Button, buttons, type Card, type Element, type Field, line, note, type Params } from './kit.ts'
import { type GoalFacts, goalBlock } from './score-words.ts'

export interface DeliberationPageFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly averaged: boolean
  readonly page: number
  readonly pages: number
  readonly goals: readonly {
    readonly goal: GoalFacts
    /** What each member gave, as lines; then spread and mean. */
    readonly sheets: readonly string[]
    readonly fields: readonly Field[]
  }[]
  /** Numbers of the goals that are not settled. */
  readonly missing: readonly number[]
  /** What the form `proposal` needs beside the answers. */
  readonly params: Params
}

/** The convenor writes the agreed scores and deductions, a page at a time (Article 22). */
export function deliberationPageCard(facts: DeliberationPageFacts): Card {
  const { unit, page, pages, missing } = facts
  return {
    title: `合议意见：${unit.name}`,
    subtitle: `${facts.year}年度${pages > 1 ? ` · 第${page}/${pages}页` : ''}`,
    status:
      missing.length === 0
        ? { text: '可提出', tone: 'blue' }
        : { text: `缺${missing.length}项`, tone: 'orange' },
    summary: `请为${unit.name}填写合议意见`,
    elements: [
      line(
        facts.averaged
          ? '本年度按平均分提出得分，扣分已按比例折算；理由可以改写，分值合计须与平均分相符。'
          : '已填入最接近平均分的一份供修改；请改成合议后的扣分和理由。',
      ),
      note(
        missing.length === 0
          ? '全部目标都有意见，可以提出，不必逐页保存。'
          : `还没有保存意见：${goalNames(missing)}。各成员意见完全一致的目标不必再填。`,
      ),
      proposalForm(facts),
      turnButtons(facts),
    ],
  }
}

function proposalForm(facts: DeliberationPageFacts): Element {
  const submit = (text: string, seal: boolean, style: 'primary' | 'plain'): Button => ({
    text,
    style,
    action: { submit: 'proposal', with: { ...facts.params, seal } },
  })
  return {
    tag: 'form',
    name: 'proposal',
    elements: facts.goals.flatMap(({ goal, sheets, fields }) => goalBlock(goal, sheets, fields)),
    buttons: [submit('保存本页', false, 'plain'), submit('提出意见', true, 'primary')],
  }
}

function turnButtons({ year, unit, page, pages }: DeliberationPageFacts): Element {
  const to = (text: string, next: number): Button => ({
    text,
    action: { show: 'proposal-page', with: { year, unit: unit.id, page: next } },
  })
  return buttons(
    ...(page > 1 ? [to('上一页', page - 1)] : []),
    ...(page < pages ? [to('下一页', page + 1)] : []),
    { text: '返回合议', action: { show: 'deliberation', with: { year, unit: unit.id } } },
  )
}
