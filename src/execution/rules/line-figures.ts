/** What a typed line comes to in figures, for the goal that it names. */
import { meanOf } from '../tasks/rules/task.ts'
import { type ExecutionState, percentOf } from './execution.ts'
import type { GoalMeasure } from './progress.ts'
import type { ProgressLine } from './progress-line.ts'

type Read = Extract<ProgressLine, { kind: 'read' }>

/** How the percent was found where the line names none. */
export type Guess =
  /** From the value and its target, in hundredths; `percent` is what they come to, which may be less than was reported. */
  | { readonly kind: 'of-target'; readonly value: number; readonly target: number; readonly percent: number }
  /** Lights follow the indicator, whose last value is below what the line says: it comes to `percent` only. */
  | { readonly kind: 'old-value'; readonly value: number; readonly target: number; readonly percent: number }
  | { readonly kind: 'of-tasks' }
  | { readonly kind: 'unchanged' }

export interface LineFigures {
  /** 0-100; undefined where neither the line nor what is known tells. */
  readonly percent: number | undefined
  /** Of the goal's indicator, in hundredths. */
  readonly value: number | null
  readonly guess: Guess | null
}

/** A guess never lowers what was reported. */
export function figuresOfLine(line: Read, state: ExecutionState, measure: GoalMeasure | null): LineFigures {
  const value = measure && valueIn(line, measure)
  const percent = value !== null && isRate(measure) && !line.certain ? undefined : line.percent
  if (percent !== undefined) return { percent, value, guess: oldValue(percent, value, state, measure) }
  const before = percentOf(state)
  const mean = meanOf(state.tasks)
  if (mean !== null) return { percent: Math.max(mean, before), value, guess: { kind: 'of-tasks' } }
  const target = measure?.target ?? null
  if (value !== null && measure && target !== null && target > 0) {
    const derived = percentFor(value, measure) ?? before
    return {
      percent: Math.max(derived, before),
      value,
      guess: { kind: 'of-target', value, target, percent: derived },
    }
  }
  if (value === null || state.last === null) return { percent: undefined, value, guess: null }
  return { percent: before, value, guess: { kind: 'unchanged' } }
}

function oldValue(
  said: number,
  value: number | null,
  state: ExecutionState,
  measure: GoalMeasure | null,
): Guess | null {
  if (value !== null || state.value === null || measure?.target == null) return null
  const percent = percentFor(state.value, measure)
  if (percent === undefined || percent >= said) return null
  return { kind: 'old-value', value: state.value, target: measure.target, percent }
}

/** The percent that the value stands for, 0-100, as a suggestion; undefined where the target says nothing. */
export function percentFor(value: number, { target }: GoalMeasure): number | undefined {
  if (target === null || target <= 0) return undefined
  return Math.min(100, Math.max(0, Math.floor((value * 100) / target)))
}

const isRate = (measure: GoalMeasure | null): boolean =>
  measure !== null && /^[%％]$/.test(measure.unit.trim())

/** Longest figure that is taken, so that hundredths stay exact. */
const NUMBER = '(?<![\\d.])(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,12})(?:\\.(\\d{1,2}))?(?![\\d.])'

/** The one figure in the goal's own unit; of several the one beside the indicator's words; null where that is not clear. */
function valueIn({ rest }: Read, measure: GoalMeasure): number | null {
  const unit = measure.unit.trim()
  if (unit === '') return null
  const named = isRate(measure) ? '[%％]' : escaped(unit)
  const found = [...rest.matchAll(new RegExp(`${NUMBER}\\s*(万)?\\s*${named}`, 'g'))]
  const beside = found.filter(({ index }) => isBeside(rest.slice(0, index), measure))
  // Of a rate a bare percent is the goal's own.
  const [only, ...others] = beside.length > 0 || isRate(measure) ? beside : found
  return only && others.length === 0 ? hundredthsOf(only, unit) : null
}

/** Two characters of the indicator stand before the figure, with no other figure or sign between. */
function isBeside(before: string, { indicator }: GoalMeasure): boolean {
  const near = before.slice(-10).replace(/^.*[\d，,。；;]/, '')
  const words = [...indicator]
  return words.some((word, at) => at > 0 && near.includes(`${words[at - 1]}${word}`))
}

function hundredthsOf([, whole = '', decimals = '', ten]: RegExpExecArray, unit: string): number {
  const hundredths = Number(whole.replaceAll(',', '')) * 100 + Number(decimals.padEnd(2, '0'))
  return ten !== undefined && !unit.startsWith('万') ? hundredths * 10_000 : hundredths
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
