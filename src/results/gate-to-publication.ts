import type { Action, Card } from '../../cards/kit.ts'
import { type MissingItem, resultGateCard } from '../../cards/result-gate.ts'
import { sayNames } from '../../cards/result-words.ts'
import { pageOf } from '../kernel/paging.ts'
import { sayInstant } from '../kernel/time.ts'
import { type Actor, holds } from '../organization/rules/actor.ts'
import type { OpenYear } from '../policy/queries.ts'
import type { Signed } from '../policy/rules/signed.ts'
import type { Deciding } from './proposal.ts'
import { isRescored } from './rules/correction.ts'
import { finalsOf } from './rules/decide.ts'
import type { Missing, ScoreStage } from './rules/missing.ts'

/** So many buttons fit on a card of 30 KB, and on a phone. */
const ITEMS_A_PAGE = 40

/** The card of the gate to publication: all that is missing, each with the way to it; else the next step. */
export function renderGate(
  { year }: OpenYear,
  { state, standing }: Deciding,
  actor: Actor,
  wanted = 0,
): Card {
  const quota: Missing[] = state.status === 'unproposed' ? [{ what: 'quota' }] : []
  const decided = state.status === 'ratified' || state.status === 'announced' ? state : null
  const missing = decided ? standing.missing.filter(holdsUp) : [...standing.missing, ...quota]
  const office = holds(actor, 'office')
  const items = missing.map((one) => itemOf(one, year, office))
  const page = pageOf(items, ITEMS_A_PAGE, wanted, { name: 'results-gate', params: { year } })
  return resultGateCard({
    year,
    status: state.status,
    items: page.items,
    total: items.length,
    turns: page.turns,
    office,
    corrects: decided !== null && isRescored(decided.results, finalsOf(standing.scored)),
    ratified:
      decided && (decided.quorum ? { ...said(decided.ratified), by: '领导小组' } : said(decided.ratified)),
    announced: state.status === 'announced' ? said(state.announced) : null,
  })
}

/** What still matters once the results are ratified. */
const holdsUp = ({ what }: Missing): boolean => what === 'score' || what === 'appeal'

const said = (signed: Signed) => ({ by: signed.name, when: sayInstant(signed.at) })

function itemOf(missing: Missing, year: number, office: boolean): MissingItem {
  const go = (view: string, more: { readonly [key: string]: string | number } = {}): Action => ({
    send: view,
    with: { year, ...more },
  })
  switch (missing.what) {
    case 'policy':
      return { what: 'policy', text: '由组长按通知文号确认', button: '年度政策', action: go('policy') }
    case 'coefficient': {
      const { unit, name } = missing
      const form: Action = { send: 'form', with: { form: 'coefficients', params: { year, unit } } }
      return { what: 'coefficient', text: name, button: name, action: office ? form : go('coefficients') }
    }
    case 'score': {
      const { unit, name, stage } = missing
      const text = `${name}（${STAGES[stage]}）`
      return { what: 'score', text, button: name, action: go('deliberation', { unit }) }
    }
    case 'gate': {
      const { area, leadUnit, units } = missing
      const text = `${area.name}（${leadUnit}）缺${units.length}个：${sayNames(units, 6)}`
      return { what: 'gate', text, button: area.name, action: go('gate-report', { area: area.key, page: 1 }) }
    }
    case 'appeal': {
      const { unit, name, number } = missing
      const action = number === null ? go('appeals') : go('appeal', { unit, number })
      return { what: 'appeal', text: name, button: name, action }
    }
    case 'quota':
      return { what: 'quota', text: '由组长确定', button: '优秀比例', action: go('excellence-quota') }
  }
}

const STAGES: { readonly [stage in ScoreStage]: string } = {
  unbegun: '未开始打分',
  sheets: '打分中',
  deliberation: '合议中',
  decided: '待系数',
}
