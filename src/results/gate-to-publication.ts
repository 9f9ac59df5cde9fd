import type { Card } from '../../cards/kit.ts'
import { type MissingGroup, resultGateCard } from '../../cards/result-gate.ts'
import { sayNames } from '../../cards/result-words.ts'
import { sayInstant } from '../kernel/time.ts'
import type { OpenYear } from '../policy/queries.ts'
import type { Signed } from '../policy/rules/signed.ts'
import type { Deciding } from './proposal.ts'
import type { Missing } from './rules/missing.ts'

/** The card of the gate to publication: all that is missing, else the next step. */
export function renderGate({ year }: OpenYear, { state, standing }: Deciding): Card {
  const quota: Missing[] = state.status === 'unproposed' ? [{ what: 'quota' }] : []
  const ratified = state.status === 'ratified' || state.status === 'announced' ? said(state.ratified) : null
  return resultGateCard({
    year,
    status: state.status,
    missing: groupsOf([...standing.missing, ...quota], year),
    ratified,
    announced: state.status === 'announced' ? said(state.announced) : null,
  })
}

const said = (signed: Signed) => ({ by: signed.name, when: sayInstant(signed.at) })

/** One group a kind, with the words or the view that lead to it. */
function groupsOf(missing: readonly Missing[], year: number): MissingGroup[] {
  const of = <What extends Missing['what']>(what: What): Extract<Missing, { what: What }>[] =>
    missing.filter((one): one is Extract<Missing, { what: What }> => one.what === what)
  const scores = of('score').map((one) => one.unit)
  const coefficients = of('coefficient').map((one) => one.unit)
  const appeals = of('appeal').map((one) => one.unit)
  const gates = of('gate').map((one) => `${one.area}（${one.leadUnit}）：${sayNames(one.units, 8)}`)
  const go = (text: string, view: string): MissingGroup['go'] => ({
    text,
    action: { show: view, with: { year } },
  })
  // The ratio can be set only when all else is there: until then its button would lead back here.
  const alone = missing.every((one) => one.what === 'quota')
  const groups: MissingGroup[] = [
    {
      title: '年度政策未确认',
      items: of('policy').map(() => '由组长按通知文号确认'),
      go: go('年度政策', 'policy'),
    },
    { title: '没有权重系数', items: coefficients, go: go('权重系数', 'coefficients') },
    { title: '考核得分未确定', items: scores, go: null },
    { title: '一票否决未报齐', items: gates, go: go('一票否决', 'gates') },
    { title: '申诉未办结', items: appeals, go: null },
    {
      title: '优秀比例未确定',
      items: of('quota').map(() => '由组长确定'),
      go: alone ? go('优秀比例', 'excellence') : null,
    },
  ]
  return groups.filter((group) => group.items.length > 0)
}
