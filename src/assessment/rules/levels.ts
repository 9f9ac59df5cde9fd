export type Level = 1 | 2 | 3

export interface Band {
  readonly from: number
  readonly to: number
}

/** Article 24: 一级 90–100, 二级 70–89, 三级 69 and less; in hundredths, both ends included. */
export const BANDS: { readonly [level in Level]: Band } = {
  1: { from: 90_00, to: 100_00 },
  2: { from: 70_00, to: 89_00 },
  3: { from: 0, to: 69_00 },
}

export function isInBand(level: Level, score: number): boolean {
  return score >= BANDS[level].from && score <= BANDS[level].to
}

/** The level of a mean, which may lie between two bands: then it has not reached the higher one. */
export function levelOf(score: number): Level {
  if (score >= BANDS[1].from) return 1
  return score >= BANDS[2].from ? 2 : 3
}
