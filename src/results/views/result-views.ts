import * as z from 'zod'
import type { Card, Message } from '../../../cards/kit.ts'
import { type ResultListFacts, resultListCard } from '../../../cards/result-list.ts'
import { resultNoteCard } from '../../../cards/result-note.ts'
import { resultUnitCard } from '../../../cards/result-unit.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type ViewDefinition, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { type Actor, holds, scopesOf } from '../../organization/rules/actor.ts'
import { findCurrentYear, findYear, type OpenYear } from '../../policy/queries.ts'
import type { Signed } from '../../policy/rules/signed.ts'
import type { Database } from '../../store/database.ts'
import { renderGate } from '../gate-to-publication.ts'
import { findDeciding } from '../proposal.ts'
import { findResults } from '../queries.ts'
import type { UnitResult } from '../rules/graded.ts'
import { bandOf } from '../rules/grades.ts'
import { areaNames } from '../rules/naming.ts'
import { correctionsOf, type DecidedResults } from '../rules/results.ts'
import { resultsId } from '../subjects.ts'

const params = z.object({ year: z.int().exactOptional(), page: z.int().min(0).exactOptional() })
const about = ({ year }: z.infer<typeof params>) => (year === undefined ? null : resultsId(year))
/** Words name no year: the card follows the one that is being managed. */
const completing =
  (name: string) => async (db: Database, params: { readonly year?: number; readonly page?: number }) => {
    const open = await asked(db, params.year)
    return open && { name, params: { ...params, year: open.year } }
  }
const shown = (card: Card): Message => ({ kind: 'card', card })
const noteOf = (text: string): Message => shown(resultNoteCard({ title: '考核结果', text }))
const said = (signed: Signed) => ({ by: signed.name, when: sayInstant(signed.at) })
const UNANNOUNCED = '考核结果还没有公布，公布后会通知您。'

const asked = (db: Database, year: number | undefined): Promise<OpenYear | undefined> =>
  year === undefined ? findCurrentYear(db) : findYear(db, year)

/** The words 结果: the announced list with the viewer's own units; before that, where the decision stands, for those who decide. */
const resultListView = viewOf({
  name: 'result-list',
  ofYear: true,
  params,
  about,
  complete: completing('result-list'),
  async render(db, { year, page }, viewer) {
    const open = await asked(db, year)
    if (!open) return noteOf(UNANNOUNCED)
    const actor = await getActor(db, viewer)
    const state = await findResults(db, open.year)
    if (state.status === 'announced' || (state.status === 'ratified' && decides(actor)))
      return shown(listCard(state, Math.max(1, page ?? 1), actor))
    if (!decides(actor)) return noteOf(UNANNOUNCED)
    return shown(renderGate(open, await findDeciding(db, open), actor))
  },
})

/** The words 公布结果: all that is missing, or the announcement. */
const resultsGateView = viewOf({
  name: 'results-gate',
  params,
  about,
  complete: completing('results-gate'),
  async render(db, { year, page }, viewer) {
    const open = await asked(db, year)
    if (!open) return noteOf('年度还没有开启，请先由办公室发送「阶段」开启。')
    const actor = await getActor(db, viewer)
    if (!decides(actor)) return noteOf('结果由领导小组审定、办公室公布，公布后会通知您。')
    return shown(renderGate(open, await findDeciding(db, open), actor, page))
  },
})

/** A unit's own result; open to all once announced. */
const resultView = viewOf({
  name: 'result',
  params: z.object({ year: z.int(), unit: z.string() }),
  about: ({ year }) => resultsId(year),
  async render(db, { year, unit }) {
    const open = await findYear(db, year)
    const state = await findResults(db, year)
    if (!open || state.status !== 'announced') return noteOf(UNANNOUNCED)
    const own = state.results.find((one) => one.unit === unit)
    if (!own) return noteOf('本年度结果中没有这个单位，请联系领导小组办公室。')
    return shown(
      resultUnitCard({
        ...own,
        year,
        unit: own.name,
        units: state.results.filter((one) => one.cohort === own.cohort).length,
        failed: areaNames(own.failed, open.policy),
        reached: bandOf(own.final, open.policy) === 'may-be-excellent',
        announced: said(state.announced),
        corrected: correctedOf(state, unit),
      }),
    )
  },
})

/** The last correction in which the unit moved. */
function correctedOf(state: DecidedResults, unit: string) {
  const last = correctionsOf(state).findLast(({ moved }) => moved.some((one) => one.unit === unit))
  const own = last?.moved.find((one) => one.unit === unit)
  return last && own ? { ...said(last.corrected), moved: own } : null
}

const decides = (actor: Actor): boolean => holds(actor, 'office') || holds(actor, 'chair')

function listCard(state: DecidedResults, page: number, actor: Actor): Card {
  const own = new Set([
    ...scopesOf(actor, 'contact', 'head'),
    ...actor.leads,
    ...(actor.unit ? [actor.unit] : []),
  ])
  const row = ({ name, cohort, final, grade, rank }: UnitResult) => ({
    unit: name,
    cohort,
    final,
    grade,
    rank,
  })
  const facts: ResultListFacts = {
    year: state.year,
    rows: state.results.toSorted((a, b) => byCohort(a, b)).map(row),
    page,
    own: state.results.filter((one) => own.has(one.unit)).map((one) => ({ ...row(one), id: one.unit })),
    moved: correctionsOf(state).at(-1)?.moved ?? [],
    announced: state.status === 'announced' ? said(state.announced) : null,
  }
  return resultListCard(facts)
}

/** The standard regime first; inside a cohort the results are in order already. */
function byCohort(a: UnitResult, b: UnitResult): number {
  return Number(a.cohort === 'graded') - Number(b.cohort === 'graded')
}

export const resultViews: readonly ViewDefinition[] = [resultListView, resultsGateView, resultView]
