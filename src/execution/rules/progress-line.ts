/** Reads a typed line of progress: `2 已完成60%，教材初稿完成`. What it cannot read it leaves to the form. */

export interface ProgressLine {
  /** 目标2: the number that people use. */
  readonly number: number
  /** 0-100; undefined where the line names none. */
  readonly percent: number | undefined
  /** What was done, in the person's words; '' where the line has none. */
  readonly done: string
}

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}
const NUMBER =
  /^(?:第)?(?:目标)?\s*(\d{1,3}|[一二两三四五六七八九十])\s*(?:号目标|号|项|、|[.．:：，,]|\s|(?=[^\d%％.．])|$)/
const PERCENT = /(?:已经|已)?(?:完成|进展|达到|到)?(?:了|至|到)?\s*(\d{1,3})(?:\.\d+)?\s*[%％]/
const WHOLE = /(?:全部|已经|已)(?:完成|做完|结束)了?(?=$|[，。,.；;！!])|^完成了?$/

export function readProgressLine(text: string): ProgressLine | undefined {
  const head = NUMBER.exec(text.trim())
  const number = head?.[1] === undefined ? undefined : (DIGITS[head[1]] ?? Number(head[1]))
  if (head === null || number === undefined) return undefined
  const rest = text.trim().slice(head[0].length).trim()
  const percent = percentOf(rest)
  return { number, percent, done: tidy(rest.replace(PERCENT, '')) || tidy(rest) }
}

function percentOf(text: string): number | undefined {
  const stated = PERCENT.exec(text)?.[1]
  if (stated !== undefined) return Number(stated) <= 100 ? Number(stated) : undefined
  return WHOLE.test(text) ? 100 : undefined
}

function tidy(text: string): string {
  return text.replace(/^[\s，,。.；;：:、]+|[\s，,；;：:、]+$/g, '')
}
