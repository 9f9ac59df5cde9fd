import * as z from 'zod'
import type { Command, Notice, Prepared, View } from '../../kernel/command.ts'
import type { PersonId, SubjectId, UnitId, Year } from '../../kernel/ids.ts'
import { foldSubject, type Head, type SubjectChange } from '../../kernel/subject.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { accountId } from '../account/subject.ts'
import { findAssessing } from '../assessing.ts'
import type { AssessmentState } from '../rules/assessment.ts'
import { openDeliberation } from '../rules/open.ts'
import type { Member } from '../rules/panel.ts'
import type { SheetState } from '../rules/sheet.ts'
import { assessment, assessmentId, sheet, sheetId } from '../subjects.ts'
import { place } from './payload.ts'

export type OpenDone = { readonly code: 'deliberation-opened'; readonly unit: string }

const payload = z.object(place)

/**
 * The convenor opens the deliberation (Article 22). The sheets are closed in the same batch, each at the version that
 * was read, so that none can change beneath the deliberation.
 */
export const open: Command = {
  type: 'deliberation.open',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { year, unit } = payload.parse(raw)
    const subject = assessmentId(year, unit)
    const assessing = await findAssessing(db, year, unit, meta)
    const [head, held] = await Promise.all([
      foldSubject(db, assessment, subject),
      foldSheets(db, year, unit, assessing?.panel?.assessors ?? []),
    ])
    const sheets = Object.fromEntries(held.map((one) => [one.member, one.head.state]))
    const decision = openDeliberation(head.state, sheets, { assessing, by: meta.inNameOf, at: meta.at })
    const show = { name: 'deliberation', params: { year, unit } }
    if ('refusal' in decision) return { refusal: decision.refusal, show }
    const opened = assessment.change(subject, head, decision.events)
    const done: OpenDone = { code: 'deliberation-opened', unit: assessing?.unitName ?? '' }
    return {
      change: {
        subjects: [opened, ...closeSheets(held, meta.at)],
        // The unit's account can be changed no more.
        touches: [accountId(year, unit)],
        notices: noticesOf(opened.state, subject, show, meta.inNameOf),
        answer: { done, show },
      },
    }
  },
}

interface HeldSheet {
  readonly member: PersonId
  readonly id: SubjectId
  readonly head: Head<SheetState>
}

async function foldSheets(
  db: Database,
  year: Year,
  unit: UnitId,
  members: readonly Member[],
): Promise<readonly HeldSheet[]> {
  return Promise.all(
    members.map(async (member) => {
      const id = sheetId(year, unit, member.id)
      return { member: member.id, id, head: await foldSubject(db, sheet, id) }
    }),
  )
}

function closeSheets(held: readonly HeldSheet[], at: Instant): readonly SubjectChange[] {
  return held
    .filter((one) => one.head.version > 0)
    .map((one) => sheet.change(one.id, one.head, [{ type: 'sheet.closed', at }]))
}

function noticesOf(state: AssessmentState, subject: SubjectId, view: View, by: PersonId): readonly Notice[] {
  if (state.status !== 'deliberating') return []
  return state.present
    .filter((one) => one.id !== by)
    .map((one) => ({
      to: one.id,
      view,
      about: subject,
      key: `deliberation-opened:${subject}:${state.reopened?.round ?? 0}:${one.id}`,
    }))
}
