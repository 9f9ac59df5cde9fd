import { type GoalFacts, goalLine } from './goal-facts.ts'
import {
  type GoalDrafter,
  type GoalType,
  PART_NAMES,
  SENDER_NAMES,
  STATUS_NAMES,
  TYPE_NAMES,
} from './goal-words.ts'
import {
  type Action,
  type Button,
  buttons,
  type Card,
  divider,
  type Element,
  heading,
  line,
  note,
} from './kit.ts'

export interface DraftPart {
  readonly drafter: GoalDrafter
  readonly types: readonly { readonly type: GoalType; readonly count: number; readonly draft: Action }[]
  /** Who sent it and when; null while it is with its drafter. */
  readonly sent: { readonly by: string; readonly at: string } | null
  /** Takes it back, where the viewer may and nothing of it was decided yet. */
  readonly withdraw: Action | null
  /** The sending act, where the viewer may send and nothing is missing. */
  readonly send: Action | null
  readonly maySend: boolean
  /** How many goals a sending would carry. */
  readonly open: number
  readonly missing: readonly string[]
}

export interface DraftsFacts {
  readonly year: number
  readonly unit: string
  readonly parts: readonly DraftPart[]
  /** This page's goals of the viewer's parts. */
  readonly goals: readonly DraftFacts[]
  readonly turns: readonly Button[]
  /** To the other units for which the viewer drafts. */
  readonly units: Action | null
  /** Ways of setting many goals at once. */
  readonly bulk: readonly Button[]
}

export interface DraftFacts {
  readonly goal: GoalFacts
  /** Names of the fields to be filled in before sending. */
  readonly lacks: readonly string[]
  readonly revise: Action | null
  readonly remove: Action | null
}

/** What a drafter has drafted for a unit, and what can be done next: draft, change, send. */
export function goalDraftsCard(facts: DraftsFacts): Card {
  const { unit, year, parts } = facts
  const waiting = parts.some((part) => part.sent === null)
  return {
    title: `${unit} ${year}年度目标填报`,
    status: waiting ? { text: '填报中', tone: 'plain' } : { text: '已报送', tone: 'green' },
    summary: `${unit}：${parts.map(countText).join('，')}`,
    elements: [
      ...parts.flatMap((part) => partElements(part)),
      ...(facts.goals.length > 0 ? [divider, ...facts.goals.flatMap(draftElements)] : []),
      ...navigation(facts),
    ],
  }
}

const countText = (part: DraftPart): string =>
  part.types.map((one) => `${TYPE_NAMES[one.type]}${one.count}项`).join('、')

function partElements(part: DraftPart): Element[] {
  const title = [heading(PART_NAMES[part.drafter]), line(countText(part))]
  if (part.sent) {
    return [
      ...title,
      line(`${part.sent.by}已于${part.sent.at}报送，退回前不能修改。`, 'green'),
      ...withdrawal(part),
    ]
  }
  const drafting = part.types.map(
    (one): Button => ({ text: `填报${TYPE_NAMES[one.type]}`, action: one.draft }),
  )
  return [...title, ...missingElements(part), buttons(...sendButton(part), ...drafting), ...senderNote(part)]
}

function withdrawal({ drafter, withdraw }: DraftPart): Element[] {
  if (!withdraw) return []
  const text = `${PART_NAMES[drafter]}回到填报人处，可以修改，改好须重新报送。作出第一个审核或审定决定后即不能撤回。`
  return [buttons({ text: '撤回', action: withdraw, confirm: { title: '确认撤回？', text } })]
}

function missingElements(part: DraftPart): Element[] {
  if (part.missing.length === 0) return []
  const [shown, rest] = [part.missing.slice(0, 12), part.missing.length - 12]
  const more = rest > 0 ? `\n等${part.missing.length}处` : ''
  return [line(`报送前还需补齐：\n${shown.join('\n')}${more}`, 'orange')]
}

function sendButton(part: DraftPart): Button[] {
  if (!part.send) return []
  const to = part.drafter === 'leader' ? '直接提交领导小组审定' : '提交分管校领导审核'
  return [
    {
      text: '报送',
      style: 'primary',
      action: part.send,
      confirm: {
        title: '确认报送？',
        text:
          part.open === 0
            ? `本年度没有${countedTypes(part)}。报送后不能再填报。`
            : `共${part.open}项目标，${to}。报送后，退回前不能修改。`,
      },
    },
  ]
}

function senderNote(part: DraftPart): Element[] {
  const sender = SENDER_NAMES[part.drafter]
  if (part.missing.length === 0 && part.open === 0) {
    return [note(`本年度没有${countedTypes(part)}的，也须由${sender}报送，计划才能提交审定。`)]
  }
  return part.maySend ? [] : [note(`填报完成后，由${sender}报送。`)]
}

const countedTypes = (part: DraftPart): string => part.types.map((one) => TYPE_NAMES[one.type]).join('、')

function draftElements({ goal, lacks, revise, remove }: DraftFacts): Element[] {
  const last = goal.status === 'returned' ? goal.returns.at(-1) : undefined
  const said = goalLine(goal, [
    { text: `\n${TYPE_NAMES[goal.type]}　权重${goal.weight}${goal.due === '' ? '' : `　${goal.due}前`}` },
    ...(goal.assigned ? [{ text: `\n由${goal.assigned}下达，随本单位目标报送，不能修改或删除。` }] : []),
    ...(lacks.length > 0 ? [{ text: `\n待补：${lacks.join('、')}`, tone: 'orange' as const }] : []),
    ...(last ? [{ text: `\n${last.by}退回：${last.comment.slice(0, 240)}`, tone: 'red' as const }] : []),
  ])
  return revise && remove ? [said, buttons(...changing(goal, revise, remove))] : [said]
}

function changing(goal: GoalFacts, revise: Action, remove: Action): Button[] {
  const asked = `删除后不能恢复；现为${STATUS_NAMES[goal.status]}。`
  return [
    { text: '修改', action: revise },
    {
      text: '删除',
      style: 'danger',
      action: remove,
      confirm: { title: `删除目标${goal.number}？`, text: asked },
    },
  ]
}

function navigation({ turns, units, bulk }: DraftsFacts): Element[] {
  const all = [...bulk, ...turns, ...(units ? [{ text: '其他单位', action: units }] : [])]
  return all.length > 0 ? [buttons(...all)] : []
}
