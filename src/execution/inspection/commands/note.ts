/** `finding.note`, `finding.drop`, `finding.publish`, `finding.withdraw`: from an inspector's own note to the unit. */
import * as z from 'zod'
import { type Command, command, type Meta, type Prepared } from '../../../kernel/command.ts'
import type { SubjectId } from '../../../kernel/ids.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { isLocalDate } from '../../../kernel/time.ts'
import { findUnit } from '../../../organization/queries.ts'
import { findGoal } from '../../../planning/queries.ts'
import { findYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { actingOn } from '../acting.ts'
import { attachFiles } from '../attach.ts'
import type { InspectionDone } from '../done.ts'
import { noteHash } from '../draw.ts'
import { askedUnit, findingNotices, listLeader, listUnitPeople } from '../notices.ts'
import { getInspecting } from '../queries/bodies.ts'
import { findInspection, nextNumber } from '../queries/inspections.ts'
import { findNote, listNotes } from '../queries/notes.ts'
import { upsertNote } from '../rows.ts'
import { isPublished, MAX_DEMAND, MAX_FACT, MOST_FILES, type Note } from '../rules/finding.ts'
import { dropNote, keepNote, type NoteContext, publishNote, withdrawFinding } from '../rules/note.ts'
import { findingId, findingSubject } from '../subjects.ts'

export const findingKey = z.templateLiteral(['finding:', z.int(), ':', z.int()])
const inspectionKey = z.templateLiteral(['inspection:', z.int(), ':', z.int()])
const yearOf = (id: string): number => Number(id.split(':')[1])
export const shownFinding = (finding: SubjectId) => ({ name: 'finding', params: { finding } })

const words = (most: number) =>
  z
    .string()
    .trim()
    .refine((text) => [...text].length <= most)

const noted = z.object({
  /** Null for a new note. */
  finding: findingKey.nullable().default(null),
  inspection: inspectionKey,
  unit: z.string(),
  goal: z.string().nullable().default(null),
  kind: z.enum(['good', 'problem', 'rectification']),
  severity: z.enum(['slight', 'grave', 'serious']).nullable().default(null),
  fact: words(MAX_FACT),
  demand: words(MAX_DEMAND).default(''),
  dueOn: z.string().refine(isLocalDate).nullable().default(null),
  evidence: z.array(z.string()).max(MOST_FILES).default([]),
})

/** Keeps a note, which only its author reads: the words stay out of the journal, which gets their hash. */
export const findingNote: Command = {
  type: 'finding.note',
  payload: noted,
  async prepare(db, raw, meta): Promise<Prepared> {
    const asked = noted.parse(raw)
    const year = yearOf(asked.inspection)
    const [note, context, own] = await Promise.all([
      noteFrom(db, asked),
      noteContext(db, asked.inspection, meta),
      listNotes(db, meta.by),
    ])
    const number = asked.finding ? Number(asked.finding.split(':')[2]) : await nextNumber(db, 'finding', year)
    const id = asked.finding ?? findingId(year, number)
    const text = JSON.stringify(note)
    const twin = own.find((one) => one.text === text && one.id !== id)
    const head = await foldSubject(db, findingSubject, id)
    const kept = { hash: noteHash(text), year, number, same: twin !== undefined }
    const decision = keepNote(head.state, note, kept, context)
    if ('refusal' in decision) {
      const shows = decision.refusal.code === 'repeated-note' || isPublished(head.state)
      const there = (twin?.id ?? id) as SubjectId
      return { refusal: decision.refusal, ...(shows && { show: shownFinding(there) }) }
    }
    const done: InspectionDone = { code: 'note-kept' }
    return {
      change: {
        subjects: [findingSubject.change(id, head, decision.events)],
        notices: [],
        also: [upsertNote({ id, author: meta.by, inspection: note.inspection, note: text, at: meta.at })],
        answer: { done, show: shownFinding(id) },
      },
    }
  },
}

/** A goal of another unit counts as none: the rule then says that it is no target, where a goal is needed. */
async function noteFrom(db: Database, asked: z.infer<typeof noted>): Promise<Note> {
  const { finding: _, goal: wanted, ...rest } = asked
  const [unit, goal] = await Promise.all([
    findUnit(db, asked.unit),
    wanted === null ? undefined : findGoal(db, wanted),
  ])
  const own = goal && goal.unit === asked.unit ? goal : undefined
  return {
    ...rest,
    unitName: unit?.name ?? asked.unit,
    goal: own ? { id: own.id, number: own.number, title: own.title } : null,
  }
}

async function noteContext(db: Database, inspection: string, meta: Meta): Promise<NoteContext> {
  const [state, inspecting, open] = await Promise.all([
    findInspection(db, inspection),
    getInspecting(db, meta),
    findYear(db, yearOf(inspection)),
  ])
  const phase = open?.phase ?? 'closed'
  return { inspection: state, ...inspecting, phase, typist: meta.by, at: meta.at, today: meta.today }
}

export const findingDrop = command({
  type: 'finding.drop',
  payload: z.object({ finding: findingKey }),
  on: findingSubject,
  id: ({ finding }) => finding,
  context: async () => undefined,
  decide: (state, _payload, _context, meta) => dropNote(state, meta.by),
  tell: ({ subject }) => {
    const done: InspectionDone = { code: 'note-dropped' }
    return { answer: { done, show: shownFinding(subject) } }
  },
  onRefusal: (_, { finding }) => shownFinding(finding),
})

const published = z.object({ finding: findingKey, seen: z.string() })

/** The note goes to the unit as it was seen, with its files; a rectification to the leader in charge too. */
export const findingPublish: Command = {
  type: 'finding.publish',
  payload: published,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { finding: id, seen } = published.parse(raw)
    const [head, kept] = await Promise.all([foldSubject(db, findingSubject, id), findNote(db, id, meta.by)])
    const intact = kept && head.state.status === 'noted' && noteHash(kept.text) === head.state.hash
    const note = intact ? kept.note : undefined
    const context = await noteContext(db, note?.inspection ?? 'inspection:0:0', meta)
    // A unit that ended since, or a goal that went to another, is found upon there.
    const there = note && (await findUnit(db, note.unit))
    if (there?.active === 0) return { refusal: { code: 'unfit-target' } }
    const decision = publishNote(head.state, note, seen, context)
    if ('refusal' in decision) {
      const moved = ['published-finding', 'changed-note', 'dropped-note'].includes(decision.refusal.code)
      return { refusal: decision.refusal, ...(moved && { show: shownFinding(id) }) }
    }
    const files = await attachFiles(db, note?.evidence ?? [], id, meta.by)
    if ('refusal' in files) return files
    const change = findingSubject.change(id, head, decision.events)
    const unit = note?.unit ?? ''
    const leader = note?.kind === 'rectification' ? await listLeader(db, unit) : []
    const people = [...(await listUnitPeople(db, [unit], meta.today)), ...leader]
    const asks = note?.kind === 'rectification' ? askedUnit(unit) : []
    const done: InspectionDone = { code: 'finding-published', unit: note?.unitName ?? '' }
    return {
      change: {
        subjects: [change, ...files.changes],
        notices: findingNotices(id, change.version, people, meta.by, asks),
        touches: [...(note ? [note.inspection as SubjectId] : []), ...files.touches],
        answer: { done, show: shownFinding(id) },
      },
    }
  },
}

export const findingWithdraw = command({
  type: 'finding.withdraw',
  payload: z.object({ finding: findingKey, reason: words(MAX_DEMAND) }),
  on: findingSubject,
  id: ({ finding }) => finding,
  async context(db, { finding }, meta, state) {
    const unit = isPublished(state) ? state.finding.unit : ''
    const [inspecting, people] = await Promise.all([
      actingOn(db, finding, meta),
      listUnitPeople(db, [unit], meta.today),
    ])
    return { inspecting, people }
  },
  decide: (state, { reason }, { inspecting }) => withdrawFinding(state, reason, inspecting),
  tell: ({ subject, version, context: { people }, meta }) => {
    const done: InspectionDone = { code: 'finding-withdrawn' }
    return {
      notices: findingNotices(subject, version, people, meta.by),
      answer: { done, show: shownFinding(subject) },
    }
  },
  onRefusal: (refusal, { finding }) =>
    refusal.code === 'withdrawn-finding' ? shownFinding(finding) : undefined,
})
