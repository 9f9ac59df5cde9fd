import { partAction, readAgain } from './directory.ts'
import { buttons, type Card, type Element, line, note } from './kit.ts'

export type DirectoryStateFacts =
  | { readonly what: 'unread'; readonly office: boolean }
  | { readonly what: 'reading'; readonly when: string }
  | { readonly what: 'failed'; readonly when: string; readonly why: string; readonly next: string }
  | { readonly what: 'dropped'; readonly who: string; readonly when: string }
  | {
      readonly what: 'applied'
      readonly who: string
      readonly when: string
      readonly counts: {
        readonly linked: number
        readonly changed: number
        readonly moved: number
        readonly joined: number
        readonly ended: number
      }
      /** Leavers who still hold duties or have open work. */
      readonly waiting: number
    }

/** The directory where there is nothing to confirm: before, while and after it is read. */
export function directoryStateCard(facts: DirectoryStateFacts): Card {
  switch (facts.what) {
    case 'unread':
      return unreadCard(facts.office)
    case 'reading':
      return {
        ...head('正在读取通讯录', { text: '读取中', tone: 'blue' }),
        elements: [
          line('正在读取飞书通讯录，人多时需要几分钟，读完后结果会发到这里。'),
          note(`${facts.when}开始。`),
        ],
      }
    case 'failed':
      return {
        ...head('没有读到通讯录', { text: '未读取', tone: 'red' }),
        elements: [
          line(`${facts.why}现有名册没有任何改动。`, 'red'),
          line(facts.next),
          buttons({ ...readAgain('重新读取'), style: 'primary' }),
          note(`${facts.when}。`),
        ],
      }
    case 'dropped':
      return {
        ...head('通讯录变动未处理', { text: '暂不处理', tone: 'muted' }),
        elements: [
          line(`由 ${facts.who} 于 ${facts.when} 搁置，没有任何改动。`),
          buttons(readAgain('重新读取')),
        ],
      }
    case 'applied':
      return appliedCard(facts)
  }
}

const head = (title: string, status: NonNullable<Card['status']>) => ({ title, status, summary: title })

function unreadCard(office: boolean): Card {
  return {
    ...head('同步通讯录', { text: '未读取', tone: 'muted' }),
    elements: office
      ? [
          line('读取飞书通讯录，与名册核对：谁来了、谁走了、谁换了部门。读完先列出变动，确认后才生效。'),
          buttons({ ...readAgain('同步通讯录'), style: 'primary' }),
        ]
      : [line('通讯录由领导小组办公室同步。您的信息有误时，请与办公室联系。')],
  }
}

function appliedCard({
  who,
  when,
  counts,
  waiting,
}: Extract<DirectoryStateFacts, { what: 'applied' }>): Card {
  const items = [
    { label: '绑定账号', value: `${counts.linked} 人` },
    { label: '信息变更', value: `${counts.changed} 人` },
    { label: '部门变动', value: `${counts.moved} 人` },
    { label: '登记新人', value: `${counts.joined} 人` },
    { label: '离职结束', value: `${counts.ended} 人` },
  ]
  const left: Element[] =
    waiting === 0
      ? []
      : [
          line(`还有 ${waiting} 名离职人员的职责或工作没有交接。`, 'orange'),
          buttons({ text: '办理交接', style: 'primary', action: partAction('waiting') }),
        ]
  return {
    ...head('通讯录已同步', { text: '已生效', tone: 'green' }),
    elements: [
      { tag: 'fields', items },
      ...left,
      buttons(readAgain('重新读取')),
      note(`由 ${who} 于 ${when} 确认。`),
    ],
  }
}
