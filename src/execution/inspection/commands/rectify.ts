/** `rectification.answer` by the unit, `rectification.judge` by an inspector. */
import * as z from 'zod'
import { type Command, command, type Meta, type Notice, type Prepared } from '../../../kernel/command.ts'
import { foldSubject, type SubjectChange } from '../../../kernel/subject.ts'
import { isLocalDate } from '../../../kernel/time.ts'
import type { Database } from '../../../store/database.ts'
import { actingOn } from '../acting.ts'
import { attachFiles } from '../attach.ts'
import type { InspectionDone } from '../done.ts'
import { askedBody, askedUnit, findingNotices, listConvenors, listUnitPeople } from '../notices.ts'
import { type FindingState, isPublished, MAX_FACT, MOST_FILES } from '../rules/finding.ts'
import { answerRectification, judgeRectification, type RectifyRefusal } from '../rules/rectify.ts'
import { findingSubject } from '../subjects.ts'
import { findingKey, shownFinding } from './note.ts'

const answer = z.object({
  finding: findingKey,
  words: z.string().trim().max(MAX_FACT),
  evidence: z.array(z.string()).max(MOST_FILES).default([]),
})

/** The inspector who published it and the body's convenors are told. */
export const rectificationAnswer: Command = {
  type: 'rectification.answer',
  payload: answer,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { finding: id, ...words } = answer.parse(raw)
    const [head, context] = await Promise.all([foldSubject(db, findingSubject, id), actingOn(db, id, meta)])
    const decision = answerRectification(head.state, words, context)
    if ('refusal' in decision) {
      const { refusal } = decision
      return isOver(refusal) ? { refusal, show: shownFinding(id) } : { refusal }
    }
    const files = await attachFiles(db, words.evidence, id, meta.by)
    if ('refusal' in files) return files
    const change = findingSubject.change(id, head, decision.events)
    const done: InspectionDone = { code: 'rectification-answered' }
    return {
      change: {
        subjects: [change, ...files.changes],
        notices: await askJudges(db, change, meta),
        touches: files.touches,
        answer: { done, show: shownFinding(id) },
      },
    }
  },
}

async function askJudges(
  db: Database,
  { subject, version, state }: SubjectChange<FindingState>,
  { by, today }: Meta,
): Promise<Notice[]> {
  if (!isPublished(state)) return []
  const { body, act } = state.finding
  const people = [act.by, ...(await listConvenors(db, body, today))]
  return findingNotices(subject, version, people, by, askedBody(body))
}

const isOver = ({ code }: RectifyRefusal): boolean =>
  [
    'answered-rectification',
    'unanswered-rectification',
    'newer-answer',
    'accepted-rectification',
    'withdrawn-finding',
  ].includes(code)

/** Accepted, or returned with a reason and, where it is given, another day. */
export const rectificationJudge = command({
  type: 'rectification.judge',
  payload: z.object({
    finding: findingKey,
    verdict: z.enum(['accept', 'return']),
    words: z.string().trim().max(MAX_FACT).default(''),
    dueOn: z.string().refine(isLocalDate).nullable().default(null),
    /** How many answers had come back before this one. */
    seen: z.int(),
  }),
  on: findingSubject,
  id: ({ finding }) => finding,
  async context(db, { finding }, meta, state) {
    const unit = isPublished(state) ? state.finding.unit : ''
    const [rectify, people] = await Promise.all([
      actingOn(db, finding, meta),
      listUnitPeople(db, [unit], meta.today),
    ])
    return { rectify, people, unit }
  },
  decide: (state, { finding: _, ...judgement }, { rectify }) => judgeRectification(state, judgement, rectify),
  tell: ({ payload: { verdict }, subject, version, context: { people, unit }, meta }) => {
    const done: InspectionDone = {
      code: verdict === 'accept' ? 'rectification-accepted' : 'rectification-returned',
    }
    return {
      notices: findingNotices(subject, version, people, meta.by, verdict === 'return' ? askedUnit(unit) : []),
      answer: { done, show: shownFinding(subject) },
    }
  },
  onRefusal: (refusal, { finding }) => (isOver(refusal) ? shownFinding(finding) : undefined),
})
