/** A moment, UTC, as `2026-03-01T02:03:04.005Z`. */
export type Instant = `${string}T${string}Z`
/** A day of the university's calendar (Asia/Shanghai), as `2026-03-01`. */
export type LocalDate = `${number}-${string}-${string}`

/** Tells the time: the real one at the edge, a settable one in tests and in the sandbox. */
export type Clock = () => Instant

const SHANGHAI_OFFSET_MS = 8 * 3600 * 1000

export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant
}

export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant)
}

/** The day in Shanghai. China keeps one offset all year, so no zone table is needed. */
export function localDateOf(instant: Instant): LocalDate {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as LocalDate
}

/** The hour in Shanghai, 0-23. */
export function localHourOf(instant: Instant): number {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).getUTCHours()
}

/** `3月1日 10:03` in Shanghai, for people. */
export function sayInstant(instant: Instant): string {
  const local = new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString()
  return `${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日 ${local.slice(11, 16)}`
}

/** `2026年3月1日`, for people. */
export function sayDate(date: LocalDate): string {
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

export function isLocalDate(text: string): text is LocalDate {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text
  )
}

export function plusMilliseconds(instant: Instant, ms: number): Instant {
  return instantOf(millisecondsOf(instant) + ms)
}

const DAY_MS = 86_400_000
const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS

/** Calendar days from one day to another; negative where the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** So many calendar days later, or, negative, earlier. */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10) as LocalDate
}

/** The last moment of a day in Shanghai. */
export function endOfDay(date: LocalDate): Instant {
  return instantOf((dayNumber(date) + 1) * DAY_MS - SHANGHAI_OFFSET_MS - 1)
}
