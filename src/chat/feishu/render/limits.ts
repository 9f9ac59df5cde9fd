/** How much of a card's content is drawn: characters a text, rows a table. */
export interface Limits {
  readonly text: number
  readonly rows: number
}

/** From generous to narrow; a card is drawn with the first that keeps it under the size limit. */
export const LIMITS: readonly [Limits, ...Limits[]] = [
  { text: 3000, rows: 200 },
  { text: 1000, rows: 100 },
  { text: 300, rows: 40 },
  { text: 100, rows: 20 },
  { text: 40, rows: 10 },
]

/** Feishu takes 30 KB of UTF-8 (cards 1.7); the rest is kept for what its server adds. */
export const CARD_BYTES = 28 * 1024
