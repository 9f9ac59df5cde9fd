/** What every board has: lights counted, pace, trend, and what leads to the lists behind the counts. */
import type { Light } from '../src/execution/lights/rules/light.ts'
import { type Action, type Button, buttons, type Element, line, note, type Tone } from './kit.ts'
import { LIGHTS } from './light-words.ts'

export interface TallyFacts {
  readonly goals: number
  readonly lights: { readonly [light in Light]: number }
  readonly overdue: number
  readonly over: number
  /** Means of 0-100; undefined before the time of any goal began. */
  readonly pace: { readonly reached: number; readonly asked: number } | undefined
}

/** Open requests or rectifications, and how many of them are late. */
export interface OpenCount {
  readonly all: number
  readonly late: number
}

export interface BoardHeadFacts {
  /** The day as of which it is, for people. */
  readonly asOf: string
  readonly tally: TallyFacts
  /** Where it is not well and not overdue. */
  readonly warned: number
  readonly help: OpenCount
  readonly rectifications: OpenCount
  /** What lists each; taps replace the card. */
  readonly lists: { readonly [list in BoardListName]: Action }
  /** One point a month, the last of today; none on later pages. */
  readonly trend: readonly { readonly month: string; readonly reached: number; readonly asked: number }[]
}

export type BoardListName = 'overdue' | 'warned' | 'help' | 'rectify'

export const LIST_NAMES: { readonly [list in BoardListName]: string } = {
  overdue: '逾期目标',
  warned: '关注和预警',
  help: '待答复求助',
  rectify: '未完成整改',
}

/** The worst first. */
const SHOWN: readonly Light[] = ['red', 'orange', 'yellow', 'green', 'done', 'grey']

export function boardHead(facts: BoardHeadFacts): Element[] {
  const { tally } = facts
  return [
    lightsLine(tally),
    ...(tally.pace ? [paceLine(tally.pace)] : []),
    ...(tally.over > 0 ? [line(`超预算的目标 ${tally.over} 项`, 'red')] : []),
    ...lateLine(facts),
    ...listButtons(facts),
    ...trendChart(facts.trend),
  ]
}

export const lightsLine = ({ lights }: TallyFacts): Element => ({
  tag: 'text',
  spans: SHOWN.filter((light) => lights[light] > 0).map((light) => ({
    // No line ends between the colour and its number.
    text: `${LIGHTS[light].name}\u00a0${lights[light]}　`,
    tone: LIGHTS[light].tone,
    bold: true,
  })),
  size: 'heading',
})

export const paceLine = ({ reached, asked }: NonNullable<TallyFacts['pace']>): Element =>
  line(`平均进度 ${reached}%，按时间应为 ${asked}%`, reached < asked ? 'orange' : 'plain')

function lateLine({ help, rectifications }: BoardHeadFacts): Element[] {
  const late = [
    ...(help.late > 0 ? [`求助超期未答复 ${help.late} 件`] : []),
    ...(rectifications.late > 0 ? [`整改逾期 ${rectifications.late} 件`] : []),
  ]
  return late.length === 0 ? [] : [line(late.join('，'), 'red')]
}

function listButtons({ tally, warned, help, rectifications, lists }: BoardHeadFacts): Element[] {
  const counts = { overdue: tally.overdue, warned, help: help.all, rectify: rectifications.all }
  const shown = (['overdue', 'warned', 'help', 'rectify'] as const)
    .filter((list) => counts[list] > 0)
    .map((list): Button => ({ text: `${SHORT[list]} ${counts[list]}`, action: lists[list] }))
  return shown.length === 0 ? [] : [buttons(...shown)]
}

const SHORT: { readonly [list in BoardListName]: string } = {
  overdue: '逾期',
  warned: '预警',
  help: '求助',
  rectify: '整改',
}

function trendChart(trend: BoardHeadFacts['trend']): Element[] {
  if (trend.length < 2) return []
  const points = trend.flatMap(({ month, reached, asked }) => [
    { x: month, y: reached, series: '平均进度' },
    { x: month, y: asked, series: '按时间应完成' },
  ])
  return [{ tag: 'chart', chart: { kind: 'line', title: '各月末进度（%）', points } }]
}

/** `红2 橙1`: only what needs a look, else `正常`. */
export function needOf({ goals, lights }: Pick<TallyFacts, 'goals' | 'lights'>): {
  readonly text: string
  readonly tone: Tone
} {
  const bad = (['red', 'orange', 'yellow'] as const).filter((light) => lights[light] > 0)
  const [worst] = bad
  if (worst) {
    const text = bad.map((light) => `${LIGHTS[light].name}${lights[light]}`).join(' ')
    return { text, tone: LIGHTS[worst].tone }
  }
  if (goals === 0) return { text: '无目标', tone: 'muted' }
  return lights.green + lights.done > 0 ? { text: '正常', tone: 'green' } : { text: '未报', tone: 'muted' }
}

export const boardStatus = ({
  goals,
  lights,
}: TallyFacts): { readonly text: string; readonly tone: Tone } => {
  const worst = SHOWN.slice(0, 3).find((light) => lights[light] > 0)
  if (worst === 'red') return { text: `红灯 ${lights.red}`, tone: 'red' }
  if (worst) return { text: '需关注', tone: 'orange' }
  if (goals === 0) return { text: '未启动', tone: 'muted' }
  return lights.green + lights.done > 0 ? { text: '平稳', tone: 'green' } : { text: '未报', tone: 'muted' }
}

export const legend = (asOf: string): Element =>
  note(`截至${asOf}。红：逾期或严重；橙：预警；黄：关注；绿：正常；灰：未启动或未报。由系统计算，不能自选。`)

/** The first characters, where a table or a button has room for no more. */
export function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
}
