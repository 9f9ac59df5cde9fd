/** What is wrong with a card, under the code that Feishu answers it with (protocol 4.2; cards 2.3). */
export interface CardFault {
  readonly code: number
  /** Where, as `body.elements[2].columns[0]`. */
  readonly path: string
  readonly message: string
}

export const UNKNOWN_PROPERTY = 200621
export const UNSUPPORTED_TAG = 200861
export const WRONG_SCHEMA = 200830
export const TOO_LONG = 230025
export const OVER_LIMIT = 11310
export const TOO_MANY_ELEMENTS = 300305
export const NAME_MISSING = 200530
export const DUPLICATE_ID = 300301
export const BAD_CHART = 200550
export const BAD_ROWS = 200914
export const UNDECLARED_COLUMN = 200915

export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`,
    '',
  )
}
