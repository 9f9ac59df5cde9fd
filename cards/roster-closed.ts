import { type Card, line, note } from './kit.ts'

type RosterClosedFacts =
  | {
      readonly what: 'applied'
      readonly name: string
      readonly who: string
      readonly when: string
      readonly added: number
      readonly changed: number
      readonly ended: number
    }
  | { readonly what: 'dropped'; readonly name: string; readonly who: string; readonly when: string }
  | { readonly what: 'unreadable'; readonly name: string; readonly why: string }

/** A roster that is decided, or could not be read. No buttons. */
export function rosterClosedCard(facts: RosterClosedFacts): Card {
  switch (facts.what) {
    case 'applied': {
      const counts = `新增 ${facts.added} 项、变更 ${facts.changed} 项、结束 ${facts.ended} 项`
      return {
        title: '名册已导入',
        status: { text: '已导入', tone: 'green' },
        summary: `名册已导入：${counts}`,
        elements: [
          line(`「${facts.name}」已导入：${counts}。`),
          note(`${facts.who} 于 ${facts.when} 确认。再有变动时，请更新同一份表格后重新发送。`),
        ],
      }
    }
    case 'dropped':
      return {
        title: '名册未导入',
        status: { text: '已放弃', tone: 'muted' },
        summary: '名册已放弃，没有任何改动',
        elements: [
          line(`「${facts.name}」没有导入，现有组织没有任何改动。`),
          note(`${facts.who} 于 ${facts.when} 放弃。需要时请重新发送文件。`),
        ],
      }
    case 'unreadable':
      return {
        title: '名册读不出来，没有导入',
        status: { text: '读取失败', tone: 'red' },
        summary: '名册读不出来，请更正后重新发送',
        elements: [line(`「${facts.name}」${facts.why}`)],
      }
  }
}
