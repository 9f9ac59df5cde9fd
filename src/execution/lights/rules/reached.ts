/** How far a goal is: what the group accepted outranks what was reported, the indicator's value outranks the percent (rulebook 4). */

export interface Figures {
  /** 0-100 */
  readonly percent: number | null
  /** Of the indicator, hundredths. */
  readonly value: number | null
}

export interface Standing {
  /** The last report. */
  readonly reported: Figures
  /** What the group accepted of that report; null where it did not. */
  readonly accepted: Figures | null
  /** Of the indicator, hundredths; null where the goal is described and not counted. */
  readonly target: number | null
}

/** 0-100, rounded down, so that nothing is done before it is; null where nothing was reported. */
export function reachedOf({ reported, accepted, target }: Standing): number | null {
  const { percent, value } = accepted ?? reported
  // A target of nothing (no accident) cannot be divided by: there the percent is all that there is.
  if (value === null || target === null || target <= 0) return percent
  return Math.max(0, Math.min(100, Math.floor((value * 100) / target)))
}
