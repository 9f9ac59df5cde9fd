import { goalNames } from './goal-words.ts'
import { type Button, buttons, type Card, type Element, line, note, type Params } from './kit.ts'
import type { Packed } from './packing.ts'

export interface AccountPageFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly packed: Packed
  readonly total: number
  /** Numbers of the goals that lack something. */
  readonly missing: readonly number[]
  /** Whether the fields hold what was typed in the chat. */
  readonly typed: boolean
  /** What the form `account-goals` needs beside the answers. */
  readonly params: Params
}

/** A page of a unit's own account: what was reached of each goal, the evidence, why where it fell short. */
export function accountPageCard(facts: AccountPageFacts): Card {
  const { year, unit, packed, total, missing, typed } = facts
  const done = `${total - missing.length}/${total}`
  return {
    title: `年度自评：${unit.name}`,
    subtitle: `${year}年度${packed.pages > 1 ? ` · 第${packed.page}/${packed.pages}页` : ''}`,
    status: { text: `已写全${done}`, tone: missing.length === 0 ? 'green' : 'orange' },
    summary: `${unit.name}年度自评，已写全${done}`,
    elements: [
      line('逐项写明完成情况；没有达到目标的，必须写明原因。'),
      note(
        typed
          ? '已按您发来的文字填好，请核对后保存。'
          : missing.length === 0
            ? '全部目标都已写全，可以由负责人提交。'
            : `还没有写全：${goalNames(missing)}。`,
      ),
      {
        tag: 'form',
        name: 'account-goals',
        elements: packed.blocks.flatMap(({ elements }) => elements),
        buttons: [
          { text: '保存本页', style: 'primary', action: { submit: 'account-goals', with: facts.params } },
        ],
      },
      ...turnButtons(facts),
    ],
  }
}

function turnButtons({ year, unit, packed: { page, pages } }: AccountPageFacts): readonly Element[] {
  const to = (text: string, next: number): Button => ({
    text,
    action: { show: 'account-page', with: { year, unit: unit.id, page: next } },
  })
  return [
    buttons(
      ...(page > 1 ? [to('上一页', page - 1)] : []),
      ...(page < pages ? [to('下一页', page + 1)] : []),
      { text: '自评全文', action: { show: 'account', with: { year, unit: unit.id, page: 1 } } },
    ),
    ...(pages > 1 ? [note('翻页前请先保存本页。')] : []),
  ]
}
