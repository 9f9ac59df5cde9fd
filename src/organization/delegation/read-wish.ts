/** What stands after 委托 in one sentence: whose duties, to whom, from when to when; the days still as they were said. */

export interface SaidWish {
  /** Whose; absent for one's own. */
  readonly of?: string
  readonly delegate: string
  readonly from?: string
  readonly to?: string
}

const FIGURE = '[\\d一二三四五六七八九十]{1,3}'
const DAY = [
  '\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}[日号]?',
  `(?:今年|明年)?${FIGURE}[-/.月]${FIGURE}[日号]?`,
  `(?:今年|明年)?${FIGURE}月[底末]`,
  `(?:本月|这个月|下个?月)?${FIGURE}[日号]`,
  '(?:本|这个?|下个?)?月底|年底',
  '大?后天|[今明][天日]',
  '(?:本|这|下下|下)?个?(?:周|星期)[一二三四五六日天末]',
].join('|')
const TO = '(?:至|到|—+|–|－|-|~|～)'
/** The days follow a space, a figure or 从, so that 周 and 明 in a name are none. */
const BEFORE = '(?:\\s+(?:从|自)?|(?:从|自)|(?=\\d))\\s*'

const SPAN = new RegExp(`^(.*?)${BEFORE}(${DAY})\\s*${TO}\\s*(${DAY})(?:止|为止)?$`)
const ONE_DAY = new RegExp(`^(.*?)${BEFORE}(${DAY})(?:一天|当天)?$`)
const UNTIL = new RegExp(`^(.*?)\\s+${TO}\\s*(${DAY})(?:止|为止)?$`)

const LONGEST_NAME = 60

/** Undefined where it is no wish of this kind. */
export function readWish(words: string): SaidWish | undefined {
  const { people, ...days } = readDays(words.trim())
  const [, of, to] = /^(.+?)\s*(?:委托给|给|→)\s*(.+)$/.exec(people) ?? []
  const [principal, delegate] = [of?.trim(), (to ?? people).trim()]
  const tooLong = [principal ?? '', delegate].some((name) => [...name].length > LONGEST_NAME)
  if (delegate === '' || tooLong || /[。！？?，；]/.test(people)) return undefined
  return { ...(principal !== undefined && { of: principal }), delegate, ...days }
}

interface Read {
  readonly people: string
  readonly from?: string
  readonly to?: string
}

function readDays(words: string): Read {
  const [, ofSpan, from, to] = SPAN.exec(words) ?? []
  if (ofSpan !== undefined && from !== undefined && to !== undefined) {
    return { people: ofSpan, from, to: inMonthOf(from, to) }
  }
  const [, until, last] = UNTIL.exec(words) ?? []
  if (until !== undefined && last !== undefined) return { people: until, from: '今天', to: last }
  const [, ofDay, day] = ONE_DAY.exec(words) ?? []
  return ofDay !== undefined && day !== undefined ? { people: ofDay, from: day, to: day } : { people: words }
}

/** `4月2日到6日`: the sixth of April. */
function inMonthOf(from: string, to: string): string {
  const [month] = /^.*月(?=.+)/.exec(from) ?? []
  return month !== undefined && /^[^月年周]+[日号]$/.test(to) ? `${month}${to}` : to
}
