/** One row of the sheet 目标, read into the form of its goal. Pure. */
import type { UnitId } from '../../kernel/ids.ts'
import type { GoalType } from '../../store/schema/planning.ts'
import { readDate } from '../../workbook/read-date.ts'
import { type Desk, typesAt } from '../drafting-desk.ts'
import type { DraftingSeat } from '../places.ts'
import { headIn } from '../plan-heads.ts'
import { drafterOf } from '../rules/drafters.ts'
import { type Fault, type GoalEntry, readGoal } from '../rules/entry.ts'
import type { GoalContent } from '../rules/goal.ts'
import { AIM_LABELS, type Label, priorityLabels, TYPE_LABELS, valueFor, workItemLabels } from './labels.ts'
import { COLUMNS, type GoalColumn } from './layout.ts'
import { readFigure } from './read-figure.ts'
import type { RowReader } from './row-reader.ts'

export interface GoalRow {
  readonly row: number
  readonly unit: UnitId
  /** The goal that it revises; null for a new one. */
  readonly number: number | null
  readonly entry: GoalEntry
  readonly content: GoalContent
}

/** The lists by which the rows of one workbook are read. */
export interface Lists {
  readonly seats: ReadonlyMap<string, DraftingSeat>
  readonly priorities: readonly Label[]
  readonly workItems: readonly Label[]
}

export function listsOf(desk: Desk): Lists {
  const named = desk.seats.map((seat) => [seat.name, seat] as const)
  const numbered = desk.seats.map((seat) => [seat.unit, seat] as const)
  return {
    seats: new Map([...numbered, ...named]),
    priorities: priorityLabels(desk),
    workItems: workItemLabels(desk),
  }
}

/** Undefined where a cell is wrong. */
export function readRow(reader: RowReader, desk: Desk, lists: Lists): GoalRow | undefined {
  const seat = seatOf(reader, lists)
  const type = typeOf(reader, seat)
  const number = numberOf(reader, seat, desk)
  const entry = entryOf(reader, type ?? 'key', lists)
  if (type) noteNeedless(reader, type)
  const read = readGoal(entry, desk.catalogue)
  if ('faults' in read) noteFaults(reader, read.faults, type)
  const isWhole = seat && type && number !== undefined && 'content' in read
  if (!isWhole || COLUMNS.some(reader.isFaulty)) return undefined
  return { row: reader.row, unit: seat.unit, number, entry, content: read.content }
}

function seatOf(reader: RowReader, { seats }: Lists): DraftingSeat | undefined {
  const word = reader.text('unit')
  if (word === '') return reader.fault('unit', { code: 'empty-cell' })
  return seats.get(word) ?? reader.fault('unit', { code: 'foreign-unit' })
}

/** Articles 13-15: of the types that the person drafts for the unit. */
function typeOf(reader: RowReader, seat: DraftingSeat | undefined): GoalType | undefined {
  const word = reader.text('type')
  if (word === '') return reader.fault('type', { code: 'empty-cell' })
  const type = valueFor(TYPE_LABELS, word)
  if (type === undefined) return reader.fault('type', { code: 'unknown-type' })
  if (seat && !typesAt(seat).includes(type)) {
    const refusal = { code: 'other-drafter', type, drafter: drafterOf(seat.kind, type) } as const
    reader.fault('type', { code: 'refused-row', refusal })
  }
  return type
}

/** `3` or `目标3`; null for a new goal. */
function numberOf(
  reader: RowReader,
  seat: DraftingSeat | undefined,
  { heads }: Desk,
): number | null | undefined {
  const word = reader.text('number')
  if (word === '') return null
  const digits = /^(?:目标)?([1-9]\d{0,5})$/.exec(word)?.[1]
  if (digits === undefined) return reader.fault('number', { code: 'malformed-number' })
  const isKnown = !seat || headIn(heads, seat.unit).state.goals.some((goal) => goal.number === Number(digits))
  return isKnown ? Number(digits) : reader.fault('number', { code: 'unknown-number' })
}

/** Without its type nobody knows what a goal may go without. */
function noteFaults(reader: RowReader, faults: readonly Fault[], type: GoalType | undefined): void {
  for (const fault of faults) {
    const column = fault.field === 'measure' ? 'seen' : fault.field
    if (type || fault.fault !== 'missing') reader.fault(column, { code: 'faulty-field', fault })
  }
}

function entryOf(reader: RowReader, type: GoalType, lists: Lists): GoalEntry {
  const target = readFigure(reader.text('target'))
  if (target === 'malformed') reader.fault('target', { code: 'malformed-figure' })
  const measureUnit = reader.text('measureUnit')
  return {
    type,
    title: reader.text('title'),
    content: reader.text('content'),
    indicator: reader.text('indicator'),
    measureUnit: measureUnit === '' && reader.text('target').endsWith('%') ? '%' : measureUnit,
    target: target === 'malformed' ? null : target,
    seen: reader.text('seen'),
    weight: figureOf(reader, 'weight'),
    owner: reader.text('owner'),
    budget: figureOf(reader, 'budget'),
    criterion: reader.text('criterion'),
    dueOn: dateOf(reader),
    priority: chosen(reader, 'priority', lists.priorities) ?? '',
    aim: chosen(reader, 'aim', AIM_LABELS) ?? null,
    justification: reader.text('justification'),
    workItem: chosen(reader, 'workItem', lists.workItems) ?? '',
  }
}

function figureOf(reader: RowReader, column: 'weight' | 'budget'): number | null {
  const figure = readFigure(reader.text(column))
  if (figure !== 'malformed') return figure
  return reader.fault(column, { code: 'malformed-figure' }) ?? null
}

function dateOf(reader: RowReader): string {
  const word = reader.text('dueOn')
  if (word === '') return ''
  return readDate(word) ?? reader.fault('dueOn', { code: 'malformed-date' }) ?? ''
}

function chosen<Value extends string>(
  reader: RowReader,
  column: GoalColumn,
  labels: readonly Label<Value>[],
): Value | undefined {
  const word = reader.text(column)
  if (word === '') return undefined
  return valueFor(labels, word) ?? reader.fault(column, { code: 'unlisted-word' })
}

/** What a type has no use for would be lost without a word. */
const NEEDLESS: { readonly [type in GoalType]: readonly GoalColumn[] } = {
  key: ['aim', 'workItem', 'justification'],
  special: ['priority', 'workItem'],
  routine: ['criterion', 'priority', 'aim', 'justification'],
}

function noteNeedless(reader: RowReader, type: GoalType): void {
  for (const column of NEEDLESS[type])
    if (reader.text(column) !== '') reader.fault(column, { code: 'needless-cell', type })
}
