/** `inspection-begin`: for which body, and to which unit; `finding-target`: on which of the units that are inspected. */
import * as z from 'zod'
import { inspectionChoiceCard } from '../../../../cards/inspection-choice.ts'
import type { Action } from '../../../../cards/kit.ts'
import type { View } from '../../../kernel/command.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { called } from '../../../organization/rules/called.ts'
import type { Database } from '../../../store/database.ts'
import type { UnitTable } from '../../../store/schema/organization.ts'
import { asCard, told } from '../../views/told.ts'
import { getInspecting, listBodies, listBodyUnits } from '../queries/bodies.ts'
import { findInspection } from '../queries/inspections.ts'
import { findUnitNames } from '../queries/targets.ts'
import { type Body, bodiesOf, convenes } from '../rules/body.ts'
import { inspectedUnits } from '../rules/inspection.ts'

/** As many units as a form's menu takes beside its inspectors; with more they are paged. */
const MOST_IN_MENU = 60
const PAGE = 12

const begin = z.object({
  kind: z.enum(['visit', 'check']),
  /** A unit's name or number, as typed; '' for whichever. */
  unit: z.string().default(''),
  body: z.string().default(''),
  page: z.int().min(0).default(0),
})
type Begin = z.infer<typeof begin>

interface Offered {
  readonly body: Body
  readonly units: readonly UnitTable[]
}

export const beginView = viewOf({
  name: 'inspection-begin',
  params: begin,
  /** Where nothing is left to choose, the form itself; for those who begin nothing, what there is. */
  async complete(db, asked, viewer): Promise<View | undefined> {
    const offered = await offeredTo(db, asked, viewer)
    const [only, ...others] = offered
    if (!only) return asked.unit === '' ? { name: 'inspections', params: { kind: asked.kind } } : undefined
    if (others.length > 0) return undefined
    const { body, units } = only
    if (asked.kind === 'check') return formView('check', { body: body.id })
    const [unit, ...more] = asked.unit === '' ? [] : units
    if (unit && more.length === 0) return formView('visit', { body: body.id, unit: unit.id })
    return asked.unit === '' && units.length <= MOST_IN_MENU
      ? formView('visit', { body: body.id, unit: '' })
      : undefined
  },
  async render(db, asked, viewer) {
    const offered = await offeredTo(db, asked, viewer)
    const title = asked.kind === 'visit' ? '安排调研' : '公布抽查'
    if (offered.length === 0)
      return told(title, `没有您可以检查的「${asked.unit}」。请核对名称，或发送「督查」查看。`)
    return asCard(choiceFor(title, asked, offered))
  },
})

const formView = (form: string, params: { [name: string]: string }): View => ({
  name: 'form',
  params: { form, params },
})

/** The bodies for which the viewer may begin it, each with its units that fit the words, without the viewer's own. */
async function offeredTo(db: Database, { kind, unit, body }: Begin, viewer: Viewer): Promise<Offered[]> {
  const { by, own } = await getInspecting(db, viewer)
  const bodies = (await listBodies(db, bodiesOf(by)))
    .filter((one) => body === '' || one.id === body)
    .filter((one) => kind === 'visit' || convenes(by, one))
  if (kind === 'check') return bodies.map((one) => ({ body: one, units: [] }))
  const offered = await Promise.all(
    bodies.map(async (one) => ({
      body: one,
      units: called(
        (await listBodyUnits(db, one)).filter(({ id }) => !own.includes(id)),
        unit,
        ({ id }) => id,
      ),
    })),
  )
  return offered.filter(({ units }) => units.length > 0)
}

function choiceFor(title: string, asked: Begin, offered: readonly Offered[]) {
  const { page: wanted, ...rest } = asked
  const [only, ...others] = offered
  const byBody = others.length > 0 && (asked.kind === 'check' || asked.unit === '')
  const options = byBody
    ? offered.map(({ body }) => ({ text: body.name, label: '选择', action: beginFor(asked, body) }))
    : offered.flatMap(({ body, units }) =>
        units.map(({ id, name }) => ({ text: name, label: '去调研', action: visitTo(body, id) })),
      )
  const { items, turns } = pageOf(options, PAGE, wanted, { name: 'inspection-begin', params: rest })
  const text = byBody
    ? '请选择以哪个组的名义。'
    : `请选择单位${only && !byBody && others.length === 0 ? `（${only.body.name}）` : ''}。`
  return inspectionChoiceCard({
    title,
    text,
    options: items,
    turns,
    left: '本人所在单位应当回避，不在其中。',
  })
}

const beginFor = ({ kind }: Begin, body: Body): Action => ({
  show: 'inspection-begin',
  with: { kind, unit: '', body: body.id },
})

const visitTo = (body: Body, unit: string): Action => ({
  show: 'form',
  with: { form: 'visit', params: { body: body.id, unit } },
})

export const noteTargetView = viewOf({
  name: 'finding-target',
  params: z.object({
    inspection: z.templateLiteral(['inspection:', z.int(), ':', z.int()]),
    page: z.int().min(0).default(0),
  }),
  async complete(db, { inspection }, viewer) {
    const [only, ...others] = await targetsFor(db, inspection, viewer)
    return only && others.length === 0 ? noteForm(inspection, only) : undefined
  },
  async render(db, { inspection, page: wanted }, viewer) {
    const units = await targetsFor(db, inspection, viewer)
    if (units.length === 0) return told('记录发现', '这次检查没有您可以记录的单位。')
    const names = await findUnitNames(db, units)
    const options = units.map((unit) => ({
      text: names.get(unit) ?? unit,
      label: '去记录',
      action: { show: 'form', with: noteForm(inspection, unit).params } as const,
    }))
    const view = { name: 'finding-target', params: { inspection } }
    const { items, turns } = pageOf(options, PAGE, wanted, view)
    const text = '请选择记录哪个单位。'
    return asCard(inspectionChoiceCard({ title: '记录发现', text, options: items, turns, left: '' }))
  },
})

async function targetsFor(db: Database, inspection: string, viewer: Viewer): Promise<readonly string[]> {
  const [state, { own }] = await Promise.all([findInspection(db, inspection), getInspecting(db, viewer)])
  return inspectedUnits(state).filter((unit) => !own.includes(unit))
}

const noteForm = (inspection: string, unit: string): View => ({
  name: 'form',
  params: { form: 'finding_note', params: { inspection, unit, finding: null } },
})
