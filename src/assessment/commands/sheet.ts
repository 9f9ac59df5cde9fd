/** The commands on a member's sheet: fill in, send, excuse (Articles 22–24). */
import * as z from 'zod'
import { type Answer, command, type Meta, type Notice, type View } from '../../kernel/command.ts'
import type { PersonId, SubjectId, UnitId, Year } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { findSignedRevision } from '../account/queries.ts'
import { accountId } from '../account/subject.ts'
import { findAssessing } from '../assessing.ts'
import { findAssessment, findSheets } from '../queries.ts'
import { missingMembers, type Sheets } from '../rules/open.ts'
import {
  excuseMember,
  fillSheet,
  isWhole,
  type SheetContext,
  type SheetRefusal,
  type SheetState,
  sendSheet,
  type Unfinished,
  unfinishedIn,
} from '../rules/sheet.ts'
import { assessmentId, sheet, sheetId } from '../subjects.ts'
import { accountSchema, findingMarksSchema, marksSchema, place } from './payload.ts'

export type SheetDone =
  | ({ readonly code: 'page-saved' } & Unfinished)
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
  const [assessing, assessment, account] = await Promise.all([
    findAssessing(db, year, unit, meta),
    findAssessment(db, year, unit),
    findSignedRevision(db, year, unit),
  ])
  const members = assessing?.panel?.assessors.map((one) => one.id) ?? []
  const others = await findSheets(db, year, unit, members)
  return { assessing, assessment, account, by: meta.inNameOf, at: meta.at, others }
}

/** Keeps a page of the own sheet; with `seal` sends it too, if it is whole. */
export const fill = command({
  type: 'sheet.fill',
  payload: z.object({
    ...place,
    marks: marksSchema,
    findings: findingMarksSchema.default([]),
    account: accountSchema,
    seal: z.boolean(),
  }),
  on: sheet,
  id: ({ year, unit }, meta) => sheetId(year, unit, meta.inNameOf),
  context: contextOf,
  decide: fillSheet,
  tell: ({ payload, before, after, context, meta }) => ({
    notices: noticesOf(payload, before, after, context, meta.inNameOf),
    touches: touchesOf(payload, before, after, context),
    answer: answerOf(filled(before, after, context), payload, after, context),
  }),
  onRefusal,
})

/** Sends the own sheet as it was kept. */
export const send = command({
  type: 'sheet.send',
  payload: z.object({ ...place, account: accountSchema }),
  on: sheet,
  id: ({ year, unit }, meta) => sheetId(year, unit, meta.inNameOf),
  context: contextOf,
  decide: sendSheet,
  tell: ({ payload, before, after, context, meta }) => ({
    notices: noticesOf(payload, before, after, context, meta.inNameOf),
    touches: touchesOf(payload, before, after, context),
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
  const left = unfinished(after, context)
  if (before.status === 'sent' && isWhole(left)) return { code: 'sheet-changed' }
  if (before.status !== 'sent' && after.status === 'sent') return sent(context)
  return { code: 'page-saved', ...left }
}

const sent = (context: Context): SheetDone => ({
  code: 'sheet-sent',
  unit: context.assessing?.unitName ?? '',
})

function excused(member: PersonId, context: Context): SheetDone {
  const found = context.assessing?.panel?.assessors.find((one) => one.id === member)
  return { code: 'member-excused', name: found?.name ?? member }
}

const NOTHING_LEFT: Unfinished = { goals: [], findings: [], full: [] }

const unfinished = (state: SheetState, { assessing }: Context): Unfinished =>
  assessing ? unfinishedIn(state, assessing) : NOTHING_LEFT

/** The own sheet, opened where the first goal without a score, or finding without a word, stands; else at its end. */
function answerOf(done: SheetDone, at: Place, after: SheetState, context: Context): Answer<SheetDone> {
  const { goals, findings, full } = unfinished(after, context)
  const [goal] = [...goals, ...full].toSorted((left, right) => left - right)
  const [finding] = findings
  return {
    done,
    show: {
      name: 'score-sheet',
      params: {
        ...{ year: at.year, unit: at.unit, member: context.by, page: LAST_PAGE },
        ...(finding === undefined ? {} : { finding }),
        ...(goal === undefined ? {} : { goal }),
      },
    },
  }
}

/** A page that is not there becomes the nearest one that is. */
const LAST_PAGE = 999

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
  if (!context.assessing || !panel || !isIn) return []
  if (missingMembers(panel, { ...context.others, [member]: after }, context.assessing).length > 0) return []
  const about = assessmentId(year, unit)
  const sitting = context.assessment.status === 'open' ? (context.assessment.reopened?.round ?? 0) : 0
  return panel.convenors.map((to) => ({
    to,
    view: boardOf({ year, unit }),
    about,
    key: `sheets-complete:${about}:${sitting}:${to}`,
  }))
}

/** With a sheet that is sent the signed account can be taken back no more. */
function touchesOf(
  { year, unit }: Place,
  before: SheetState,
  after: SheetState,
  { account }: Context,
): readonly SubjectId[] {
  const isIn = before.status !== 'sent' && after.status === 'sent'
  return isIn && account !== null ? [accountId(year, unit)] : []
}

const boardOf = ({ year, unit }: Place): View => ({ name: 'deliberation', params: { year, unit } })

function onRefusal(refusal: SheetRefusal, at: Place): View | undefined {
  return refusal.code === 'opened-deliberation' ? boardOf(at) : undefined
}
