/** The platform's directory as it was read: people and departments, in the words of the chat port. */

/** What the app may not read is null. */
export interface ListedPerson {
  readonly openId: string
  readonly name: string | null
  /** 工号 */
  readonly number: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly title: string | null
  /** Ids, the main one first. */
  readonly departments: readonly string[]
  readonly status: 'active' | 'unactivated' | 'frozen' | 'resigned' | null
}

export interface ListedDepartment {
  readonly id: string
  readonly name: string | null
  readonly parent: string | null
}

export interface ListedDirectory {
  /** Whether it is everybody: only then is one who is not in it gone. */
  readonly whole: boolean
  readonly departments: readonly ListedDepartment[]
  readonly people: readonly ListedPerson[]
}

/** Whose account is closed, for good or for a time. */
export const isOut = ({ status }: ListedPerson): boolean => status === 'resigned' || status === 'frozen'

/** Without what people add to tell namesakes apart: 张明（药学院） is 张明. */
export const nameOf = ({ name }: ListedPerson): string | null => {
  const plain = name?.replace(/\s*[（(][^（）()]*[）)]$/, '').trim()
  return plain === undefined || plain === '' ? null : plain
}

/** For comparing what was typed at two places. */
export const alike = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

export const plainMobile = (mobile: string): string =>
  mobile.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
