import type { Message } from './kit.ts'

/** In a group chat, where so few units take part that totals would be somebody's own. */
export const fewUnits = (words: string): Message => ({
  kind: 'text',
  text: `参加的单位很少，群里不显示汇总。请私聊发送「${words}」查看。`,
})
