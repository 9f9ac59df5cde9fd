/** The bot's menu as it is set up on the platform: the event key of each item, and the words that a tap on it says. */
export const BOT_MENU: readonly { readonly key: string; readonly text: string }[] = [
  { key: 'todo', text: '待办' },
  { key: 'my-goals', text: '我的目标' },
  { key: 'draft-goal', text: '填报目标' },
  { key: 'progress', text: '进展' },
  { key: 'my-score', text: '我的得分' },
  { key: 'help', text: '帮助' },
]

/** An item that is not ours says its own key: the university may add items with the words as keys. */
export function wordsOfMenu(key: string): string {
  return BOT_MENU.find((item) => item.key === key)?.text ?? key
}
