/**
 * Every refusal whose cause is a phase that is not on says when that phase opens, and one of a year that is over says
 * which year it is: here for all chapters at once, so that their rules need not know the calendar.
 */
import type { Chapter } from '../../kernel/chapter.ts'
import type { Command } from '../../kernel/command.ts'
import type { Coded } from '../../kernel/decision.ts'
import type { Year } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { FormDefinition } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import type { Phase } from '../../store/schema/policy.ts'
import type { Opening } from '../rules/opening.ts'
import { findOpening, sayOpening } from './queries.ts'

/** What is added to a refusal: it stays in the receipt, so that a repeated delivery says the same. */
interface Added {
  readonly opens?: Opening
  readonly asOf?: LocalDate
  /** A year that is over. */
  readonly over?: Year
}

export const sayingWhenItOpens = (chapter: Chapter): Chapter => ({
  ...chapter,
  commands: chapter.commands.map(ofCommand),
  forms: chapter.forms.map(ofForm),
  wording: wordingOf(chapter.wording),
})

const ofCommand = (command: Command): Command => ({
  ...command,
  async prepare(db, payload, meta) {
    const prepared = await command.prepare(db, payload, meta)
    if (!('refusal' in prepared)) return prepared
    return { ...prepared, refusal: await withAdded(db, prepared.refusal, payload, meta.today) }
  },
})

const ofForm = (form: FormDefinition): FormDefinition => ({
  ...form,
  async spec(db, params, viewer) {
    const spec = await form.spec(db, params, viewer)
    if (!('refusal' in spec)) return spec
    return { ...spec, refusal: await withAdded(db, spec.refusal, params, viewer.today) }
  },
})

async function withAdded(db: Database, refusal: Coded, wish: unknown, today: LocalDate): Promise<Coded> {
  const { phase } = refusal as { readonly phase?: Phase | null }
  if (phase === 'closed') {
    const over = yearIn(wish)
    return over === undefined ? refusal : ({ ...refusal, over } as Coded)
  }
  const opens = await findOpening(db, refusal, today)
  return opens ? ({ ...refusal, opens, asOf: today } as Coded) : refusal
}

/** The year that a payload names, by itself or by its goal's id, as `2026-JX01-3`. */
function yearIn(wish: unknown): Year | undefined {
  const { year, goal } = (wish ?? {}) as { readonly year?: unknown; readonly goal?: unknown }
  if (typeof year === 'number') return year
  const named = typeof goal === 'string' ? /^(\d{4})-/.exec(goal)?.[1] : undefined
  return named === undefined ? undefined : Number(named)
}

const wordingOf = (wording: Chapter['wording']): Chapter['wording'] =>
  Object.fromEntries(
    Object.entries(wording).map(([code, say]) => {
      const base = say as (facts: Added) => string
      return [code, (facts: Added) => `${base(facts)}${sayAdded(facts)}`] as const
    }),
  )

function sayAdded({ opens, asOf, over }: Added): string {
  if (over !== undefined) return `${over}年度已结束，只能查看。`
  return opens && asOf ? sayOpening(opens, asOf) : ''
}
