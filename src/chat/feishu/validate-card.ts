import { dataFaults } from './validate/data.ts'
import type { CardFault } from './validate/fault.ts'
import { nameFaults } from './validate/names.ts'
import { placementFaults } from './validate/placement.ts'
import { shapeFaults } from './validate/shape.ts'
import { sizeFaults } from './validate/sizes.ts'
import { visit } from './validate/walk.ts'

/**
 * Everything that Feishu would refuse in a rendered card, with its own codes (cards 1.1–1.7, 2.3). An empty
 * list means that the card can be sent. Stricter than the platform where its documents disagree.
 */
export function validateCard(card: unknown): readonly CardFault[] {
  const visits = [...visit(card)]
  return [
    ...sizeFaults(card, visits),
    ...shapeFaults(card),
    ...placementFaults(visits),
    ...nameFaults(visits),
    ...dataFaults(visits),
  ]
}
