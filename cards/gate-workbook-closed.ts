import { buttons, type Card, line, note } from './kit.ts'

type GateWorkbookClosedFacts =
  | {
      readonly what: 'applied'
      readonly name: string
      readonly at: string
      readonly pass: number
      readonly fail: number
    }
  | { readonly what: 'dropped'; readonly name: string; readonly at: string }
  /** It could not be read, or cannot be reported any more. */
  | { readonly what: 'unreadable' | 'refused'; readonly name: string; readonly why: string }

/** A 一票否决报告表 that is decided, or could not be read. */
export function gateWorkbookClosedCard(facts: GateWorkbookClosedFacts): Card {
  const { name } = facts
  switch (facts.what) {
    case 'applied': {
      const counts = `合格${facts.pass}个，不合格${facts.fail}个`
      return {
        title: '一票否决报告已导入',
        status: { text: '已导入', tone: 'green' },
        summary: `一票否决报告已导入：${counts}`,
        elements: [
          line(`「${name}」已于${facts.at}导入：${counts}。`),
          note('结果审定前可以更正。'),
          buttons({ text: '查看报告', action: { send: 'gates', with: {} } }),
        ],
      }
    }
    case 'dropped':
      return {
        title: '一票否决报告未导入',
        status: { text: '已放弃', tone: 'muted' },
        summary: '报告表已放弃，没有任何改动',
        elements: [line(`「${name}」已于${facts.at}放弃，没有任何改动。`), note('需要时请重新发送文件。')],
      }
    case 'unreadable':
      return {
        title: '报告表读不出来，没有导入',
        status: { text: '读取失败', tone: 'red' },
        summary: '报告表读不出来，请更正后重新发送',
        elements: [line(`「${name}」${facts.why}`)],
      }
    case 'refused':
      return {
        title: '一票否决报告未导入',
        status: { text: '不能导入', tone: 'red' },
        summary: '报告表没有导入',
        elements: [line(`「${name}」没有导入：${facts.why}`)],
      }
  }
}
