import { type Button, buttons, type Card, line, note } from './kit.ts'

interface RosterFaultsFacts {
  readonly roster: string
  readonly name: string
  readonly total: number
  /** Those of this page, as `「单位」第3行「类别」` and what is wrong. */
  readonly shown: readonly { readonly place: string; readonly text: string }[]
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** All that is wrong in a roster; nothing was imported. */
export function rosterFaultsCard(facts: RosterFaultsFacts): Card {
  const { name, total, shown, page, pages } = facts
  return {
    title: '名册有误，没有导入',
    status: { text: '待更正', tone: 'red' },
    summary: `名册有 ${total} 处错误，请更正后重新发送`,
    elements: [
      line(
        `「${name}」有 ${total} 处错误，现有组织没有任何改动。请在表格中逐处更正，保存后把文件再发到这里。`,
      ),
      ...shown.map(({ place, text }) => line(`${place}：${text}`)),
      ...(pages > 1 ? [note(`第 ${page} 页，共 ${pages} 页`), buttons(...turns(facts))] : []),
    ],
  }
}

function turns({ roster, page, pages }: RosterFaultsFacts): Button[] {
  const to = (text: string, target: number): Button => ({
    text,
    action: { show: 'roster', with: { roster, page: target } },
  })
  return [...(page > 1 ? [to('上一页', page - 1)] : []), ...(page < pages ? [to('下一页', page + 1)] : [])]
}
