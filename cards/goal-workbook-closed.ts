import { buttons, type Card, line, note } from './kit.ts'

type GoalWorkbookClosedFacts =
  | {
      readonly what: 'applied'
      readonly name: string
      readonly at: string
      readonly drafted: number
      readonly revised: number
      readonly units: number
    }
  | { readonly what: 'dropped'; readonly name: string; readonly at: string }
  | { readonly what: 'unreadable'; readonly name: string; readonly why: string }

/** A 目标填报表 that is decided, or could not be read. */
export function goalWorkbookClosedCard(facts: GoalWorkbookClosedFacts): Card {
  switch (facts.what) {
    case 'applied': {
      const counts = `${facts.units}个单位，新增${facts.drafted}项、修改${facts.revised}项`
      return {
        title: '目标已导入',
        status: { text: '已导入', tone: 'green' },
        summary: `目标已导入：${counts}`,
        elements: [
          line(`「${facts.name}」已于${facts.at}导入为草稿：${counts}。`),
          note('请核对后报送。再有改动时，可下载新的填报表，或在对话中逐项修改。'),
          buttons({ text: '查看草稿', action: { send: 'draft-goal', with: {} } }),
        ],
      }
    }
    case 'dropped':
      return {
        title: '目标未导入',
        status: { text: '已放弃', tone: 'muted' },
        summary: '填报表已放弃，目标没有任何改动',
        elements: [
          line(`「${facts.name}」已于${facts.at}放弃，目标没有任何改动。`),
          note('需要时请重新发送文件。'),
        ],
      }
    case 'unreadable':
      return {
        title: '填报表读不出来，没有导入',
        status: { text: '读取失败', tone: 'red' },
        summary: '填报表读不出来，请更正后重新发送',
        elements: [line(`「${facts.name}」${facts.why}`)],
      }
  }
}
