import * as z from 'zod'
import type { Command, Notice, Prepared, View } from '../../kernel/command.ts'
import type { PersonId, SubjectId, UnitId, Year } from '../../kernel/ids.ts'
import { foldSubject, type SubjectChange } from '../../kernel/subject.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { accountId } from '../account/subject.ts'
import { findAssessing } from '../assessing.ts'
import { findOfficeHand } from '../reopener.ts'
import type { AssessmentState, Deliberating } from '../rules/assessment.ts'
import type { AssessingFacts } from '../rules/facts.ts'
import { reopenDeliberation, seatedPresent, sheetReopened } from '../rules/reopen.ts'
import { assessment, assessmentId, proposal, proposalId, sheet, sheetId } from '../subjects.ts'
import { place } from './payload.ts'

export type ReopenDone = { readonly code: 'deliberation-reopened'; readonly unit: string }

const payload = z.object({ ...place, reason: z.string().max(1000) })

/** The sheets are opened again in the same batch, each at the version that was read, and the convenor's draft is dropped. */
export const reopen: Command = {
  type: 'deliberation.reopen',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { year, unit, reason } = payload.parse(raw)
    const subject = assessmentId(year, unit)
    const head = await foldSubject(db, assessment, subject)
    const held = isDeliberating(head.state) ? await foldOf(db, year, unit, head.state) : undefined
    const [assessing, office] = await Promise.all([
      findAssessing(db, year, unit, meta),
      findOfficeHand(db, unit, meta),
    ])
    const context = { assessing, office, by: meta.inNameOf, at: meta.at }
    const decision = reopenDeliberation(head.state, { reason }, context)
    const show: View = { name: 'deliberation', params: { year, unit } }
    if ('refusal' in decision) {
      return { refusal: decision.refusal, ...(decision.refusal.code !== 'missing-cause' && { show }) }
    }
    const change = assessment.change(subject, head, decision.events)
    const done: ReopenDone = { code: 'deliberation-reopened', unit: assessing?.unitName ?? '' }
    return {
      change: {
        subjects: [change, ...(assessing && held ? sheetsAndDraft(held, assessing, meta.at) : [])],
        // The unit's account is shown as that of a unit whose sheets are open.
        touches: [accountId(year, unit)],
        notices: noticesOf(
          held?.sitting,
          assessing,
          { subject, version: change.version, show },
          meta.inNameOf,
        ),
        answer: { done, show },
      },
    }
  },
}

const isDeliberating = (state: AssessmentState): state is Deliberating => state.status === 'deliberating'

type Folded = Awaited<ReturnType<typeof foldOf>>

async function foldOf(db: Database, year: Year, unit: UnitId, sitting: Deliberating) {
  const members = [...sitting.present, ...sitting.excused.map((one) => one.member)]
  const [draft, sheets] = await Promise.all([
    foldSubject(db, proposal, proposalId(year, unit)),
    Promise.all(
      members.map(async ({ id: member }) => {
        const id = sheetId(year, unit, member)
        return { member, id, head: await foldSubject(db, sheet, id) }
      }),
    ),
  ])
  return { sitting, sheets, draft: { id: proposalId(year, unit), head: draft } }
}

function sheetsAndDraft(
  { sitting, sheets, draft }: Folded,
  facts: AssessingFacts,
  at: Instant,
): readonly SubjectChange[] {
  const opened = sheets.flatMap(({ member, id, head }) => {
    const event = sheetReopened(sitting, member, head.state, { facts, at })
    return event ? [sheet.change(id, head, [event])] : []
  })
  const dropped =
    draft.head.version > 0 ? [proposal.change(draft.id, draft.head, [{ type: 'proposal.dropped' }])] : []
  return [...opened, ...dropped]
}

/** The members who are still there, and the convenors. */
function noticesOf(
  sitting: Deliberating | undefined,
  assessing: AssessingFacts | undefined,
  { subject, version, show }: { readonly subject: SubjectId; readonly version: number; readonly show: View },
  by: PersonId,
): readonly Notice[] {
  const panel = assessing?.panel
  if (!sitting || !panel) return []
  const people = new Set([...seatedPresent(sitting, panel).map((one) => one.id), ...panel.convenors])
  return [...people]
    .filter((to) => to !== by)
    .map((to) => ({
      to,
      view: show,
      about: subject,
      key: `deliberation-reopened:${subject}:${version}:${to}`,
    }))
}
