/** An inspector's note, and the withdrawal of what was published. */
import * as z from 'zod'
import { FINDING_KINDS, SEVERITIES } from '../../../../cards/inspection-words.ts'
import type { Choice, Field, FormSpec } from '../../../../cards/kit.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { type FormDefinition, formOf, type Viewer } from '../../../kernel/view.ts'
import { findUnit } from '../../../organization/queries.ts'
import { listGoalsInForce } from '../../../planning/queries.ts'
import { findYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { actingOn, barOfRights } from '../acting.ts'
import { currentFiles, type NamedFile, namedFiles } from '../files.ts'
import { getInspecting } from '../queries/bodies.ts'
import { findInspection } from '../queries/inspections.ts'
import { findFinding, findNote } from '../queries/notes.ts'
import { findGoalNames } from '../queries/targets.ts'
import { isPublished, MAX_DEMAND, MAX_FACT, MOST_FILES, type Note } from '../rules/finding.ts'
import type { InspectionState } from '../rules/inspection.ts'
import { barOfNote, type NoteRefusal, publishedBy, withdrawFinding } from '../rules/note.ts'
import { chosenOf, evidenceFields, wordsOf } from './fields.ts'

const inspectionKey = z.templateLiteral(['inspection:', z.int(), ':', z.int()])
const findingKey = z.templateLiteral(['finding:', z.int(), ':', z.int()])

/** Stands for no goal among the choices. */
const WHOLE = 'unit'

/** `finding`: the note that is changed; null for a new one. */
export const noteForm: FormDefinition = formOf({
  name: 'finding_note',
  params: z.object({
    inspection: inspectionKey,
    unit: z.string(),
    finding: findingKey.nullable().default(null),
  }),
  command: 'finding.note',
  async spec(
    db,
    { inspection: id, unit, finding },
    viewer,
  ): Promise<FormSpec | { readonly refusal: NoteRefusal }> {
    const [inspection, row, kept] = await Promise.all([
      findInspection(db, id),
      findUnit(db, unit),
      finding === null ? undefined : findNote(db, finding, viewer.by),
    ])
    if (finding !== null && !kept) return { refusal: await goneNote(db, finding) }
    const goals = await goalChoices(db, inspection, unit)
    const unitName = row?.name ?? unit
    const bar = await barFor(db, { inspection, unit, unitName, goals }, viewer)
    if (bar) return { refusal: bar }
    const files = await filesFor(db, viewer, kept?.note)
    return {
      title: `记录发现：${unitName}`,
      intro: '保存后只有您本人能看到，核对后再发布给单位。可先发送图片、文件，再打开本表选用。',
      fields: [
        ...whatFields(goals, kept?.note),
        ...demandFields(kept?.note, viewer.today),
        ...evidenceFields(files.all, files.chosen),
      ],
      submit: '保存记录',
      back: { show: 'inspection', with: { inspection: id } },
    }
  },
  payload: (values, { inspection, unit, finding }) => ({
    ...{ inspection, unit, finding },
    goal: goalOf(wordsOf(values.goal)),
    kind: wordsOf(values.kind),
    severity: wordsOf(values.severity) === '' ? null : wordsOf(values.severity),
    fact: wordsOf(values.fact),
    demand: wordsOf(values.demand),
    dueOn: wordsOf(values.dueOn) === '' ? null : wordsOf(values.dueOn),
    evidence: chosenOf(values.evidence),
  }),
})

/** A note of the viewer's that is there no more, or another's, of which nothing is said. */
async function goneNote(db: Database, finding: string): Promise<NoteRefusal> {
  const state = await findFinding(db, finding)
  return isPublished(state) ? publishedBy(state) : { code: 'foreign-note' }
}

const goalOf = (chosen: string): string | null => (chosen === '' || chosen === WHOLE ? null : chosen)

interface Target {
  readonly inspection: InspectionState
  readonly unit: string
  readonly unitName: string
  readonly goals: readonly Choice[]
}

async function barFor(db: Database, { inspection, goals, ...target }: Target, viewer: Viewer) {
  const year = inspection.status === 'none' ? 0 : inspection.plan.year
  const [inspecting, open] = await Promise.all([getInspecting(db, viewer), findYear(db, year)])
  const [first] = goals
  const goal = first && first.value !== WHOLE ? { id: first.value, number: 0, title: '' } : null
  return barOfNote({ ...target, goal }, { inspection, ...inspecting, phase: open?.phase ?? 'closed' })
}

/** The unit as a whole and its goals; of a check on goals only those that were drawn. */
async function goalChoices(db: Database, inspection: InspectionState, unit: string): Promise<Choice[]> {
  if (inspection.status === 'none') return []
  const { plan } = inspection
  const called = ({ number, title }: { readonly number: number; readonly title: string }) =>
    `目标${number} ${title}`
  if (plan.kind === 'check' && plan.of === 'goals') {
    const picked = 'draw' in inspection ? inspection.draw.picked.filter((one) => one.unit === unit) : []
    const names = await findGoalNames(
      db,
      picked.map((one) => one.id),
    )
    return [...names.values()].map((goal) => ({ value: goal.id, text: called(goal) }))
  }
  const goals = await listGoalsInForce(db, plan.year, unit)
  return [
    { value: WHOLE, text: '单位整体' },
    ...goals.map((goal) => ({ value: goal.id, text: called(goal) })),
  ]
}

function whatFields(goals: readonly Choice[], note: Note | undefined): Field[] {
  return [
    {
      ...({ kind: 'choice', name: 'goal', label: '关于', required: true, choices: goals } as const),
      initial: note?.goal?.id ?? goals[0]?.value ?? '',
    },
    {
      ...({ kind: 'choice', name: 'kind', label: '类别', required: true } as const),
      choices: Object.entries(FINDING_KINDS).map(([value, text]) => ({ value, text })),
      initial: note?.kind ?? 'problem',
    },
    {
      ...({ kind: 'choice', name: 'severity', label: '程度', hint: '问题和整改须填' } as const),
      choices: Object.entries(SEVERITIES).map(([value, { text }]) => ({ value, text })),
      ...(note?.severity ? { initial: note.severity } : {}),
    },
    {
      ...({
        kind: 'text',
        name: 'fact',
        label: '事实',
        required: true,
        maxLength: MAX_FACT,
        rows: 4,
      } as const),
      hint: '时间、地点、看到什么，不写推测',
      initial: note?.fact ?? '',
    },
  ]
}

function demandFields(note: Note | undefined, today: LocalDate): Field[] {
  return [
    {
      ...({ kind: 'text', name: 'demand', label: '整改要求', maxLength: MAX_DEMAND, rows: 2 } as const),
      hint: '类别为整改时须填',
      initial: note?.demand ?? '',
    },
    {
      ...({ kind: 'date', name: 'dueOn', label: '整改期限', from: today } as const),
      hint: '类别为整改时须填',
      ...(note?.dueOn ? { initial: note.dueOn } : {}),
    },
  ]
}

/** Those of the note, and what was sent since. A new note takes all that serve nothing yet. */
async function filesFor(db: Database, viewer: Viewer, note: Note | undefined) {
  const [kept, fresh] = await Promise.all([namedFiles(db, note?.evidence ?? []), currentFiles(db, viewer.by)])
  const ids = kept.map((one) => one.id)
  const all: readonly NamedFile[] = [...kept, ...fresh.filter((one) => !ids.includes(one.id))].slice(
    0,
    MOST_FILES,
  )
  return { all, chosen: note ? ids : all.map((one) => one.id) }
}

export const withdrawForm: FormDefinition = formOf({
  name: 'finding_withdraw',
  params: z.object({ finding: findingKey }),
  command: 'finding.withdraw',
  async spec(db, { finding }, viewer) {
    const [state, acting] = await Promise.all([findFinding(db, finding), actingOn(db, finding, viewer)])
    return barOfRights(withdrawFinding(state, '', acting)) ?? withdrawSpec(finding)
  },
  payload: (values, { finding }) => ({ finding, reason: wordsOf(values.reason) }),
})

const withdrawSpec = (finding: string): FormSpec => ({
  title: '撤回发现',
  intro: '撤回后记录仍保留并标明，不再作为考核依据；单位会收到理由。',
  fields: [
    { kind: 'text', name: 'reason', label: '撤回理由', required: true, maxLength: MAX_DEMAND, rows: 3 },
  ],
  submit: '撤回',
  back: { show: 'finding', with: { finding } },
})
