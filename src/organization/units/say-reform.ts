/** A reform in words, for its cards: what stands in its way, what it touches, what will be missed. */
import { goalName } from '../../../cards/goal-words.ts'
import { TEAM_WORDS } from '../../../cards/unit-words.ts'
import { regimeOf } from '../rules/actor.ts'
import { sayUnits } from '../say-units.ts'
import type { Proposal } from './proposal/propose.ts'
import type { Bar } from './rules/bars.ts'
import type { Leaving } from './rules/move-goals.ts'
import type { ReformRefusal } from './rules/refusals.ts'
import { endingOf, successorsOf, type Wish } from './rules/wish.ts'
import { unitsWording } from './wording.ts'

type NameOf = (unit: string) => string

/** With what has to be done. */
export function sayBar(bar: Bar, nameOf: NameOf): string {
  switch (bar.bar) {
    case 'untrue-wish':
      // The wording has a sentence for every code of the union; the compiler holds that, not which one is meant.
      return (unitsWording[bar.why.code] as (facts: ReformRefusal) => string)(bar.why)
    case 'open-goals':
      return `${bar.count} 项目标还没有去向，请用「选择去向」逐项选择。`
    case 'open-roles':
      return `${bar.count} 个角色还没有去向，请用「角色与小组」选择。`
    case 'open-people':
      return `${bar.count} 人还没有归入新单位，请用「角色与小组」选择。`
    case 'open-team':
      return `原单位所属的${TEAM_WORDS[bar.kind]}不同，请用「角色与小组」选择归哪一组。`
    case 'unratified-goals': {
      const names = bar.goals.map(({ unit, number }) => `${nameOf(unit)}${goalName(number)}`)
      return `${sayList(names)}尚未审定，不能并入已生效的计划。请先审定，或在「选择去向」中不再执行，由新单位申请调整增加。`
    }
    case 'begun-assessment':
      return `${sayUnits(bar.units.map(nameOf))}的自评或考核已开始，结果属于该单位。请在公布结果后办理。`
    case 'open-adjustments': {
      const names = bar.adjustments.map(({ unit, number }) => `${nameOf(unit)}调整${number}`)
      return `${sayList(names)}还没有结果，请先审定、退回后撤回。`
    }
    case 'open-inspections':
      return `督查${sayList(bar.numbers.map((number) => `第${number}号`))}涉及原单位且未结束，请先完成或取消。`
    case 'ratified-results':
      return '本年度结果已审定，请在公布之后办理。'
    case 'set-goals':
      return '本年度已有目标，改变考核方式会改变谁拟订目标，请在新年度开始、尚无目标时办理。'
  }
}

const MOST = 12
const sayList = (names: readonly string[]): string =>
  names.length > MOST ? `${names.slice(0, MOST).join('、')}等${names.length}项` : names.join('、')

export const sayGoal = ({ from, goal }: Leaving, nameOf: NameOf): string =>
  `${nameOf(from)} ${goalName(goal.number)} ${goal.content.title}`

export function sayChoice({ choice }: Leaving, nameOf: NameOf): string {
  if (choice === undefined) return '未选择'
  return 'to' in choice ? nameOf(choice.to) : `不再执行（${choice.drop}）`
}

export interface Followed {
  readonly findings: number
  readonly help: number
}

export function sayTouches(
  { wish, proposal, nameOf }: { readonly wish: Wish; readonly proposal: Proposal; readonly nameOf: NameOf },
  followed: Followed,
): { readonly what: string; readonly how: string }[] {
  if (endingOf(wish).length === 0) return []
  const { leaving, people, outcome } = proposal
  const inForce = leaving.filter(({ goal }) => goal.status === 'in-force').length
  const into = sayUnits(successorsOf(wish).map(nameOf))
  const rows = [
    { what: '目标', count: outcome.moved, how: `${outcome.moved} 项转入${into}（其中已生效 ${inForce} 项）` },
    { what: '不再执行', count: outcome.dropped, how: `${outcome.dropped} 项` },
    { what: '人员', count: people.working, how: `${people.working} 人归入${into}` },
    { what: '角色', count: people.roles.length, how: `${people.roles.length} 个，逐个列在下面` },
    { what: '督查发现', count: followed.findings, how: `${followed.findings} 条由新单位承接` },
    { what: '求助', count: followed.help, how: `${followed.help} 条由新单位继续` },
  ]
  return rows.filter(({ count }) => count > 0).map(({ what, how }) => ({ what, how }))
}

/** What nobody has to do first, but somebody will miss. */
export function sayRemarks(
  wish: Wish,
  proposal: Proposal,
  facts: {
    readonly kindBefore: Parameters<typeof regimeOf>[0] | undefined
    readonly kindAfter: Parameters<typeof regimeOf>[0]
    readonly leaderless: readonly string[]
    readonly uncoefficient: readonly string[]
  },
): string[] {
  const { exceptions } = proposal.goals
  const regimes = facts.kindBefore !== undefined && regimeOf(facts.kindBefore) !== regimeOf(facts.kindAfter)
  return [
    ...(exceptions > 0 ? [`并入后专项目标超出限额，有 ${exceptions} 项标为超额（第十条）。`] : []),
    ...(regimes ? ['考核方式随单位类别改变。'] : []),
    ...(facts.leaderless.length > 0 ? [`${sayUnits(facts.leaderless)}没有分管校领导，目标将无人审核。`] : []),
    ...(facts.uncoefficient.length > 0
      ? [`${sayUnits(facts.uncoefficient)}还没有权重系数，补齐之前不能公布结果。`]
      : []),
    ...(endingOf(wish).length > 0 && proposal.outcome.year !== null
      ? ['原单位的关口报告留在原单位名下，新单位须另行报告。']
      : []),
    ...(wish.kind === 'exempt' ? ['豁免期间不能报送进展，已有目标和记录保留。'] : []),
  ]
}
