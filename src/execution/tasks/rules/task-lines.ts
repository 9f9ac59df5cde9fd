/** Reads a typed list of tasks, one a line: `编写教材初稿 张三 6月30日 40%`, in any order after the title. */
import { isLocalDate, type LocalDate } from '../../../kernel/time.ts'
import { halfWidth } from '../../rules/small-number.ts'
import { LARGEST_SHARE, TITLE_LENGTH } from './decide.ts'

export interface TaskLine {
  readonly title: string
  /** A name or a number, as it was typed. */
  readonly owner: string
  readonly dueOn: LocalDate
  /** Null where the line says none. */
  readonly share: number | null
}

export type TaskLineFault = 'no-owner' | 'no-day' | 'no-such-day' | 'no-title' | 'long-title' | 'large-share'

export interface FaultyLine {
  readonly line: string
  readonly fault: TaskLineFault
}

const BULLET = /^\s*(?:任务\s*)?(?:[-•·*]|[（(]?\d{1,2}[)）、.．](?!\d)|[①-⑳])\s*/
/** It stands by itself: 合格率达95% belongs to the title. */
const SHARE = /(?:^|(?<=[\s，,、]))(?:占比?|权重)?[:：]?\s*(\d{1,4})\s*[%％](?=$|[\s，,、])/g
const FULL = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/g
const SHORT = /(?<!\d)(\d{1,2})\s*(?:月|[-/.](?=\d))\s*(\d{1,2})\s*(?:[日号]|(?![\d%％日号]))/g
const MONTH_END = /(?<!\d)(\d{1,2})\s*月份?\s*(?:底|末)/g
const YEAR_END = /(?:今年|本年|年)(?:度)?[底末]/g
const AROUND_BEGIN = /^\s*(?:之前|以前|前|止|内|底前)?(?:完成)?(?=[\s，,；;、\d占权]|$)/
/** What was typed, and at its end the owner. */
const OWNED = /^(.*?)[\s，,、]+([^\s，,、]+)$/s
const EDGES = /^[\s，,、]+|[\s，,、]+$/g

/** The lines in their order, each read or said to be faulty. `year`: the goal's, in which every day lies. */
export function readTaskLines(
  text: string,
  year: number,
): { readonly lines: readonly TaskLine[]; readonly faults: readonly FaultyLine[] } {
  const read = text
    .split(/[\n；;]+/)
    .map((line) => halfWidth(line).replace(BULLET, '').trim())
    .filter((line) => line !== '')
    .map((line) => ({ line, read: readLine(line, year) }))
  return {
    lines: read.flatMap(({ read: one }) => (typeof one === 'string' ? [] : [one])),
    faults: read.flatMap(({ line, read: one }) => (typeof one === 'string' ? [{ line, fault: one }] : [])),
  }
}

function readLine(line: string, year: number): TaskLine | TaskLineFault {
  const day = findDay(line, year)
  if (day === undefined) return 'no-day'
  if (day.date === undefined) return 'no-such-day'
  const before = line.slice(0, day.index).replace(/[\s，,、]*$/, '')
  const after = line.slice(day.index + day.length).replace(AROUND_BEGIN, '')
  const undated = `${before} ${after}`
  const share = [...undated.matchAll(SHARE)].at(-1)
  const rest = share
    ? `${undated.slice(0, share.index)}${undated.slice(share.index + share[0].length)}`
    : undated
  const words = rest.replace(EDGES, '')
  if (words === '') return 'no-title'
  const [, title = '', owner = ''] = OWNED.exec(words) ?? []
  if (title.replace(EDGES, '') === '') return 'no-owner'
  if ([...title].length > TITLE_LENGTH) return 'long-title'
  const figure = share ? Number(share[1]) : null
  if (figure !== null && (figure < 1 || figure > LARGEST_SHARE)) return 'large-share'
  return {
    title,
    owner: owner.replace(/^(?:负责人|责任人|由)[:：]?(?=.)/, ''),
    dueOn: day.date,
    share: figure,
  }
}

interface FoundDay {
  readonly index: number
  readonly length: number
  /** Undefined where the calendar has none such. */
  readonly date: LocalDate | undefined
}

/** The last thing in the line that is said as a day: those before it belong to the title. */
function findDay(line: string, year: number): FoundDay | undefined {
  const days = [
    ...found(line, FULL, ([, full, month, day]) => dayOf(Number(full), Number(month), Number(day))),
    ...found(line, SHORT, ([, month, day]) => dayOf(year, Number(month), Number(day))),
    ...found(line, MONTH_END, ([, month]) => lastOf(year, Number(month))),
    ...found(line, YEAR_END, () => dayOf(year, 12, 31)),
  ]
  const end = ({ index, length }: FoundDay): number => index + length
  return days.toSorted((left, right) => end(right) - end(left) || right.length - left.length)[0]
}

const found = (
  line: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => LocalDate | undefined,
): FoundDay[] =>
  [...line.matchAll(pattern)].map((match) => ({
    index: match.index,
    length: match[0].length,
    date: read(match),
  }))

function dayOf(year: number, month: number, day: number): LocalDate | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isLocalDate(text) ? text : undefined
}

const lastOf = (year: number, month: number): LocalDate | undefined =>
  [31, 30, 29, 28].map((day) => dayOf(year, month, day)).find((date) => date !== undefined)

/** Shares that were left out divide what is missing to 100 among them, 1 at least; all are the usual one where none was said. */
export function sharesOf(lines: readonly Pick<TaskLine, 'share'>[], usual = 1): number[] {
  const said = lines.reduce((sum, { share }) => sum + (share ?? 0), 0)
  const silent = lines.filter(({ share }) => share === null).length
  if (silent === lines.length) return lines.map(() => usual)
  const rest = Math.max(1, Math.floor((100 - said) / Math.max(1, silent)))
  return lines.map(({ share }) => share ?? rest)
}
