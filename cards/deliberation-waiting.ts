import {
  type Button,
  buttons,
  type Card,
  type Element,
  type Field,
  field,
  line,
  note,
  type Tone,
} from './kit.ts'

export interface DeliberationWaitingFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly group: string
  readonly members: readonly {
    readonly name: string
    readonly state: { readonly text: string; readonly tone: Tone }
  }[]
  readonly missing: readonly string[]
  /** Who took the deliberation back to the sheets, when and why; '' where nobody did. */
  readonly reopened: string
  /** The convenor's questions for excusing a member; null for the others, and when nobody is missing. */
  readonly excuse: readonly Field[] | null
  readonly mayOpen: boolean
}

/** Before the deliberation: who has sent a sheet and who has not, never what is in it (Article 22). */
export function deliberationWaitingCard(facts: DeliberationWaitingFacts): Card {
  const { unit, missing } = facts
  const ready = missing.length === 0
  return {
    title: `合议：${unit.name}`,
    subtitle: `${facts.year}年度 · ${facts.group}`,
    status: ready ? { text: '待开启', tone: 'blue' } : { text: `缺${missing.length}份`, tone: 'orange' },
    summary: ready ? `${unit.name}评分表已交齐，可以开启合议` : `${unit.name}还缺${missing.length}份评分表`,
    elements: [
      ...(facts.reopened === '' ? [] : [note(facts.reopened)]),
      line(
        ready ? '评分表已交齐，可以开启合议。' : `还没有提交：${missing.join('、')}`,
        ready ? 'green' : 'orange',
      ),
      membersTable(facts.members),
      ...(facts.excuse ? [excuseForm(facts, facts.excuse)] : []),
      ...(facts.mayOpen && ready ? [buttons(openButton(facts))] : []),
      note('合议开启后评分表不能再改，全部到会成员可看到各人的打分。'),
    ],
  }
}

function membersTable(members: DeliberationWaitingFacts['members']): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'name', label: '成员', kind: 'text' },
      { name: 'state', label: '评分表', kind: 'status' },
    ],
    rows: members.map((one) => ({ name: one.name, state: one.state })),
  }
}

function excuseForm(
  { year, unit }: Pick<DeliberationWaitingFacts, 'year' | 'unit'>,
  fields: readonly Field[],
): Element {
  return {
    tag: 'form',
    name: 'excuse',
    elements: fields.map(field),
    buttons: [{ text: '登记缺席', action: { submit: 'excuse', with: { year, unit: unit.id } } }],
  }
}

const openButton = ({ year, unit }: DeliberationWaitingFacts): Button => ({
  text: '开启合议',
  style: 'primary',
  action: { do: 'deliberation.open', with: { year, unit: unit.id } },
  confirm: { title: '开启合议', text: '开启后评分表不能再改，确定开启吗？' },
})
