import type { AppealItemFacts } from '../../../../cards/appeal-words.ts'
import { bytesOf, type Packing } from '../../packed.ts'

/** JSON around the lines of one deduction, and its buttons. */
const FRAME = 900

/** How many deductions with all their words stand on a card beside the rest. */
export const packing: Packing<AppealItemFacts> = {
  bytes: ({ title, reason, criterion, why, verdict }) =>
    FRAME + bytesOf(title, reason, criterion, why, verdict?.reason ?? ''),
  most: 8,
  budget: 11_000,
}
