import * as z from 'zod'
import { type GateAreaCounts, gateOverviewCard } from '../../../cards/gate-overview.ts'
import { type GateUnit, gateReportCard } from '../../../cards/gate-report.ts'
import type { Card, Message } from '../../../cards/kit.ts'
import { resultNoteCard } from '../../../cards/result-note.ts'
import type { Year } from '../../kernel/ids.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type ViewDefinition, viewOf } from '../../kernel/view.ts'
import { getActor, listUnits } from '../../organization/queries.ts'
import { type Actor, holds, scopesOf } from '../../organization/rules/actor.ts'
import { findCurrentYear, findYear, type OpenYear } from '../../policy/queries.ts'
import type { GateArea } from '../../policy/rules/policy.ts'
import type { Database } from '../../store/database.ts'
import { failSpec, gateSpec } from '../forms/gate-form.ts'
import { findGate, listGates } from '../queries.ts'
import type { GateState } from '../rules/gate.ts'
import { gateId } from '../subjects.ts'

/** Two fields a unit: more units would pass the platform's 200 elements a card. */
const UNITS_A_PAGE = 10

const shown = (card: Card): Message => ({ kind: 'card', card })
const noteOf = (text: string): Message => shown(resultNoteCard({ title: '一票否决', text }))

/** The words 一票否决: a lead unit's only area at once, else all areas that the viewer may see. */
const gatesView = viewOf({
  name: 'gates',
  params: z.object({ year: z.int().exactOptional() }),
  async complete(db, { year }, viewer) {
    const open = year === undefined ? await findCurrentYear(db) : await findYear(db, year)
    if (!open) return undefined
    const areas = visibleAreas(open, await getActor(db, viewer))
    const [only] = areas
    return only && areas.length === 1
      ? { name: 'gate-report', params: { year: open.year, area: only.key, page: 1 } }
      : { name: 'gates', params: { year: open.year } }
  },
  async render(db, { year }, viewer) {
    const open = year === undefined ? await findCurrentYear(db) : await findYear(db, year)
    if (!open) return noteOf('年度还没有开启，请等候领导小组办公室通知。')
    const actor = await getActor(db, viewer)
    const mine = scopesOf(actor, 'lead-unit')
    const areas = visibleAreas(open, actor)
    const [only] = areas
    if (!only) return noteOf('一票否决由牵头部门报告，您没有要办理的事项。')
    if (areas.length === 1) return renderArea(db, open, only, 1, actor)
    return shown(gateOverviewCard({ year: open.year, areas: await countAreas(db, open.year, areas, mine) }))
  },
})

const gateReportView = viewOf({
  name: 'gate-report',
  params: z.object({ year: z.int(), area: z.string(), page: z.int().min(1) }),
  about: ({ year, area }) => gateId(year, area),
  async render(db, { year, area, page }, viewer) {
    const open = await findYear(db, year)
    const found = open?.policy.gateAreas.find((one) => one.key === area)
    if (!open || !found) return noteOf('没有这项工作，请发送「一票否决」重新打开。')
    const actor = await getActor(db, viewer)
    if (!seesAll(actor) && !holds(actor, 'lead-unit', area))
      return noteOf(`「${found.name}」由${found.leadUnit}报告，您不能查看。`)
    return renderArea(db, open, found, page, actor)
  },
})

const visibleAreas = (open: OpenYear, actor: Actor): readonly GateArea[] =>
  open.policy.gateAreas.filter((area) => seesAll(actor) || holds(actor, 'lead-unit', area.key))

const seesAll = (actor: Actor): boolean => holds(actor, 'office') || holds(actor, 'chair')

async function countAreas(
  db: Database,
  year: Year,
  areas: readonly GateArea[],
  mine: readonly string[],
): Promise<GateAreaCounts[]> {
  const units = new Set((await listUnits(db)).map((unit) => unit.id))
  const gates = (await listGates(db, year)).filter((gate) => units.has(gate.unit))
  return areas.map((area) => {
    const here = gates.filter((gate) => gate.area === area.key)
    const fail = here.filter((gate) => gate.verdict === 'fail').length
    return {
      ...area,
      pass: here.length - fail,
      fail,
      silent: units.size - here.length,
      mine: mine.includes(area.key),
    }
  })
}

async function renderArea(
  db: Database,
  open: OpenYear,
  area: GateArea,
  asked: number,
  actor: Actor,
): Promise<Message> {
  const { year, phase } = open
  const state = await findGate(db, year, area.key)
  const units = (await listUnits(db)).map(({ id, name }) => gateUnit(id, name, state))
  const pages = Math.max(1, Math.ceil(units.length / UNITS_A_PAGE))
  const page = Math.min(asked, pages)
  const onPage = units.slice((page - 1) * UNITS_A_PAGE, page * UNITS_A_PAGE)
  const reporting = phase === 'assessment' || phase === 'results'
  const mayReport = reporting && !state.closed && holds(actor, 'lead-unit', area.key)
  const form = {
    spec: gateSpec(area.name, onPage, state),
    params: { year, area: area.key, page, units: onPage.map((unit) => unit.id) },
  }
  return shown(
    gateReportCard({
      year,
      area,
      units,
      page,
      pages,
      shown: onPage,
      form: mayReport && onPage.length > 0 ? { ...form, fails: failSpec } : null,
      office: holds(actor, 'office'),
      closed: state.closed && { by: state.closed.name, when: sayInstant(state.closed.at) },
      open: reporting,
    }),
  )
}

function gateUnit(id: string, name: string, { verdicts }: GateState): GateUnit {
  const known = verdicts[id]
  return { id, name, verdict: known?.verdict ?? null, reason: known?.reason ?? '' }
}

export const gateViews: readonly ViewDefinition[] = [gatesView, gateReportView]
