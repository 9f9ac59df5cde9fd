import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

/** What stands in a reading, in the order of the card. */
export type DirectoryPart =
  | 'links'
  | 'changed'
  | 'movers'
  | 'joiners'
  | 'leavers'
  | 'waiting'
  | 'outside'
  | 'unfound'
  | 'doubts'
  | 'strangers'
  | 'departments'

export const DIRECTORY_PARTS: { readonly [part in DirectoryPart]: string } = {
  links: '绑定账号',
  changed: '信息变更',
  movers: '部门变动',
  joiners: '新来人员',
  leavers: '离职结束',
  waiting: '离职待交接',
  outside: '不在可用范围',
  unfound: '没有找到',
  doubts: '需要核对',
  strangers: '未能登记',
  departments: '部门对应',
}

export interface DirectoryFacts {
  /** Number of the reading, and the version of the organization that this preview shows. */
  readonly number: number
  readonly seen: number
  readonly when: string
  readonly people: number
  readonly departments: number
  readonly whole: boolean
  readonly counts: { readonly [part in DirectoryPart]: number }
  /** So many are gone that it is rather the range or the reading; null where they are as many as may be. */
  readonly tooMany: number | null
  readonly unactivated: number
  /** Scopes without which something could not be read. */
  readonly missing: readonly { readonly what: string; readonly scope: string }[]
}

/** What a reading would change, before anyone confirms it; the parts are opened one by one. */
export function directoryCard(facts: DirectoryFacts): Card {
  const { counts } = facts
  const settles = counts.links + counts.changed + counts.movers + counts.leavers
  const isOpen = settles + counts.joiners > 0
  return {
    title: isOpen ? '通讯录变动，请确认' : '通讯录核对完毕',
    status: isOpen ? { text: '待确认', tone: 'orange' } : { text: '无需确认', tone: 'muted' },
    summary: isOpen ? '飞书通讯录已读取，请核对变动并确认' : '飞书通讯录已读取，没有需要确认的变动',
    elements: [
      line(readWords(facts)),
      ...warnings(facts),
      ...(Object.values(counts).some((count) => count > 0) ? [table(counts)] : [line('与现有名册一致。')]),
      ...partButtons(counts),
      ...(isOpen ? [confirmButtons(facts, settles)] : []),
      buttons(readAgain('重新读取')),
      note(`${facts.when}读取。确认前不作任何改动；同步不结束任何角色。`),
    ],
  }
}

const readWords = ({ people, departments, whole }: DirectoryFacts): string =>
  `共读到 ${people} 人、${departments} 个部门（${whole ? '全部成员' : '应用可见的部分'}）。`

function warnings({ tooMany, counts, whole, missing, unactivated }: DirectoryFacts): Element[] {
  return [
    ...(tooMany !== null
      ? [
          line(
            `有 ${tooMany} 个账号一次全部不见，更可能是应用的通讯录权限范围变小，或通讯录正在调整，因此一个也不按离职处理。请先核对权限范围；确系离职的，请逐人办理或导入名册。`,
            'red',
          ),
        ]
      : []),
    ...(counts.outside > 0 && !whole
      ? [line(`${counts.outside} 人不在应用的可用范围，无从得知是否离职，不作改动。`, 'orange')]
      : []),
    ...missing.map(({ what, scope }) =>
      line(`没有读到${what}：请在飞书开放平台为应用开通 ${scope}，发布后重新读取。`, 'orange'),
    ),
    ...(unactivated > 0 ? [note(`${unactivated} 人尚未激活飞书账号，暂时收不到消息。`)] : []),
  ]
}

const EFFECTS: { readonly [part in DirectoryPart]: string } = {
  links: '绑定后可收发消息',
  changed: '按飞书更新',
  movers: '更新所在单位',
  joiners: '可一并登记',
  leavers: '确认后结束',
  waiting: '先交接，不改动',
  outside: '不改动',
  unfound: '不改动',
  doubts: '不改动，请核对',
  strangers: '不登记',
  departments: '可更正',
}

function table(counts: DirectoryFacts['counts']): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'part', label: '事项', kind: 'text' },
      { name: 'count', label: '数量', kind: 'number' },
      { name: 'effect', label: '处理', kind: 'text' },
    ],
    rows: partsOf(counts).map((part) => ({
      part: DIRECTORY_PARTS[part],
      count: counts[part],
      effect: EFFECTS[part],
    })),
    pageSize: 10,
  }
}

// Object.keys answers string[], though the type of the parts lists them.
const partsOf = (counts: DirectoryFacts['counts']): DirectoryPart[] =>
  (Object.keys(DIRECTORY_PARTS) as DirectoryPart[]).filter((part) => counts[part] > 0)

function partButtons(counts: DirectoryFacts['counts']): Element[] {
  const list = partsOf(counts).map(
    (part): Button => ({ text: DIRECTORY_PARTS[part], action: partAction(part) }),
  )
  return list.length === 0 ? [] : [buttons(...list)]
}

export const partAction = (part: DirectoryPart): Action => ({ show: 'directory', with: { part } })

function confirmButtons({ number, seen, counts }: DirectoryFacts, settles: number): Element {
  const { links, changed, movers, leavers, joiners } = counts
  const said = `绑定 ${links} 人，更新 ${changed} 人，变动单位 ${movers} 人，结束 ${leavers} 人`
  const button = (text: string, join: boolean, words: string, style: 'primary' | 'plain'): Button => ({
    text,
    style,
    action: { do: 'directory.apply', with: { number, seen, join } },
    confirm: { title: `${text}？`, text: `将${words}，立即生效。不结束任何角色。` },
  })
  return buttons(
    ...(settles > 0 ? [button('确认同步', false, said, 'primary')] : []),
    ...(joiners > 0
      ? [
          button(
            settles > 0 ? '同步并登记新人' : '登记新人',
            true,
            settles > 0 ? `${said}，登记 ${joiners} 人` : `登记 ${joiners} 人`,
            settles > 0 ? 'plain' : 'primary',
          ),
        ]
      : []),
    { text: '暂不处理', action: { do: 'directory.drop', with: { number } } },
  )
}

export const readAgain = (text: string): Button => ({ text, action: { do: 'directory.read', with: {} } })
