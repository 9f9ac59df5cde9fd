/** Instants as people in China read them. All instants in milliseconds. */

const parts = (instant: number): ReadonlyMap<string, string> => {
  const format = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    weekday: 'long',
  })
  return new Map(format.formatToParts(instant).map((part) => [part.type, part.value]))
}

const tokens: { readonly [token: string]: string } = {
  YYYY: 'year',
  MM: 'month',
  DD: 'day',
  HH: 'hour',
  mm: 'minute',
  ss: 'second',
}

/** The instant in a pattern of `YYYY MM DD HH mm ss`; what is no instant gives an empty string. */
export function dateInChina(instant: number, pattern: string): string {
  if (!Number.isFinite(instant) || Math.abs(instant) > 8.64e15) return ''
  const found = parts(instant)
  return pattern.replace(/YYYY|MM|DD|HH|mm|ss/g, (token) => found.get(tokens[token] ?? '') ?? token)
}

/** As `2026年3月2日 星期一`. */
export function longDate(instant: number): string {
  const found = parts(instant)
  const [month, day] = [Number(found.get('month')), Number(found.get('day'))]
  return `${found.get('year')}年${month}月${day}日 ${found.get('weekday')}`
}

/** As `2026年3月2日 星期一 10:21`, above the messages of that time. */
export const separatorTime = (instant: number): string =>
  `${longDate(instant)} ${dateInChina(instant, 'HH:mm')}`

/** As `10:21` on the day itself, else `3-2`: the time beside a chat in the list. */
export function shortTime(instant: number, now: number): string {
  const sameDay = dateInChina(instant, 'YYYYMMDD') === dateInChina(now, 'YYYYMMDD')
  const found = parts(instant)
  return sameDay
    ? dateInChina(instant, 'HH:mm')
    : `${Number(found.get('month'))}月${Number(found.get('day'))}日`
}
