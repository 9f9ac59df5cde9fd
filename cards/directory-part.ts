import { DIRECTORY_PARTS, type DirectoryPart } from './directory.ts'
import { type Button, buttons, type Card, divider, type Element, line, note } from './kit.ts'

export interface DirectoryItem {
  readonly name: string
  /** What it is about, in one line. */
  readonly says: string
  readonly buttons: readonly Button[]
}

export interface DirectoryPartFacts {
  readonly part: DirectoryPart
  readonly total: number
  readonly items: readonly DirectoryItem[]
  readonly turns: readonly Button[]
}

const HINTS: { readonly [part in DirectoryPart]: string } = {
  links: '工号、手机或邮箱与名册一致，且姓名相符。绑定后即可在飞书办理。',
  changed: '确认后按飞书更新。名册里没有的手机、邮箱不会采集。',
  movers: '确认后更新所在单位；在原单位的角色保留，请另行交接。',
  joiners: '有工号，部门对应本年度的单位；登记后没有任何角色。',
  leavers: '没有职责和未办工作，确认后结束并解除账号，历史记录保留。',
  waiting: '同步不结束任何角色。请先把职责和工作交接给他人。',
  outside: '账号不在应用的可用范围，是否离职无从得知。请核对应用的可用范围和通讯录权限范围。',
  unfound: '没有账号，通讯录里也没有找到。请核对名册中的工号、手机或邮箱。',
  doubts: '为免把账号绑错人，以下各项不会改动。请更正名册或飞书后重新读取。',
  strangers: '缺少登记所需的信息，仍可由名册登记。',
  departments: '按名称对应单位，下级部门随上级。名称不同的，请在这里指定。',
}

/** One part of a reading, a page of it, each with what can be done about it. */
export function directoryPartCard({ part, total, items, turns }: DirectoryPartFacts): Card {
  const title = `通讯录·${DIRECTORY_PARTS[part]}`
  const back: Button = { text: '返回', action: { show: 'directory', with: {} } }
  return {
    title,
    status: { text: `${total}`, tone: 'blue' },
    summary: `${title}：${total}`,
    elements: [
      note(HINTS[part]),
      ...(items.length === 0 ? [line('现在没有。')] : items.flatMap(itemElements)),
      divider,
      buttons(back, ...turns),
    ],
  }
}

/** By characters, so that none is torn. */
function cut(words: string, most: number): string {
  const all = [...words]
  return all.length > most ? `${all.slice(0, most).join('')}…` : words
}

function itemElements(item: DirectoryItem): Element[] {
  const words: Element = {
    tag: 'text',
    spans: [{ text: `${cut(item.name, 30)}　`, bold: true }, { text: cut(item.says, 160) }],
  }
  return item.buttons.length === 0 ? [words] : [words, buttons(...item.buttons)]
}
