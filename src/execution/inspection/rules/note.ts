/** An inspector's notes: kept, dropped, published to the unit; what was published in error is withdrawn, with a reason. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { PersonId, Year } from '../../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import { convenes, type Inspecting, isOfBody, mayInspect } from './body.ts'
import { type FindingEvent, type FindingState, isPublished, type Note } from './finding.ts'
import { type InspectionState, inspectedUnits } from './inspection.ts'

export type MissingInNote = 'severity' | 'demand' | 'dueOn' | 'fact'

export type NoteRefusal =
  | { readonly code: 'unknown-inspection' }
  | { readonly code: 'undrawn-check' }
  | {
      readonly code: 'ended-inspection'
      readonly how: 'done' | 'cancelled'
      readonly by: string
      readonly at: Instant
    }
  | { readonly code: 'closed-finding'; readonly phase: Phase }
  | { readonly code: 'foreign-inspection'; readonly body: string }
  | { readonly code: 'inspected-own-unit'; readonly unit: string }
  | { readonly code: 'unfit-target' }
  | { readonly code: 'unknown-finding' }
  | { readonly code: 'foreign-note' }
  | { readonly code: 'changed-note' }
  | { readonly code: 'repeated-note' }
  | { readonly code: 'incomplete-note'; readonly missing: readonly MissingInNote[] }
  | { readonly code: 'past-due'; readonly dueOn: LocalDate }
  | { readonly code: 'published-finding'; readonly by: string; readonly at: Instant }
  | { readonly code: 'dropped-note' }
  | { readonly code: 'withdrawn-finding'; readonly by: string; readonly at: Instant }
  | { readonly code: 'foreign-finding'; readonly body: string }
  | { readonly code: 'frozen-inspection' }
  | { readonly code: 'empty-words' }

export interface NoteContext extends Inspecting {
  readonly inspection: InspectionState
  /** Who types it: a note is the typist's own, whoever's name it will be published in. */
  readonly typist: PersonId
  readonly phase: Phase
  readonly at: Instant
  readonly today: LocalDate
}

/** Why this person takes no notes on this unit in this inspection; undefined where nothing bars it. */
export function barOfNote(
  { unit, unitName, goal }: Pick<Note, 'unit' | 'unitName' | 'goal'>,
  { inspection, by, own, phase }: Pick<NoteContext, 'inspection' | 'by' | 'own' | 'phase'>,
): NoteRefusal | undefined {
  if (inspection.status === 'none') return { code: 'unknown-inspection' }
  const { body, inspectors } = inspection.plan
  const named = inspectors.some((one) => one.id === by.id)
  if (!isOfBody(by, body) || !(named || convenes(by, body)))
    return { code: 'foreign-inspection', body: body.name }
  if (inspection.status === 'cancelled') {
    const { name, at } = inspection.end.act
    return { code: 'ended-inspection', how: 'cancelled', by: name, at }
  }
  if (inspection.status === 'stated') return { code: 'undrawn-check' }
  if (phase !== 'execution' && phase !== 'assessment') return { code: 'closed-finding', phase }
  if (!mayInspect({ by, own }, body, unit)) return { code: 'inspected-own-unit', unit: unitName }
  return isTarget(inspection, unit, goal?.id ?? null) ? undefined : { code: 'unfit-target' }
}

/** Of a check on goals, only what was drawn. */
function isTarget(inspection: InspectionState, unit: string, goal: string | null): boolean {
  if (!inspectedUnits(inspection).includes(unit)) return false
  if (inspection.status === 'none' || inspection.plan.kind !== 'check' || inspection.plan.of === 'units')
    return true
  return 'draw' in inspection && inspection.draw.picked.some((one) => one.id === goal)
}

/** Only the note's hash enters the journal. `same`: an equal note of the typist's is there already. */
export function keepNote(
  state: FindingState,
  note: Note,
  kept: { readonly hash: string; readonly year: Year; readonly number: number; readonly same: boolean },
  context: NoteContext,
): Decision<FindingEvent, NoteRefusal> {
  const bar = barOfNote(note, context) ?? barOfChange(state, context.typist)
  if (bar) return refused(bar)
  if (note.fact.trim() === '') return refused({ code: 'incomplete-note', missing: ['fact'] })
  const { hash, year, number, same } = kept
  if (state.status === 'none' && same) return refused({ code: 'repeated-note' })
  if (state.status === 'noted' && state.hash === hash) return decided<FindingEvent>()
  const { inspection } = note
  const author = context.typist
  return decided<FindingEvent>({ type: 'finding.noted', author, inspection, year, number, hash })
}

function barOfChange(state: FindingState, typist: PersonId): NoteRefusal | undefined {
  if (isPublished(state)) return publishedBy(state)
  if (state.status === 'dropped') return { code: 'dropped-note' }
  return state.status === 'noted' && state.author !== typist ? { code: 'foreign-note' } : undefined
}

export function publishedBy({ finding }: Extract<FindingState, { finding: unknown }>): NoteRefusal {
  return { code: 'published-finding', by: finding.act.name, at: finding.act.at }
}

export function dropNote(state: FindingState, typist: PersonId): Decision<FindingEvent, NoteRefusal> {
  if (state.status === 'none') return refused({ code: 'unknown-finding' })
  const bar = barOfChange(state, typist)
  return bar ? refused(bar) : decided<FindingEvent>({ type: 'finding.dropped' })
}

/** `seen`: the hash of the note that the author looked at; `note` is undefined where another's was asked for. */
export function publishNote(
  state: FindingState,
  note: Note | undefined,
  seen: string,
  context: NoteContext,
): Decision<FindingEvent, NoteRefusal> {
  if (state.status === 'none') return refused({ code: 'unknown-finding' })
  const bar = barOfChange(state, context.typist)
  if (bar) return refused(bar)
  if (state.status !== 'noted' || !note) return refused({ code: 'unknown-finding' })
  const { inspection, by, at, today } = context
  const barred = barOfNote(note, context)
  if (barred || inspection.status === 'none') return refused(barred ?? { code: 'unknown-inspection' })
  if (state.hash !== seen) return refused({ code: 'changed-note' })
  const missing = missingIn(note)
  if (missing.length > 0) return refused({ code: 'incomplete-note', missing })
  const demanded = note.kind === 'rectification'
  if (demanded && note.dueOn !== null && note.dueOn < today)
    return refused({ code: 'past-due', dueOn: note.dueOn })
  const { year, number } = state
  const finding = {
    ...note,
    severity: note.kind === 'good' ? null : note.severity,
    ...(demanded ? {} : { demand: '', dueOn: null }),
    ...{ year, number, body: inspection.plan.body, act: { by: by.id, name: by.name, at } },
  }
  return decided<FindingEvent>({ type: 'finding.published', finding })
}

/** Everything that is missing, at once. */
export function missingIn({ kind, severity, demand, dueOn }: Note): MissingInNote[] {
  if (kind === 'good') return []
  return [
    ...(severity === null ? (['severity'] as const) : []),
    ...(kind === 'rectification' && demand.trim() === '' ? (['demand'] as const) : []),
    ...(kind === 'rectification' && dueOn === null ? (['dueOn'] as const) : []),
  ]
}

/** By whoever published it, or the body's convenor; it stays on record, and counts no more. */
export function withdrawFinding(
  state: FindingState,
  reason: string,
  { by, own: units, at, phase }: Pick<NoteContext, 'by' | 'own' | 'at' | 'phase'>,
): Decision<FindingEvent, NoteRefusal> {
  if (!isPublished(state)) return refused({ code: 'unknown-finding' })
  const { body, act, unit } = state.finding
  const own = act.by === by.id && isOfBody(by, body)
  if (!(own || convenes(by, body)) || !mayInspect({ by, own: units }, body, unit))
    return refused({ code: 'foreign-finding', body: body.name })
  if (phase === 'closed') return refused({ code: 'frozen-inspection' })
  if (state.status === 'withdrawn') {
    const { name, at: when } = state.withdrawn.act
    return refused({ code: 'withdrawn-finding', by: name, at: when })
  }
  if (reason.trim() === '') return refused({ code: 'empty-words' })
  return decided<FindingEvent>({
    type: 'finding.withdrawn',
    reason,
    act: { by: by.id, name: by.name, at },
  })
}
