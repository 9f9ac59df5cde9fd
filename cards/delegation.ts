import { type Button, buttons, type Card, line, note, type Tone } from './kit.ts'

export type DelegationStatus = 'later' | 'live' | 'ended' | 'over'

export interface DelegationFacts {
  readonly principal: string
  readonly delegate: string
  /** 全部职责, or the duties by name. */
  readonly duties: string
  /** 3月2日至3月10日 */
  readonly span: string
  readonly given: string
  readonly status: DelegationStatus
  /** Who ended it and when, or since when it is over; '' while it is open. */
  readonly end: string
  /** What the viewer may do. */
  readonly buttons: readonly Button[]
  /** What it means for the viewer; '' for nothing. */
  readonly hint: string
}

export const DELEGATION_STATUS: { readonly [status in DelegationStatus]: { text: string; tone: Tone } } = {
  later: { text: '未开始', tone: 'blue' },
  live: { text: '生效中', tone: 'green' },
  ended: { text: '已提前结束', tone: 'muted' },
  over: { text: '已到期', tone: 'muted' },
}

/** One delegation, for those whom it concerns. */
export function delegationCard(facts: DelegationFacts): Card {
  const { principal, delegate, span, status } = facts
  const state = DELEGATION_STATUS[status]
  return {
    title: `委托：${principal} → ${delegate}`,
    status: state,
    summary: `${principal}委托${delegate}代办，${span}，${state.text}`,
    elements: [
      {
        tag: 'fields',
        items: [
          { label: '委托人', value: principal },
          { label: '受托人', value: delegate },
          { label: '职责', value: facts.duties },
          { label: '期限', value: span },
          { label: '办理', value: facts.given },
          ...(facts.end === '' ? [] : [{ label: '结束', value: facts.end }]),
        ],
      },
      ...(facts.hint === '' ? [] : [line(facts.hint)]),
      note('受托人以委托人名义办理，所有记录同时写明两人姓名；本单位回避等规定对两人都适用。'),
      ...(facts.buttons.length === 0 ? [] : [buttons(...facts.buttons)]),
    ],
  }
}
