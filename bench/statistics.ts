/** The value below which `share` (0–1) of the samples lie. */
export function percentile(samples: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(samples).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function median(samples: Iterable<number>): number {
  return percentile(samples, 0.5)
}
