/** A petition before the leading group (Article 32). */
import {
  type Button,
  buttons,
  type Card,
  divider,
  type Element,
  type FormSpec,
  field,
  line,
  note,
} from './kit.ts'
import {
  PETITION_STATUS,
  type PetitionStatus,
  sayNumber,
  type ThreadStep,
  threadElements,
  turnElements,
} from './petition-words.ts'

export interface PetitionFacts {
  readonly number: string
  readonly status: PetitionStatus
  /** Name and unit; that it is hidden. */
  readonly writer: string
  /** `3月2日 10:00（已 5 天）` */
  readonly written: string
  /** '' for nobody, and for no unit. */
  readonly concerned: string
  readonly unit: string
  /** Who may act on it beside the chair; '' for nobody. */
  readonly entrusted: string
  /** The words with which it began. */
  readonly text: string
  /** A page of what came after them. */
  readonly steps: readonly ThreadStep[]
  readonly turns: readonly Button[]
  /** What another member asks consent for. */
  readonly proposal: {
    readonly to: string
    readonly text: string
    readonly buttons: readonly Button[]
  } | null
  readonly form: {
    readonly name: string
    readonly spec: FormSpec
    readonly buttons: readonly Button[]
  } | null
  readonly actions: readonly Button[]
  /** Why the viewer has no buttons; '' for nothing to say. */
  readonly hint: string
}

export function petitionCard(facts: PetitionFacts): Card {
  const { number, status, writer, text, steps, turns, actions, hint } = facts
  return {
    title: `来信${sayNumber(number)}`,
    status: PETITION_STATUS[status],
    summary: `来信${sayNumber(number)}：${PETITION_STATUS[status].text}`,
    elements: [
      {
        tag: 'fields',
        items: [
          { label: '来信人', value: writer },
          { label: '收到', value: facts.written },
          ...(facts.concerned === '' ? [] : [{ label: '涉及人员', value: facts.concerned }]),
          ...(facts.unit === '' ? [] : [{ label: '涉及单位', value: facts.unit }]),
          ...(facts.entrusted === '' ? [] : [{ label: '交由办理', value: facts.entrusted }]),
        ],
      },
      divider,
      line(text),
      ...(steps.length === 0 ? [] : [divider, ...threadElements(steps)]),
      ...turnElements(turns),
      ...proposalElements(facts),
      ...formElements(facts),
      ...(actions.length === 0 ? [] : [buttons(...actions)]),
      ...(hint === '' ? [] : [note(hint)]),
      note('只有领导小组成员能看到；所涉人员看不到。请勿截图转发。'),
    ],
  }
}

function proposalElements({ proposal }: PetitionFacts): Element[] {
  if (proposal === null) return []
  return [
    divider,
    line(`提议转给${proposal.to}，转办内容：`, 'orange'),
    line(proposal.text),
    ...(proposal.buttons.length === 0 ? [note('等待同意。')] : [buttons(...proposal.buttons)]),
  ]
}

function formElements({ form }: PetitionFacts): Element[] {
  if (form === null) return []
  const { name, spec } = form
  return [divider, { tag: 'form', name, elements: spec.fields.map(field), buttons: form.buttons }]
}
