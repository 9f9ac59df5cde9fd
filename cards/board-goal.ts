import type { LightVerdict } from '../src/execution/lights/rules/light.ts'
import { cut } from './board-parts.ts'
import {
  type Action,
  type Button,
  buttons,
  type Card,
  type Element,
  heading,
  line,
  type Tone,
} from './kit.ts'
import { LIGHTS, lightLine, lightText } from './light-words.ts'

export interface BoardGoalFacts {
  readonly unit: string
  readonly number: number
  readonly title: string
  /** Undefined in a year that was never opened. */
  readonly light: LightVerdict | undefined
  /** What counts as reached, 0-100; null where nothing was reported. */
  readonly reached: number | null
  /** What the unit said and what the group accepted, as `60%、180人`; '' where there is none. */
  readonly reported: string
  readonly accepted: string
  /** `培训人次 300人次`; '' where it is described and not counted. */
  readonly target: string
  readonly due: string
  readonly lastReport: string
  /** Article 30, as `12,000元`; '' where there is none. */
  readonly budget: string
  readonly spent: string
  /** `超预算 200元`; '' within it. */
  readonly over: string
  readonly help: readonly OpenThing[]
  readonly rectifications: readonly OpenThing[]
  readonly buttons: readonly Button[]
}

/** A request for help or a rectification that is open. */
export interface OpenThing {
  readonly text: string
  /** Who is waited for and by when, as `等候第一工作组，3月9日前`. */
  readonly waits: string
  readonly late: boolean
  readonly open: Action
}

const MOST = 6
const WORDS = 90
const WAITS = 60
const VALUE = 90

/** One goal as those in charge look at it: its light and why, figures beside each other, money, what is open. */
export function boardGoalCard(facts: BoardGoalFacts): Card {
  const { unit, number, title, light } = facts
  return {
    title: `目标${number} ${title}`,
    subtitle: unit,
    ...(light && { status: { text: lightText(light), tone: LIGHTS[light.light].tone } }),
    summary: `${unit} 目标${number} ${light ? lightText(light) : ''}`,
    elements: [
      ...(light ? [lightLine(light)] : []),
      { tag: 'fields', items: figures(facts) },
      ...open('待答复的求助', '看求助', facts.help),
      ...open('未完成的整改', '看整改', facts.rectifications),
      buttons(...facts.buttons),
    ],
  }
}

function figures(facts: BoardGoalFacts): { label: string; value: string; tone?: Tone }[] {
  const optional: [string, string][] = [
    ['单位自报', facts.reported],
    ['认可', facts.accepted],
    ['指标', facts.target],
    ['完成时限', facts.due],
    ['最近报送', facts.lastReport],
    ['经费预算', facts.budget],
    ['累计支出', facts.spent],
  ]
  return [
    { label: '进度', value: facts.reached === null ? '未报' : `${facts.reached}%` },
    ...optional.flatMap(([label, value]) => (value === '' ? [] : [{ label, value: cut(value, VALUE) }])),
    ...(facts.over === '' ? [] : [{ label: '经费', value: facts.over, tone: 'red' as const }]),
  ]
}

function open(title: string, button: string, things: readonly OpenThing[]): Element[] {
  if (things.length === 0) return []
  const more = things.length > MOST ? [line(`其余 ${things.length - MOST} 件从略。`, 'muted')] : []
  const shown = things.slice(0, MOST)
  return [
    heading(`${title}（${things.length}）`),
    ...shown.map(
      ({ text, waits, late }): Element => ({
        tag: 'text',
        spans: [{ text: cut(text, WORDS) }, { text: `　${cut(waits, WAITS)}`, tone: late ? 'red' : 'muted' }],
      }),
    ),
    ...more,
    buttons(
      ...shown.map(({ open: action }, at) => ({
        text: shown.length > 1 ? `${button}${at + 1}` : button,
        action,
      })),
    ),
  ]
}
