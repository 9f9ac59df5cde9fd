import { type Action, buttons, type Element, line } from './kit.ts'

/** A request for help on the goal that nobody has answered yet. */
export interface OpenHelp {
  readonly words: string
  /** Who has to answer, and until when, as `第一工作组，3月9日前`. */
  readonly waits: string
  readonly overdue: boolean
  readonly open: Action
}

/** More stand in the list. */
const MOST = 3
const BRIEF = 120

/** What stands on every card of a goal while its unit waits for help (Article 19); nothing where it does not. */
export function openHelpElements(help: readonly OpenHelp[]): Element[] {
  if (help.length === 0) return []
  const shown = help.slice(0, MOST)
  const more = help.length > MOST ? `，共 ${help.length} 项` : ''
  return [
    ...shown.map(({ words, waits, overdue }) =>
      line(
        `求助${overdue ? '逾期未答复' : '待答复'}：${brief(words)}（${waits}）`,
        overdue ? 'red' : 'orange',
      ),
    ),
    buttons(
      ...shown.map(({ open }, at) => ({
        text: shown.length === 1 ? '查看求助' : `查看求助${at + 1}`,
        action: open,
      })),
      ...(more === '' ? [] : [{ text: `全部求助${more}`, action: { say: '求助记录' } }]),
    ),
  ]
}

const brief = (text: string): string => {
  const characters = [...text]
  return characters.length > BRIEF ? `${characters.slice(0, BRIEF).join('')}…` : text
}
