import { type LevelPolicy, REGULATION_DEFAULTS } from '../../policy/rules/policy.ts'

export type Level = 1 | 2 | 3

export interface Band {
  readonly from: number
  readonly to: number
}

/** Article 24: 一级 90–100, 二级 70–89, 三级 69 and less. */
export const REGULATION_LEVELS: LevelPolicy = REGULATION_DEFAULTS.levels

/** By the year's policy; in hundredths, both ends included. Goals get whole points, so a band ends a point below the next. */
export function bandsOf({ first, second }: LevelPolicy): { readonly [level in Level]: Band } {
  return {
    1: { from: first, to: 100_00 },
    2: { from: second, to: first - 100 },
    3: { from: 0, to: second - 100 },
  }
}

export function isInBand(level: Level, score: number, levels: LevelPolicy): boolean {
  const band = bandsOf(levels)[level]
  return score >= band.from && score <= band.to
}

/** The level of a mean, which may lie between two bands: then it has not reached the higher one. */
export function levelOf(score: number, { first, second }: LevelPolicy): Level {
  if (score >= first) return 1
  return score >= second ? 2 : 3
}
