/** Whether a form opens at all: rights are told before anything is filled in; what was decided meanwhile, by the command with the present card. */
import type { Acting } from '../../kernel/acting.ts'
import type { Coded, Decision, Happening } from '../../kernel/decision.ts'
import type { Instant } from '../../kernel/time.ts'
import { findYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { getInspecting } from './queries/bodies.ts'
import type { Inspecting } from './rules/body.ts'

const RIGHTS: ReadonlySet<string> = new Set([
  'unfit-witness',
  'own-witness',
  'foreign-inspection',
  'own-inspection',
  'foreign-finding',
  'foreign-rectification',
  'frozen-inspection',
])

/** The refusal where it is one of rights. */
export function barOfRights<Refusal extends Coded>(
  decision: Decision<Happening, Refusal>,
): { readonly refusal: Refusal } | undefined {
  return 'refusal' in decision && RIGHTS.has(decision.refusal.code) ? decision : undefined
}

/** What the rules ask of who acts on a finding or an inspection, in the phase of its own year. */
export async function actingOn(
  db: Database,
  id: string,
  acting: Acting & { readonly at: Instant },
): Promise<Inspecting & Pick<typeof acting, 'at' | 'today'> & { readonly phase: Phase }> {
  const [inspecting, open] = await Promise.all([
    getInspecting(db, acting),
    findYear(db, Number(id.split(':')[1])),
  ])
  const { at, today } = acting
  return { ...inspecting, at, today, phase: open?.phase ?? 'closed' }
}
