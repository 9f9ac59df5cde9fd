/** A spot check's card: what was stated, and what was drawn. */
import { TYPE_NAMES } from '../../../../cards/goal-words.ts'
import type { InspectionCheckFacts } from '../../../../cards/inspection-check.ts'
import type { InspectionEnd } from '../../../../cards/inspection-visit.ts'
import { UNIT_KINDS } from '../../../../cards/inspection-words.ts'
import type { Button } from '../../../../cards/kit.ts'
import { sayInstant } from '../../../kernel/time.ts'
import type { Viewer } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { DRAW_SPEC } from '../forms/end.ts'
import { listInspectors } from '../queries/bodies.ts'
import { findGoalNames, findUnitNames } from '../queries/targets.ts'
import type { Inspecting } from '../rules/body.ts'
import type { Check, Draw, InspectionState } from '../rules/inspection.ts'
import { mayWitness } from '../rules/witness.ts'

/** Whatever its status, with the plan of a spot check. */
type Checked<State> = State extends { readonly plan: unknown }
  ? Omit<State, 'plan'> & { readonly plan: Check }
  : never
type ActualCheck = Checked<InspectionState>

interface Shown {
  readonly inspecting: Inspecting
  readonly viewer: Viewer
  readonly end: InspectionEnd | null
  readonly actions: readonly Button[]
  readonly phase: string
}

export async function checkFacts(
  db: Database,
  id: string,
  state: ActualCheck,
  { inspecting, viewer, end, actions, phase }: Shown,
): Promise<InspectionCheckFacts> {
  const { plan } = state
  const { year, number, body, purpose, places, population, listHash, inspectors, act } = plan
  const waits = state.status === 'stated' && phase === 'execution'
  return {
    ...{ year, number, body: body.name, purpose, places, listHash, end, actions },
    status: state.status === 'witnessed' ? 'stated' : state.status,
    range: rangeOf(plan),
    counter: plan.of === 'goals' ? '项' : '个单位',
    population: population.length,
    inspectors: inspectors.map((one) => one.name),
    excluded: await sayExcluded(db, plan),
    by: act.name,
    at: sayInstant(act.at),
    draw: 'draw' in state ? await drawFacts(db, state, plan) : null,
    witness:
      waits && (await isWitness(db, plan, inspecting, viewer))
        ? { form: 'check_draw', spec: DRAW_SPEC, params: { inspection: id } }
        : null,
  }
}

/** `教学单位、附属医院的重点目标` */
function rangeOf({ of, kinds, types }: Check): string {
  const units = kinds.length === 0 ? '' : kinds.map((kind) => UNIT_KINDS[kind]).join('、')
  if (of === 'units') return units === '' ? '本组检查的单位' : units
  const goals = types.length === 0 ? '全部目标' : types.map((type) => TYPE_NAMES[type]).join('、')
  return units === '' ? goals : `${units}的${goals}`
}

async function sayExcluded(db: Database, { excluded }: Check): Promise<string[]> {
  const names = await findUnitNames(
    db,
    excluded.map((one) => one.unit),
  )
  return excluded.map(({ unit, name }) => `${names.get(unit) ?? unit}（${name}所在）`)
}

async function drawFacts(
  db: Database,
  { draw, witness }: Extract<ActualCheck, { draw: Draw }>,
  { of }: Check,
): Promise<InspectionCheckFacts['draw']> {
  const { seed, picked } = draw
  const [units, goals] = await Promise.all([
    findUnitNames(db, [...new Set(picked.map((one) => one.unit))]),
    findGoalNames(db, of === 'goals' ? picked.map((one) => one.id) : []),
  ])
  return {
    witness: witness.act.name,
    said: witness.said,
    at: sayInstant(witness.act.at),
    seed,
    picked: picked.map(({ id, unit }) => {
      const goal = goals.get(id)
      return { unit: units.get(unit) ?? unit, goal: goal ? `目标${goal.number} ${goal.title}` : '' }
    }),
  }
}

async function isWitness(db: Database, { body, inspectors }: Check, { by }: Inspecting, viewer: Viewer) {
  if (!mayWitness(by)) return false
  const people = [...(await listInspectors(db, body, viewer.today)), ...inspectors]
  return !people.some((one) => one.id === viewer.by || one.id === viewer.inNameOf)
}
