import { Fraction } from 'fraction.js'

/** An exact number as `n` or `n/d`, fit for a journal. Scores and points are in hundredths. */
export type Exact = string

export const fractionOf = (exact: Exact): Fraction => new Fraction(exact)
export const exactOf = (fraction: Fraction): Exact => fraction.toFraction()

/** Rounds a number that is not negative half up to `decimals` places. */
export function roundHalfUp(value: Fraction, decimals: number): Fraction {
  const scale = new Fraction(10 ** decimals)
  return value.mul(scale).add(1, 2).floor().div(scale)
}

/** The nearest whole number, half up: for people to read, never to count on with. */
export function wholeOf(exact: Exact): number {
  return Number(roundHalfUp(fractionOf(exact), 0).n)
}
