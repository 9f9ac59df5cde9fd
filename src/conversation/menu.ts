/** The bot's menu as it is set up on the platform: the event key of each item, and the words that a tap on it says. */
interface MenuItem {
  readonly key: string
  readonly text: string
}

/** The platform shows everyone the same items; 办事 opens those of the person's own roles. */
export const BOT_MENU: readonly MenuItem[] = [
  { key: 'todo', text: '待办' },
  { key: 'role-menu', text: '办事' },
  { key: 'my-goals', text: '我的目标' },
  { key: 'progress', text: '进展' },
  { key: 'my-score', text: '我的得分' },
  { key: 'help', text: '帮助' },
]

/** Items of menus that were set up before. */
const EARLIER: readonly MenuItem[] = [{ key: 'draft-goal', text: '填报目标' }]

/** An item that is not ours says its own key: the university may add items with the words as keys. */
export function wordsOfMenu(key: string): string {
  return [...BOT_MENU, ...EARLIER].find((item) => item.key === key)?.text ?? key
}
