/** The commands on a member's sheet: fill in, send, excuse (Articles 22–24). */
import * as z from 'zod'
import { type Answer, command, type Meta, type Notice, type View } from '../../kernel/command.ts'
import type { PersonId, UnitId, Year } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { findAssessing } from '../assessing.ts'
import { pageWith } from '../pages.ts'
import { findAssessment, findSheets } from '../queries.ts'
import { unfilledGoals } from '../rules/entry.ts'
import { missingMembers, type Sheets } from '../rules/open.ts'
import {
  entriesOf,
  excuseMember,
  fillSheet,
  type SheetContext,
  type SheetRefusal,
  type SheetState,
  sendSheet,
} from '../rules/sheet.ts'
import { assessmentId, sheet, sheetId } from '../subjects.ts'
import { marksSchema, place } from './payload.ts'

export type SheetDone =
  | { readonly code: 'page-saved'; readonly missing: readonly number[] }
  | { readonly code: 'sheet-sent'; readonly unit: string }
  | { readonly code: 'sheet-changed' }
  | { readonly code: 'member-excused'; readonly name: string }

interface Place {
  readonly year: Year
  readonly unit: UnitId
}

/** Beside the rule's facts, the other members' sheets: only whether they are there is looked at. */
interface Context extends SheetContext {
  readonly others: Sheets
}

async function contextOf(db: Database, { year, unit }: Place, meta: Meta): Promise<Context> {
  const [assessing, assessment] = await Promise.all([
    findAssessing(db, year, unit, meta.today),
    findAssessment(db, year, unit),
  ])
  const members = assessing?.panel?.assessors.map((one) => one.id) ?? []
  const others = await findSheets(db, year, unit, members)
  return { assessing, assessment, by: meta.by, at: meta.at, others }
}

/** Keeps a page of the own sheet; with `seal` sends it too, if it is whole. */
export const fill = command({
  type: 'sheet.fill',
  payload: z.object({ ...place, marks: marksSchema, seal: z.boolean() }),
  on: sheet,
  id: ({ year, unit }, meta) => sheetId(year, unit, meta.by),
  context: contextOf,
  decide: fillSheet,
  tell: ({ payload, before, after, context, meta }) => ({
    notices: noticesOf(payload, before, after, context, meta.by),
    answer: answerOf(filled(before, after, context), payload, after, context),
  }),
  onRefusal,
})

/** Sends the own sheet as it was kept. */
export const send = command({
  type: 'sheet.send',
  payload: z.object(place),
  on: sheet,
  id: ({ year, unit }, meta) => sheetId(year, unit, meta.by),
  context: contextOf,
  decide: (state, _, context) => sendSheet(state, context),
  tell: ({ payload, before, after, context, meta }) => ({
    notices: noticesOf(payload, before, after, context, meta.by),
    answer: answerOf(sent(context), payload, after, context),
  }),
  onRefusal,
})

/** The convenor excuses a member, with the reason. */
export const excuse = command({
  type: 'sheet.excuse',
  payload: z.object({ ...place, member: z.string(), reason: z.string().max(1000) }),
  on: sheet,
  id: ({ year, unit, member }) => sheetId(year, unit, member),
  context: contextOf,
  decide: excuseMember,
  tell: ({ payload, before, after, context }) => ({
    notices: noticesOf(payload, before, after, context, payload.member),
    answer: { done: excused(payload.member, context), show: boardOf(payload) },
  }),
  onRefusal,
})

function filled(before: SheetState, after: SheetState, context: Context): SheetDone {
  if (before.status === 'sent') return { code: 'sheet-changed' }
  if (after.status === 'sent') return sent(context)
  return { code: 'page-saved', missing: missingGoals(after, context) }
}

const sent = (context: Context): SheetDone => ({
  code: 'sheet-sent',
  unit: context.assessing?.unitName ?? '',
})

function excused(member: PersonId, context: Context): SheetDone {
  const found = context.assessing?.panel?.assessors.find((one) => one.id === member)
  return { code: 'member-excused', name: found?.name ?? member }
}

function missingGoals(state: SheetState, context: Context): readonly number[] {
  return unfilledGoals(context.assessing?.goals ?? [], entriesOf(state)).map((goal) => goal.number)
}

/** The own sheet, opened where the first goal without a score stands. */
function answerOf(done: SheetDone, at: Place, after: SheetState, context: Context): Answer<SheetDone> {
  const [first] = missingGoals(after, context)
  const page = pageWith(context.assessing?.goals ?? [], first)
  return {
    done,
    show: { name: 'score-sheet', params: { year: at.year, unit: at.unit, member: context.by, page } },
  }
}

/** With the last sheet the convenor is told that the deliberation can be opened. */
function noticesOf(
  { year, unit }: Place,
  before: SheetState,
  after: SheetState,
  context: Context,
  member: PersonId,
): Notice[] {
  const panel = context.assessing?.panel
  const isIn = after.status !== before.status && (after.status === 'sent' || after.status === 'excused')
  if (!panel || !isIn) return []
  if (missingMembers(panel, { ...context.others, [member]: after }).length > 0) return []
  const about = assessmentId(year, unit)
  return panel.convenors.map((to) => ({
    to,
    view: boardOf({ year, unit }),
    about,
    key: `sheets-complete:${about}:${to}`,
  }))
}

const boardOf = ({ year, unit }: Place): View => ({ name: 'deliberation', params: { year, unit } })

function onRefusal(refusal: SheetRefusal, at: Place): View | undefined {
  return refusal.code === 'opened-deliberation' ? boardOf(at) : undefined
}
