/** What a drafter typed for a goal, read into its content: every fault is named at once, whatever way it came. */
import { isLocalDate, type LocalDate } from '../../kernel/time.ts'
import type { GoalType } from '../../store/schema/planning.ts'
import type { Aim, GoalContent, Measure } from './goal.ts'

/** Every question of the goal form; '' and null where nothing was filled in. */
export interface GoalEntry {
  readonly type: GoalType
  readonly title: string
  readonly content: string
  readonly indicator: string
  readonly measureUnit: string
  /** Hundredths. */
  readonly target: number | null
  readonly seen: string
  /** Hundredths; null for equal. */
  readonly weight: number | null
  readonly owner: string
  /** Hundredths of a yuan. */
  readonly budget: number | null
  readonly criterion: string
  readonly dueOn: string
  readonly priority: string
  readonly aim: Aim | null
  readonly justification: string
  readonly workItem: string
}

export type GoalField = Exclude<keyof GoalEntry, 'type'> | 'measure'

export interface Fault {
  readonly field: GoalField
  readonly fault:
    | 'missing'
    | 'too-long'
    | 'unknown'
    | 'out-of-range'
    | 'not-a-date'
    | 'outside-year'
    | 'doubled'
  /** Characters, where it is too long. */
  readonly limit?: number
}

/** What a goal may refer to: this year's priorities and the work items with their standards. */
export interface Catalogue {
  readonly year: number
  readonly priorities: readonly string[]
  readonly workItems: readonly WorkItem[]
}

export interface WorkItem {
  readonly id: string
  readonly name: string
  readonly standard: string
}

/** Most characters of each text. */
export const LENGTHS = {
  title: 60,
  content: 1000,
  indicator: 60,
  measureUnit: 20,
  seen: 500,
  owner: 60,
  criterion: 500,
  justification: 500,
} as const satisfies { readonly [field in GoalField]?: number }

/** Equal weights (rulebook 3), in hundredths. */
export const EQUAL_WEIGHT = 100
export const HIGHEST_WEIGHT = 1000_00
export const HIGHEST_FIGURE = 1_000_000_000_00

/** Reads a goal; the faults are all of them, in the order of the form. A draft may be unfinished but not wrong. */
export function readGoal(
  typed: GoalEntry,
  catalogue: Catalogue,
): { readonly content: GoalContent } | { readonly faults: readonly Fault[] } {
  const entry = titled(typed, catalogue)
  const faults = [...textFaults(entry), ...figureFaults(entry), ...referenceFaults(entry, catalogue)]
  return faults.length > 0 ? { faults } : { content: contentOf(entry) }
}

/** A routine goal without a title of its own is called after its work item. */
function titled(entry: GoalEntry, catalogue: Catalogue): GoalEntry {
  const item = entry.type === 'routine' && catalogue.workItems.find((one) => one.id === entry.workItem)
  return item && entry.title.trim() === '' ? { ...entry, title: item.name } : entry
}

function textFaults(entry: GoalEntry): Fault[] {
  const untitled: Fault[] = entry.title.trim() === '' ? [{ field: 'title', fault: 'missing' }] : []
  const fields = Object.keys(LENGTHS) as (keyof typeof LENGTHS)[]
  const long = fields.filter((field) => Array.from(entry[field].trim()).length > LENGTHS[field])
  return [...untitled, ...long.map((field): Fault => ({ field, fault: 'too-long', limit: LENGTHS[field] }))]
}

function figureFaults(entry: GoalEntry): Fault[] {
  const faults: Fault[] = []
  const outside = (value: number | null, low: number, high: number): boolean =>
    value !== null && !(Number.isSafeInteger(value) && value >= low && value <= high)
  if (outside(entry.weight, 1, HIGHEST_WEIGHT)) faults.push({ field: 'weight', fault: 'out-of-range' })
  if (outside(entry.target, -HIGHEST_FIGURE, HIGHEST_FIGURE))
    faults.push({ field: 'target', fault: 'out-of-range' })
  if (outside(entry.budget, 0, HIGHEST_FIGURE)) faults.push({ field: 'budget', fault: 'out-of-range' })
  if (isQuantified(entry) && entry.seen.trim() !== '') faults.push({ field: 'measure', fault: 'doubled' })
  return faults
}

function referenceFaults(entry: GoalEntry, catalogue: Catalogue): Fault[] {
  const faults: Fault[] = []
  if (entry.dueOn !== '' && !isLocalDate(entry.dueOn)) faults.push({ field: 'dueOn', fault: 'not-a-date' })
  else if (entry.dueOn !== '' && !entry.dueOn.startsWith(`${catalogue.year}-`))
    faults.push({ field: 'dueOn', fault: 'outside-year' })
  if (entry.type === 'key' && entry.priority !== '' && !catalogue.priorities.includes(entry.priority))
    faults.push({ field: 'priority', fault: 'unknown' })
  const knowsItem = catalogue.workItems.some((one) => one.id === entry.workItem)
  if (entry.type === 'routine' && entry.workItem !== '' && !knowsItem)
    faults.push({ field: 'workItem', fault: 'unknown' })
  return faults
}

const isQuantified = (entry: GoalEntry): boolean =>
  entry.indicator.trim() !== '' || entry.target !== null || entry.measureUnit.trim() !== ''

function measureOf(entry: GoalEntry): Measure | null {
  if (isQuantified(entry)) {
    return {
      kind: 'quantified',
      indicator: entry.indicator.trim(),
      measureUnit: entry.measureUnit.trim(),
      target: entry.target,
    }
  }
  return entry.seen.trim() === '' ? null : { kind: 'qualitative', seen: entry.seen.trim() }
}

function contentOf(entry: GoalEntry): GoalContent {
  const common = {
    title: entry.title.trim(),
    content: entry.content.trim(),
    measure: measureOf(entry),
    weight: entry.weight ?? EQUAL_WEIGHT,
    owner: entry.owner.trim(),
    budget: entry.budget,
    // Checked by `referenceFaults`.
    dueOn: entry.dueOn === '' ? null : (entry.dueOn as LocalDate),
  }
  const criterion = entry.criterion.trim()
  switch (entry.type) {
    case 'key':
      return { type: 'key', ...common, criterion, priority: entry.priority || null }
    case 'special':
      return {
        type: 'special',
        ...common,
        criterion,
        aim: entry.aim,
        justification: entry.justification.trim(),
      }
    case 'routine':
      return { type: 'routine', ...common, workItem: entry.workItem || null }
  }
}
