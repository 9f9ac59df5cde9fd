import type { Instant } from '../src/kernel/time.ts'
import { sayInstant } from '../src/kernel/time.ts'
import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface TodoFacts {
  readonly total: number
  /** From 0. */
  readonly page: number
  readonly pages: number
  readonly items: readonly {
    readonly text: string
    readonly since: Instant | null
    readonly button: string
    readonly action: Action
  }[]
}

/** What waits for the person, the oldest first, each with the button that deals with it. */
export function todoCard(facts: TodoFacts): Card {
  if (facts.total === 0) {
    return {
      title: '我的待办',
      status: { text: '已办完', tone: 'green' },
      summary: '没有待办事项',
      elements: [line('没有待办事项。有新的事项时，会在这里通知您。')],
    }
  }
  return {
    title: '我的待办',
    status: { text: `${facts.total} 项`, tone: 'orange' },
    summary: `您有 ${facts.total} 项待办，请办理`,
    elements: [...facts.items.flatMap(itemElements).slice(1), ...pager(facts)],
  }
}

function itemElements(item: TodoFacts['items'][number]): Element[] {
  return [
    { tag: 'divider' },
    line(item.text),
    ...(item.since === null ? [] : [note(`自 ${sayInstant(item.since)} 起等待`)]),
    buttons({ text: item.button, style: 'primary', action: item.action }),
  ]
}

function pager({ page, pages }: TodoFacts): Element[] {
  if (pages <= 1) return []
  const to = (text: string, wanted: number): Button => ({
    text,
    action: { show: 'todo', with: { page: wanted } },
  })
  return [
    note(`第 ${page + 1} 页，共 ${pages} 页`),
    buttons(
      ...(page > 0 ? [to('上一页', page - 1)] : []),
      ...(page < pages - 1 ? [to('下一页', page + 1)] : []),
    ),
  ]
}
