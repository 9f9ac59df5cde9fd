import {
  brief,
  type FindingKind,
  type FindingStatus,
  findingMark,
  type Severity,
  sayKind,
} from './inspection-words.ts'
import type { FormSpec, Params } from './kit.ts'
import { type Action, type Button, buttons, type Card, type Element, field, line, note } from './kit.ts'

export interface FoundFile {
  readonly name: string
  readonly open: Action
}

export interface FoundAnswer {
  readonly words: string
  readonly by: string
  readonly at: string
  /** Whether it came after the day. */
  readonly late: boolean
  readonly files: readonly FoundFile[]
}

export interface InspectionFindingFacts {
  readonly number: number
  readonly unit: string
  /** `目标3 教材建设`; '' where it is about the unit. */
  readonly goal: string
  readonly inspection: { readonly name: string; readonly open: Action }
  readonly body: string
  readonly kind: FindingKind
  readonly severity: Severity | null
  readonly fact: string
  readonly demand: string
  readonly due: string
  readonly files: readonly FoundFile[]
  readonly by: string
  readonly at: string
  readonly status: FindingStatus
  readonly overdue: boolean
  /** Answers that came back, the newest first; a page of them. */
  readonly rounds: readonly {
    readonly answer: FoundAnswer
    readonly reason: string
    readonly by: string
    readonly at: string
  }[]
  readonly turns: readonly Button[]
  readonly answer: FoundAnswer | null
  /** Acceptance or withdrawal. */
  readonly close: string
  /** What the viewer is asked: the unit to answer, an inspector to judge. */
  readonly form: {
    readonly name: string
    readonly spec: FormSpec
    readonly buttons: readonly Button[]
  } | null
  readonly actions: readonly Button[]
}

/** A finding that was published to a unit, with all that came of it. */
export function inspectionFindingCard(facts: InspectionFindingFacts): Card {
  const mark = findingMark(facts.status, facts.overdue)
  const what = sayKind(facts.kind, facts.severity)
  return {
    title: `督查发现：${facts.unit}`,
    subtitle: `${facts.number}号 · ${what}`,
    status: mark,
    summary: `${facts.unit}${what}：${brief(facts.fact, 60)}`,
    elements: [
      ...(facts.goal === '' ? [] : [line(facts.goal)]),
      line(facts.fact),
      ...demanded(facts),
      ...fileElements('佐证材料', facts.files),
      note(`${facts.inspection.name}　${facts.body}　${facts.by} 于 ${facts.at} 发布`),
      ...facts.rounds.map(roundFold),
      ...(facts.turns.length > 0 ? [buttons(...facts.turns)] : []),
      ...(facts.answer ? answerElements(facts.answer) : []),
      ...(facts.close === '' ? [] : [line(facts.close, mark.tone)]),
      ...formElements(facts),
      buttons({ text: '查看督查', action: facts.inspection.open }, ...facts.actions),
      ...(facts.kind === 'good' || facts.status === 'withdrawn' ? [] : [note('考核时将提交考核组研究。')]),
    ],
  }
}

function demanded({ demand, due, overdue }: InspectionFindingFacts): Element[] {
  if (demand === '') return []
  return [
    line(`整改要求：${demand}`),
    line(`整改期限：${due}${overdue ? '（已逾期）' : ''}`, overdue ? 'red' : 'plain'),
  ]
}

function fileElements(title: string, files: readonly FoundFile[]): Element[] {
  if (files.length === 0) return []
  return [
    {
      tag: 'fold',
      title: `${title}（${files.length}份）`,
      elements: fileRows(files),
    },
  ]
}

const NAME = 60

/** Names in one line each, then a row of buttons by number. */
function fileRows(files: readonly FoundFile[]): Element[] {
  if (files.length === 0) return []
  return [
    note(files.map((file, at) => `${at + 1}. ${brief(file.name, NAME)}`).join('\n')),
    buttons(...files.map((file, at) => ({ text: `取回第${at + 1}份`, action: file.open }))),
  ]
}

function answerElements({ words, by, at, late, files }: FoundAnswer): Element[] {
  return [
    line(`整改情况：${words}`),
    note(`${by} 于 ${at} 报送${late ? '（逾期报送）' : ''}`),
    ...fileElements('整改材料', files),
  ]
}

function roundFold({ answer, reason, by, at }: InspectionFindingFacts['rounds'][number]): Element {
  return {
    tag: 'fold',
    title: `${at} 退回：${brief(reason, 40)}`,
    elements: [
      line(`整改情况：${answer.words}`),
      note(`${answer.by} 于 ${answer.at} 报送${answer.late ? '（逾期报送）' : ''}`),
      ...fileRows(answer.files),
      line(`${by} 退回：${reason}`, 'orange'),
    ],
  }
}

function formElements({ form }: InspectionFindingFacts): Element[] {
  if (form === null) return []
  const { name, spec } = form
  return [
    ...(spec.intro === undefined ? [] : [note(spec.intro)]),
    { tag: 'form', name, elements: spec.fields.map(field), buttons: form.buttons },
  ]
}

export interface InspectionNoteFacts {
  readonly unit: string
  readonly goal: string
  readonly inspection: { readonly name: string; readonly open: Action }
  readonly kind: FindingKind
  readonly severity: Severity | null
  readonly fact: string
  readonly demand: string
  readonly due: string
  readonly files: readonly string[]
  /** What must be filled in before it can be published. */
  readonly missing: readonly string[]
  readonly publish: Action
  readonly change: Action
  readonly drop: Params & { readonly finding: string }
}

/** An inspector's own note, for its author alone. */
export function inspectionNoteCard(facts: InspectionNoteFacts): Card {
  const { unit, goal, kind, severity, missing } = facts
  return {
    title: `督查记录：${unit}`,
    subtitle: `${facts.inspection.name} · ${sayKind(kind, severity)}`,
    status: { text: '未发布', tone: 'orange' },
    summary: `督查记录（未发布）：${unit}`,
    elements: [
      ...(goal === '' ? [] : [line(goal)]),
      line(facts.fact),
      ...(facts.demand === '' ? [] : [line(`整改要求：${facts.demand}`)]),
      ...(facts.due === '' ? [] : [line(`整改期限：${facts.due}`)]),
      ...(facts.files.length === 0
        ? []
        : [line(`佐证材料：${facts.files.map((name) => brief(name, NAME)).join('、')}`)]),
      ...(missing.length === 0 ? [] : [line(`发布前请补充：${missing.join('、')}`, 'orange')]),
      buttons(...noteButtons(facts)),
      note('只有您本人能看到；发布后单位、分管校领导、督查组、考核组、办公室和领导小组可以看到。'),
    ],
  }
}

function noteButtons({ missing, publish, change, drop, unit, inspection }: InspectionNoteFacts): Button[] {
  const confirm = { title: '发布给单位？', text: `发布后不能修改，只能说明理由撤回。将通知${unit}。` }
  return [
    ...(missing.length === 0
      ? [{ text: '发布给单位', style: 'primary' as const, action: publish, confirm }]
      : []),
    { text: '修改', action: change },
    {
      text: '删除',
      style: 'danger',
      action: { do: 'finding.drop', with: drop },
      confirm: { title: '删除这条记录？', text: '删除后不能恢复。' },
    },
    { text: '查看督查', action: inspection.open },
  ]
}
