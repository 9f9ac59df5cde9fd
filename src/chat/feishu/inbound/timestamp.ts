/**
 * Milliseconds of a platform time. Feishu writes seconds, milliseconds or microseconds according to the event
 * (protocol 1.3), so the unit is told by the magnitude. Returns nothing for what is not a time.
 */
export function toMilliseconds(time: string | number): number | undefined {
  const value = typeof time === 'number' ? time : /^\d+(\.\d+)?$/.test(time) ? Number(time) : Number.NaN
  if (!Number.isFinite(value) || value <= 0) return undefined
  if (value < 1e11) return Math.round(value * 1000)
  if (value < 1e14) return Math.round(value)
  return Math.round(value / 1000)
}
