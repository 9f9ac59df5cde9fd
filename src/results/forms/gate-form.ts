import * as z from 'zod'
import type { Choice, Field, FormSpec } from '../../../cards/kit.ts'
import { type FormValues, formOf, type Viewer } from '../../kernel/view.ts'
import { getActor, listUnits } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findYear } from '../../policy/queries.ts'
import type { GateArea } from '../../policy/rules/policy.ts'
import type { Database } from '../../store/database.ts'
import { findGate } from '../queries.ts'
import type { GateRefusal, GateState } from '../rules/gate.ts'

export const gateParams = z.object({
  year: z.int(),
  area: z.string(),
  page: z.int().min(1),
  /** The units of the page, in the order of their fields. */
  units: z.array(z.string()),
})

const VERDICTS: readonly Choice[] = [
  { value: 'pass', text: '合格' },
  { value: 'fail', text: '不合格' },
]

export const gateForm = formOf({
  name: 'gate',
  command: 'gate.report',
  params: gateParams,
  async spec(db, { year, area, units }, viewer) {
    const found = await findArea(db, year, area, viewer)
    if ('refusal' in found) return found
    const names = new Map((await listUnits(db)).map((unit) => [unit.id, unit.name]))
    const state = await findGate(db, year, area)
    return gateSpec(
      found.name,
      units.map((id) => ({ id, name: names.get(id) ?? id })),
      state,
    )
  },
  payload: (values, { year, area, page, units }) => ({
    year,
    area,
    page,
    verdicts: units.flatMap((unit, position) => readVerdict(values, unit, position)),
  }),
})

/** Units that do not pass, one a line: for who reports on hundreds. */
export const failSpec: FormSpec = {
  title: '报不合格',
  fields: [
    {
      kind: 'text',
      name: 'text',
      label: '不合格的单位',
      hint: '每行一个：单位名称 原因',
      required: true,
      rows: 3,
    },
  ],
  submit: '报不合格',
}

export const failForm = formOf({
  name: 'gate_fails',
  command: 'gate.fail',
  params: z.object({ year: z.int(), area: z.string() }),
  async spec(db, { year, area }, viewer) {
    const found = await findArea(db, year, area, viewer)
    return 'refusal' in found ? found : failSpec
  },
  payload: ({ text }, { year, area }) => ({ year, area, text: String(text ?? '') }),
})

async function findArea(
  db: Database,
  year: number,
  area: string,
  viewer: Viewer,
): Promise<GateArea | { readonly refusal: GateRefusal }> {
  const open = await findYear(db, year)
  const found = open?.policy.gateAreas.find((one) => one.key === area)
  if (!found) return { refusal: { code: 'unknown-area' } }
  const actor = await getActor(db, viewer)
  if (!holds(actor, 'lead-unit', area))
    return { refusal: { code: 'not-lead-unit', area: found.name, leadUnit: found.leadUnit } }
  return found
}

/** Two fields a unit: the verdict, and the reason that a fail requires. */
export function gateSpec(
  area: string,
  units: readonly { readonly id: string; readonly name: string }[],
  state: GateState,
): FormSpec {
  return {
    title: area,
    fields: units.flatMap(({ id, name }, position) => unitFields(name, position + 1, state.verdicts[id])),
    submit: '提交本页',
  }
}

function unitFields(name: string, number: number, known: GateState['verdicts'][string] | undefined): Field[] {
  return [
    {
      kind: 'choice',
      name: `verdict_${number}`,
      label: name,
      choices: VERDICTS,
      ...(known && { initial: known.verdict }),
    },
    {
      kind: 'line',
      name: `reason_${number}`,
      label: `${name}不合格原因`,
      hint: '不合格或更正时必填',
      maxLength: 500,
      ...(known && known.reason !== '' && { initial: known.reason }),
    },
  ]
}

/** A unit with neither field filled in stays unanswered. */
function readVerdict(values: FormValues, unit: string, position: number) {
  const verdict = values[`verdict_${position + 1}`]
  const reason = values[`reason_${position + 1}`]
  if (verdict === undefined && reason === undefined) return []
  return [{ unit, verdict: verdict === undefined ? null : String(verdict), reason: String(reason ?? '') }]
}
