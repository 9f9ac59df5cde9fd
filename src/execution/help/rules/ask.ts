import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import type { ReportedGoal } from '../../rules/progress.ts'
import type { Act, HelpEvent } from './help.ts'
import { type AskingUnit, routeOf } from './holder.ts'

/** Of each text: as many characters as a report's difficulty takes. */
export const MAX_HELP_WORDS = 500

/** A request of the goal that is not answered yet. */
export interface OpenRequest {
  readonly number: number
  readonly words: string
  readonly askedAt: Instant
}

export type AskRefusal =
  | { readonly code: 'empty-request' }
  | { readonly code: 'repeated-request'; readonly goal: number; readonly at: Instant }

export interface AskContext {
  readonly goal: ReportedGoal
  readonly unit: AskingUnit
  readonly open: readonly OpenRequest[]
  /** The number that the request gets. */
  readonly number: number
  readonly dueOn: LocalDate
  readonly act: Act
}

/** One request for one difficulty: the same words do not ask twice while nobody has answered. */
export function askHelp(
  words: string,
  { goal, unit, open, number, dueOn, act }: AskContext,
): Decision<HelpEvent, AskRefusal> {
  const said = words.trim()
  if (essence(said) === '') return refused({ code: 'empty-request' })
  const same = findSame(open, said)
  if (same) return refused({ code: 'repeated-request', goal: goal.number, at: same.askedAt })
  return decided<HelpEvent>({
    type: 'help.asked',
    ...{ goal: goal.id, number, year: goal.year, unit: goal.unit },
    ...{ words: said, asked: act, dueOn, holder: routeOf(unit) },
  })
}

export const findSame = (open: readonly OpenRequest[], words: string): OpenRequest | undefined =>
  open.find((one) => essence(one.words) === essence(words))

/** Blanks, signs and the width of characters make no other difficulty. */
const essence = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** What people write where there is no difficulty. */
export const saysNone = (words: string): boolean =>
  /^(无|没有|暂无|暂时没有|没|none|no)?(困难|问题|困难和问题)?$/u.test(essence(words))
