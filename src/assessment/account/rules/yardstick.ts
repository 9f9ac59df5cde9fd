/** By what a unit says whether a goal was reached (Article 12). */

export type Yardstick =
  | {
      readonly kind: 'counted'
      readonly indicator: string
      /** As 门 or 人; '' without one. */
      readonly unit: string
      /** Hundredths; null where the plan names no figure. */
      readonly target: number | null
    }
  | { readonly kind: 'described' }

/** A target of nothing, as no accident, is reached by nothing only; any other by as much or more. */
export function isReached(
  value: number,
  { target }: Extract<Yardstick, { readonly kind: 'counted' }>,
): boolean {
  if (target === null) return true
  return target === 0 ? value === 0 : value >= target
}
