import { doneCard } from '../../../../cards/done.ts'
import type { Card, Message } from '../../../../cards/kit.ts'

export const asCard = (card: Card): Message => ({ kind: 'card', card })

/** A sentence in the place of what the viewer may not see, or no longer. */
export const instead = (text: string): Message => asCard(doneCard({ text, tone: 'muted' }))
