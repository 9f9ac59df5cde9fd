import {
  ACCOUNT_STATUSES,
  type AccountStatus,
  LACK_NAMES,
  type Lack,
  type Told,
  toldLines,
} from './account-words.ts'
import { goalNames } from './goal-words.ts'
import { type Button, buttons, type Card, type Element, line, note, type Span } from './kit.ts'
import type { Block, Packed } from './packing.ts'
import { type GoalFacts, nameGoal } from './score-words.ts'

export interface AccountGoalFacts {
  readonly id: string
  readonly goal: Pick<GoalFacts, 'number' | 'type' | 'title'>
  readonly told: Told | null
  /** Empty where it is not the viewer's to fill. */
  readonly lacks: readonly Lack[]
}

export interface AccountFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly status: AccountStatus
  /** `12月1日 10:00，药学院 负责人`: signed, taken back, or last changed; '' before anything. */
  readonly last: string
  readonly takenBack: boolean
  /** Why nothing can be stated any more; '' where it can, or where it is not the viewer's. */
  readonly closed: string
  readonly packed: Packed
  /** Numbers of the goals that lack something. */
  readonly missing: readonly number[]
  /** What the viewer may do with it now; `revision`: what is signed with the tap. */
  readonly may: { readonly fill: boolean; readonly sign: boolean; readonly takeBack: boolean }
  readonly revision: number
}

/** What a unit says of its own year, goal by goal. */
export function accountCard(facts: AccountFacts): Card {
  const { year, unit, status, packed, missing, may, closed } = facts
  return {
    title: `年度自评：${unit.name}`,
    subtitle: `${year}年度${packed.pages > 1 ? ` · 第${packed.page}/${packed.pages}页` : ''}`,
    status: ACCOUNT_STATUSES[status],
    summary: `${unit.name}年度自评：${ACCOUNT_STATUSES[status].text}`,
    elements: [
      line(sayStanding(facts), status === 'signed' ? 'green' : 'plain'),
      ...(closed === '' ? [] : [note(closed)]),
      ...(may.fill && missing.length > 0 ? [line(`没有写全：${goalNames(missing)}`, 'orange')] : []),
      ...packed.blocks.flatMap(({ elements }) => elements as readonly Element[]),
      ...actButtons(facts),
    ],
  }
}

function sayStanding({ status, last, takenBack, missing, may }: AccountFacts): string {
  switch (status) {
    case 'none':
      return '自评还没有填写。'
    case 'draft': {
      const next = missing.length > 0 ? '' : may.sign ? '已写全，请提交。' : '已写全，等负责人提交。'
      return takenBack && last !== ''
        ? `已收回，最近改动：${last}。${next}`
        : `草稿，最近改动：${last}。${next}`
    }
    case 'signed':
      return `已于${last}提交。`
  }
}

/** A goal as the unit states it; of those that lack something the viewer sees what. */
export function goalInAccount({ id, goal, told, lacks }: AccountGoalFacts, place: Place): Block {
  const spans: readonly Span[] = [
    ...(told ? toldLines(told).map((text): Span => ({ text: `${text}\n` })) : []),
    ...(lacks.length === 0
      ? []
      : [{ text: `还缺：${lacks.map((one) => LACK_NAMES[one]).join('、')}`, tone: 'orange' as const }]),
  ]
  const evidence: Button = {
    text: '佐证材料',
    action: { send: 'account-evidence', with: { ...place, goal: goal.number } },
  }
  const result = told?.result ? `　${told.result}` : ''
  return {
    key: `goal:${goal.number}`,
    elements: [
      {
        tag: 'fold',
        title: `${nameGoal(goal)}${result}`,
        elements: [
          { tag: 'text', spans: spans.length === 0 ? [{ text: '没有写。' }] : spans },
          buttons(
            { text: '进展记录', action: { send: 'progress-history', with: { goal: id, page: 0 } } },
            ...(told && told.files > 0 ? [evidence] : []),
          ),
        ],
      },
    ],
  }
}

interface Place {
  readonly year: number
  readonly unit: string
}

function actButtons({ year, unit, packed, may, missing, revision }: AccountFacts): readonly Element[] {
  const at = { year, unit: unit.id }
  const { page, pages } = packed
  const to = (text: string, next: number): Button => ({
    text,
    action: { show: 'account', with: { ...at, page: next } },
  })
  const all: readonly Button[] = [
    ...(may.sign && missing.length === 0
      ? [
          {
            text: '提交自评',
            style: 'primary' as const,
            action: { do: 'account.sign', with: { ...at, seen: revision } },
            confirm: {
              title: '提交年度自评？',
              text: '提交后考核成员可以看到；第一份评分表提交前可以收回。',
            },
          },
        ]
      : []),
    ...(may.fill
      ? [
          {
            text: '填写自评',
            style: missing.length > 0 ? ('primary' as const) : ('plain' as const),
            action: { show: 'account-page', with: { ...at, page: 1, ...firstOf(missing) } },
          },
        ]
      : []),
    ...(may.takeBack
      ? [{ text: '收回自评', style: 'danger' as const, action: { do: 'account.take-back', with: at } }]
      : []),
    ...(page > 1 ? [to('上一页', page - 1)] : []),
    ...(page < pages ? [to('下一页', page + 1)] : []),
  ]
  return all.length === 0 ? [] : [buttons(...all)]
}

const firstOf = ([goal]: readonly number[]): { readonly goal?: number } =>
  goal === undefined ? {} : { goal }
