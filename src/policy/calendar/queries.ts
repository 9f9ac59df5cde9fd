/** When a phase opens, in words, for whoever cannot act yet. */
import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import type { Coded } from '../../kernel/decision.ts'
import { daysBetween, type LocalDate, sayDate } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { findCurrentYear, type OpenYear } from '../queries.ts'
import { OPENS_WITH, type Opening, openingOf } from '../rules/opening.ts'
import { phaseFor } from '../rules/reopening.ts'

/** `「考核」阶段计划2026年12月1日开启（还有12天）。`; '' where it is on, or over. `unit`: whose own phase counts. */
export function sayWhenOpens(open: OpenYear, wanted: Phase, today: LocalDate, unit?: string): string {
  const now = unit === undefined ? open.phase : phaseFor(open, unit)
  return sayOpening(openingOf(open, now, wanted, today), today)
}

export function sayOpening(opening: Opening | null, today: LocalDate): string {
  if (opening === null) return ''
  const name = `「${PHASE_NAMES[opening.phase]}」`
  switch (opening.how) {
    case 'planned':
      return `${name}阶段计划${sayDate(opening.on)}开启（还有${daysBetween(today, opening.on)}天）。`
    case 'by-office':
      return `${name}阶段由领导小组办公室开启，届时会通知您。`
    case 'after-reopening':
      return `全校已在${name}阶段；本单位重新开放的阶段由办公室关闭后即可办理。`
  }
}

/** For a refusal whose cause is a phase that is not on, when that phase opens; null for any other. */
export async function findOpening(db: Database, refusal: Coded, today: LocalDate): Promise<Opening | null> {
  const wanted = OPENS_WITH[refusal.code]
  const open = wanted && (await findCurrentYear(db))
  if (!wanted || !open) return null
  // A refusal of the first phase may have none among its facts.
  const { phase } = refusal as { readonly phase?: Phase | null }
  return openingOf(open, phase ?? 'setting', wanted, today)
}

/** What a view adds to the sentence of such a refusal; '' for any other. */
export async function sayWhenOpen(db: Database, refusal: Coded, today: LocalDate): Promise<string> {
  return sayOpening(await findOpening(db, refusal, today), today)
}
