/** Who may see an appeal, and how much of it. */
import type { Case } from './case.ts'
import { isOpen, type Verdicts } from './rules/appeal.ts'
import { verdictsBefore } from './rules/decide.ts'

/** The unit and its leader in charge, the office, the leading group; the assessing group once it had it. */
export function maySee({ facts }: Case): boolean {
  const { who, appeal } = facts
  if (appeal.status === 'none') return false
  if (who.inUnit) return true
  if (appeal.status === 'draft' || (appeal.status === 'withdrawn' && !appeal.sent)) return false
  if (who.leads || who.office || who.leader) return true
  const routes = 'routes' in appeal ? (appeal.routes ?? []) : []
  return who.seat !== null && routes.some((one) => one.to === 'group')
}

/** What was decided, for all; what is only written or put, for whoever writes it, has to say a word to it, or to confirm it. */
export function visibleVerdicts({ facts }: Case): Verdicts {
  const { appeal, who } = facts
  if (appeal.status === 'decided') return appeal.verdicts
  if (!isOpen(appeal) || who.inUnit) return {}
  switch (appeal.status) {
    case 'sent':
      return {}
    case 'with-group':
      if (who.convenes) return { ...appeal.rounds.at(-1)?.verdicts, ...appeal.verdicts }
      return who.seat ? (appeal.rounds.at(-1)?.verdicts ?? {}) : {}
    case 'agreed':
      return who.seat || who.decides ? verdictsBefore(appeal) : {}
    case 'with-leaders':
      return who.decides ? appeal.verdicts : {}
  }
}

/** Whether the group's own words are for the viewer's eyes. */
export const seesDeliberation = ({ facts: { who } }: Case): boolean =>
  !who.inUnit && (who.seat !== null || who.decides)
