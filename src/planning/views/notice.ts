import type { Card, Message } from '../../../cards/kit.ts'
import { line } from '../../../cards/kit.ts'

export const cardMessage = (card: Card): Message => ({ kind: 'card', card })

/** A card of one polite sentence, where there is nothing else to show. */
export function sentenceCard(title: string, sentence: string): Message {
  return cardMessage({ title, summary: sentence, elements: [line(sentence)] })
}

export const noYear = (title: string): Message =>
  sentenceCard(title, '本年度尚未开启，请等候领导小组办公室通知。')
export const noUnit = (title: string): Message =>
  sentenceCard(title, '该单位没有参加本年度目标管理（可能已合并或停用），如有疑问请联系领导小组办公室。')
export const notYours = (title: string): Message =>
  sentenceCard(title, '您不负责该单位的目标，无法查看。如职责有变，请联系领导小组办公室。')
