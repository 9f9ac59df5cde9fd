import { sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { SentRefusal } from './rules/sent-workbook.ts'

/** What cannot be done with a workbook any more. `noun`: what people call it, as 系数表. */
export const sentWording = (noun: string) =>
  ({
    'unread-workbook': () => `这份${noun}还没有读取成功，请重新发送 .xlsx 文件。`,
    'applied-workbook': ({ at }) => `这份${noun}已于${sayInstant(at)}导入，不必再次确认。`,
    'dropped-workbook': ({ at }) => `这份${noun}已于${sayInstant(at)}放弃，需要时请重新发送文件。`,
    'faulty-workbook': ({ faults }) => `${noun}有${faults}处错误，没有导入，请更正后重新发送。`,
    'stale-workbook': () => '核对之后内容又有变化，没有导入，请看新的核对结果后再确认。',
    'unchanged-workbook': () => `${noun}与现有内容一致，没有需要导入的内容。`,
  }) satisfies Wording<SentRefusal>
