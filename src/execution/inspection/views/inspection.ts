/** `inspection`: a visit or a spot check, for those who may see it; `inspection-asked`: by its number. */
import * as z from 'zod'
import { inspectionCheckCard } from '../../../../cards/inspection-check.ts'
import { type InspectionEnd, inspectionVisitCard } from '../../../../cards/inspection-visit.ts'
import type { Button, Message } from '../../../../cards/kit.ts'
import { sayDate, sayInstant } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { type Actor, scopesOf } from '../../../organization/rules/actor.ts'
import { findCurrentYear, findYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { countFindingsFrom, listFindingIds } from '../../queries/findings.ts'
import { asCard, told } from '../../views/told.ts'
import { getInspecting } from '../queries/bodies.ts'
import { findInspection } from '../queries/inspections.ts'
import { findingReach } from '../reach.ts'
import { convenes, type Inspecting, isOfBody } from '../rules/body.ts'
import { type InspectionState, inspectedUnits, type Visit } from '../rules/inspection.ts'
import { maySeeInspection } from '../rules/sight.ts'
import { inspectionId } from '../subjects.ts'
import { checkFacts } from './check-facts.ts'

type Known = Exclude<InspectionState, { status: 'none' }>

const HIDDEN = '没有找到可由您查看的这次检查。发送「督查」可查看列表。'

export const inspectionView = viewOf({
  name: 'inspection',
  params: z.object({ inspection: z.templateLiteral(['inspection:', z.int(), ':', z.int()]) }),
  about: ({ inspection }) => inspection,
  async render(db, { inspection }, viewer): Promise<Message> {
    const [state, inspecting] = await Promise.all([findInspection(db, inspection), getInspecting(db, viewer)])
    if (state.status === 'none' || !maySeeInspection(inspecting.by, state)) return told('督导检查', HIDDEN)
    return asCard(await cardOf(db, inspection, state, { inspecting, viewer }))
  },
})

/** `督查 7`: of the year that is being managed, or of another. */
export const askedView = viewOf({
  name: 'inspection-asked',
  params: z.object({ year: z.int().nullable(), number: z.int() }),
  async complete(db, { year, number }) {
    const current = year ?? (await findCurrentYear(db))?.year
    return current === undefined
      ? undefined
      : { name: 'inspection', params: { inspection: inspectionId(current, number) } }
  },
  render: async () => told('督导检查', HIDDEN),
})

interface Looking {
  readonly inspecting: Inspecting
  readonly viewer: Viewer
}

async function cardOf(db: Database, id: string, state: Known, looking: Looking) {
  const { by } = looking.inspecting
  const { year } = state.plan
  const [findings, seen, open] = await Promise.all([
    countFindingsFrom(db, id),
    listFindingIds(db, year, await findingReach(db, by), { kind: 'all', inspection: id }),
    findYear(db, year),
  ])
  const phase = open?.phase ?? 'closed'
  const actions = actionsOf(id, state, looking.inspecting, { findings, seen: seen.length, phase })
  const end = 'end' in state ? endOf(state) : null
  const { plan } = state
  if (plan.kind === 'visit') return inspectionVisitCard(visitFacts(plan, end, actions, by))
  return inspectionCheckCard(
    await checkFacts(db, id, { ...state, plan }, { ...looking, end, actions, phase }),
  )
}

function visitFacts(plan: Visit, end: InspectionEnd | null, actions: readonly Button[], by: Actor) {
  const { year, number, body, unitName, on, inspectors, purpose, act, unit } = plan
  return {
    ...{ year, number, body: body.name, unit: unitName, on: sayDate(on), purpose, end, actions },
    inspectors: inspectors.map((one) => one.name),
    by: act.name,
    at: sayInstant(act.at),
    visited: by.unit === unit || scopesOf(by, 'contact', 'head').includes(unit),
  }
}

function endOf({ end, status }: Extract<Known, { end: unknown }>): InspectionEnd {
  return { how: status, by: end.act.name, at: sayInstant(end.act.at), words: end.words }
}

function actionsOf(
  id: string,
  state: Known,
  inspecting: Inspecting,
  { findings, seen, phase }: { readonly findings: number; readonly seen: number; readonly phase: string },
): Button[] {
  const list = { show: 'findings', with: { inspection: id } } as const
  return [
    ...(isActing(state, inspecting) ? ownActions(id, state, findings, phase) : []),
    ...(seen > 0 ? [{ text: '查看发现', action: list }] : []),
    ...(state.plan.kind === 'check'
      ? [{ text: '取得名单', action: { send: 'check-list', with: { inspection: id } } } as const]
      : []),
    { text: '督查列表', action: { show: 'inspections', with: {} } },
  ]
}

/** Its inspectors and the body's convenors, but for those whose own unit is inspected. */
function isActing(state: Known, { by, own }: Inspecting): boolean {
  const { body, inspectors } = state.plan
  if (!isOfBody(by, body) || !(convenes(by, body) || inspectors.some((one) => one.id === by.id))) return false
  const units = inspectedUnits(state)
  return units.length === 0 || units.some((unit) => !own.includes(unit))
}

function ownActions(id: string, state: Known, findings: number, phase: string): Button[] {
  const note: Button = {
    text: '记录发现',
    style: 'primary',
    action: { show: 'finding-target', with: { inspection: id } },
  }
  const end = (text: string, how: 'done' | 'cancelled'): Button => ({
    text,
    action: { show: 'form', with: { form: 'inspection_end', params: { inspection: id, how } } },
  })
  const notes = phase === 'execution' || phase === 'assessment' ? [note] : []
  switch (state.status) {
    case 'planned':
      return [...notes, end('办结', 'done'), ...(findings === 0 ? [end('取消调研', 'cancelled')] : [])]
    case 'stated':
      return [end('取消抽查', 'cancelled')]
    case 'drawn':
      return [...notes, end('办结', 'done')]
    case 'done':
      return notes
    case 'witnessed':
    case 'cancelled':
      return []
  }
}
