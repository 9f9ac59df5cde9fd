/** The words of appeals, used alike on every card of them. */
import { type Action, type Button, buttons, type Element, line, note, type Tone } from './kit.ts'
import { sayPoints } from './score-words.ts'

export type AppealStatus =
  | 'draft'
  | 'sent'
  | 'with-group'
  | 'agreed'
  | 'with-leaders'
  | 'kept'
  | 'changed'
  | 'withdrawn'

export const APPEAL_STATUS: {
  readonly [status in AppealStatus]: { readonly text: string; readonly tone: Tone }
} = {
  draft: { text: '草稿', tone: 'muted' },
  sent: { text: '待办公室分办', tone: 'orange' },
  'with-group': { text: '工作组合议中', tone: 'blue' },
  agreed: { text: '待领导小组确认', tone: 'orange' },
  'with-leaders': { text: '待领导小组决定', tone: 'orange' },
  kept: { text: '维持原扣分', tone: 'muted' },
  changed: { text: '已更改得分', tone: 'green' },
  withdrawn: { text: '已撤回', tone: 'muted' },
}

/** `第1件申诉` */
export const sayAppeal = (number: number): string => `第${number}件申诉`

/** `目标3第2条` of `3.2` */
export function sayPlace(place: string): string {
  const [goal = '', index = ''] = place.split('.')
  return `目标${goal}第${index}条`
}

export interface AppealItemFacts {
  readonly place: string
  /** The goal's title. */
  readonly title: string
  /** Hundredths. */
  readonly points: number
  readonly reason: string
  readonly criterion: string
  readonly why: string
  readonly evidence: { readonly count: number; readonly open: Action } | null
  readonly verdict: VerdictFacts | null
  readonly drop: Action | null
}

export interface VerdictFacts {
  /** Hundredths; null where it is kept as it was. */
  readonly points: number | null
  readonly reason: string
}

/** A deduction that is appealed against: what it said, why it is wrong, what became of it. */
export function itemElements(item: AppealItemFacts): Element[] {
  const { place, title, points, reason, criterion, why, verdict } = item
  const own = itemButtons(item)
  return [
    {
      tag: 'text',
      spans: [
        { text: `${sayPlace(place)}　扣${sayPoints(points)}分`, bold: true },
        { text: `　${title}`, tone: 'muted' },
      ],
    },
    line(`扣分原因：${reason || '一级区间内评定'}`),
    ...(criterion === '' ? [] : [note(`依据：${criterion}`)]),
    line(`申诉理由：${why}`, 'blue'),
    ...(verdict ? [line(sayVerdict(points, verdict), verdict.points === null ? 'plain' : 'green')] : []),
    ...(own.length > 0 ? [buttons(...own)] : []),
  ]
}

function itemButtons({ place, evidence, drop }: AppealItemFacts): Button[] {
  return [
    ...(evidence ? [{ text: `佐证材料（${evidence.count}份）`, action: evidence.open }] : []),
    ...(drop ? [{ text: `移除${sayPlace(place)}`, action: drop }] : []),
  ]
}

/** `改为扣1分（原扣2.5分）：…` */
export function sayVerdict(before: number, { points, reason }: VerdictFacts): string {
  if (points === null) return `处理：维持扣${sayPoints(before)}分。${reason}`
  const now = points === 0 ? '撤销扣分' : `改为扣${sayPoints(points)}分`
  return `处理：${now}（原扣${sayPoints(before)}分）。${reason}`
}
