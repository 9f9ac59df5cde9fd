/** What is said after 任务: a goal's list of tasks, a report on one, or which goal's tasks are wanted. */
import { halfWidth, readSmallNumber, SMALL_NUMBER } from '../../rules/small-number.ts'
import { readTaskLines } from './task-lines.ts'

export interface SaidReport {
  /** 任务2.1: the goal's number; null where only one number was said. */
  readonly goal: number | null
  readonly task: number
  /** 0-100; null where none was said. */
  readonly percent: number | null
  /** What was done, in the person's words; '' where there are none. */
  readonly done: string
}

export type TaskWords =
  | { readonly kind: 'goal'; readonly number: number }
  | { readonly kind: 'list'; readonly number: number; readonly text: string }
  | ({ readonly kind: 'report' } & SaidReport)
  | { readonly kind: 'excessive-percent' }
  | { readonly kind: 'unread' }

/** `2.1`, `2-1`, `2．1`: the goal's number, then the task's; never a figure such as 2.1%. */
const PAIR = /^(?:第|目标|任务)*\s*(\d{1,3})\s*[.．\-－—]\s*(\d{1,2})(?![\d.．%％])(?:号|项)?[\s、:：，,]*/
const SINGLE = new RegExp(
  `^(?:第|目标|任务)*\\s*(${SMALL_NUMBER})(?:(?:号目标|号任务|项目标|项任务|号|项)|(?=[\\s、:：，,.．;；]|$|已|完成|做完|进展|进度))`,
)
const PERCENT = /(?<![\d.])(\d{1,4})(?:\.\d+)?\s*[%％]/
const AT_ONCE =
  /^(?:已经|已)?(?:完成|进展|进度|推进)?(?:度|了|到|至|达到|达|为|约)*\s*\d{1,4}(?:\.\d+)?\s*[%％]/
const WHOLE = /^(?:已经|已)?(?:全部)?(?:完成|做完|办完|结束)了?(?=$|[，。,.；;！!\s])/

/** A leap year, so that every day of a list is one. */
const ANY_YEAR = 2028

/** Never throws. */
export function readTaskWords(said: string): TaskWords {
  const text = halfWidth(said).trim()
  const pair = PAIR.exec(text)
  if (pair) return reportIn(text.slice(pair[0].length), Number(pair[1]), Number(pair[2]))
  const single = SINGLE.exec(text)
  const number = readSmallNumber(single?.[1] ?? '')
  if (!single || number === undefined) return { kind: 'unread' }
  const rest = text.slice(single[0].length).replace(/^[\s、:：，,;；]+|^[.．](?!\d)\s*/, '')
  if (rest === '') return { kind: 'goal', number }
  return saysReport(rest) ? reportIn(rest, null, number) : { kind: 'list', number, text: rest }
}

/** A good list is a list, whatever its words; else what tells of an end or a percent without a day is a report. */
function saysReport(rest: string): boolean {
  if (rest.includes('\n')) return false
  if (AT_ONCE.test(rest)) return true
  const { lines, faults } = readTaskLines(rest, ANY_YEAR)
  if (lines.length > 0 && faults.length === 0) return false
  return WHOLE.test(rest) || (PERCENT.test(rest) && faults.every(({ fault }) => fault === 'no-day'))
}

function reportIn(rest: string, goal: number | null, task: number): TaskWords {
  const stated = PERCENT.exec(rest)
  const whole = stated === null && WHOLE.test(rest)
  const percent = stated ? Number(stated[1]) : whole ? 100 : null
  if (percent !== null && percent > 100) return { kind: 'excessive-percent' }
  return { kind: 'report', goal, task, percent, done: doneIn(rest, stated) }
}

const LEADING = /(?:已经|已)?(?:完成|进展|进度|推进)?(?:度|了|到|至|达到|达|为|约)*\s*$/

/** The words without the percent and what leads to it; all of them where nothing else is said. */
function doneIn(rest: string, stated: RegExpExecArray | null): string {
  if (!stated) return tidy(rest)
  const before = rest.slice(0, stated.index).replace(LEADING, '')
  return tidy(`${before}${rest.slice(stated.index + stated[0].length)}`) || tidy(rest)
}

const tidy = (text: string): string => text.replace(/^[\s，,。.；;：:、]+|[\s，,；;：:、]+$/g, '')
