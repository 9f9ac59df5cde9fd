import type { Element, Span } from './kit.ts'
import { type GoalFacts, nameGoal, sayPoints } from './score-words.ts'

/** Points and scores in hundredths; texts are cut already. */
export interface ExplainGoalFacts {
  readonly goal: Pick<GoalFacts, 'number' | 'type' | 'title'>
  readonly weight: string
  /** What became of it in force; '' where it is as it was ratified. */
  readonly adjusted: string
  /** What deductions rest on where they name nothing else. */
  readonly basis: string
  /** Graded regime only; bands in points. */
  readonly level: { readonly level: 1 | 2 | 3; readonly from: number; readonly to: number } | null
  readonly deductions: readonly {
    readonly points: number
    readonly reason: string
    /** '' where it is the goal's own. */
    readonly criterion: string
  }[]
  readonly deducted: number
  readonly floored: boolean
  readonly score: number
}

/** More are added up, and stand below one by one. */
const MOST_TERMS = 8

/** One goal's ledger: 100, less each deduction, is its score (Articles 23, 24). */
export function goalSteps(facts: ExplainGoalFacts): Element {
  const { goal, weight, adjusted, basis } = facts
  const spans: Span[] = [
    { text: nameGoal(goal), bold: true },
    { text: `\n权重${weight} · ${adjusted === '' ? '审定生效版，未作调整' : adjusted}`, tone: 'muted' },
    { text: `\n${ledger(facts)}` },
    ...facts.deductions.map((one): Span => ({ text: `\n−${sayPoints(one.points)}分　${reasonOf(one)}` })),
    ...(facts.deductions.length > 0 && basis !== ''
      ? [{ text: `\n依据：${basis}`, tone: 'muted' } as const]
      : []),
  ]
  return { tag: 'text', spans }
}

const LEVELS = { 1: '一级', 2: '二级', 3: '三级' } as const

function ledger({ level, deductions, deducted, floored, score }: ExplainGoalFacts): string {
  const band = level ? `${LEVELS[level.level]}（${level.from}–${level.to}分）　` : ''
  if (deductions.length === 0) return `${band}没有扣分，得${sayPoints(score)}分`
  const terms = deductions.map((one) => sayPoints(one.points)).join(' − ')
  const sum = deductions.length > MOST_TERMS ? `扣分合计${sayPoints(deducted)}` : terms
  if (floored) return `${band}扣分合计${sayPoints(deducted)}分，已超过100分，得0分`
  return `${band}100 − ${sum} = ${sayPoints(score)}分`
}

const reasonOf = ({ reason, criterion }: ExplainGoalFacts['deductions'][number]): string =>
  `${reason || '一级区间内评定'}${criterion === '' ? '' : `（依据：${criterion}）`}`
