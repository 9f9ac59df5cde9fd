/** Which role and which place are asked for: 药学院 联络员, 药学院的联络员, 联络员 药学院. */
import type { Role } from '../../store/schema/organization.ts'
import { DUTY_NAMES } from '../delegation/duty-names.ts'
import { ROLES } from '../roster/layout.ts'

export type AskedRole = Role | 'leader'

const MORE_WORDS: readonly (readonly [words: string, role: AskedRole])[] = [
  ['负责人', 'head'],
  ['分管领导', 'leader'],
  ['分管校长', 'leader'],
  ['组长', 'chair'],
]

/** The longest first, so that 工作组组长 is not taken for 组长. */
const WORDS: readonly (readonly [words: string, role: AskedRole])[] = [
  ...Object.entries(DUTY_NAMES).map(([role, words]) => [words, role as AskedRole] as const),
  ...Object.entries(ROLES).map(([role, words]) => [words, role as AskedRole] as const),
  ...MORE_WORDS,
].toSorted((left, right) => right[0].length - left[0].length)

/** The place as words; '' for the school. Undefined where no role is named. */
export function readWho(said: string): { readonly role: AskedRole; readonly place: string } | undefined {
  const words = said.replace(/[？?。！!]+$/, '').trim()
  const found = WORDS.find(([name]) => words.endsWith(name) || words.startsWith(name))
  if (!found) return undefined
  const [name, role] = found
  const rest = words.endsWith(name) ? words.slice(0, -name.length) : words.slice(name.length)
  return { role, place: rest.replace(/的\s*$/, '').trim() }
}
