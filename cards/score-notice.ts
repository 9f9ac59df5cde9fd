import { type Action, buttons, type Card, line } from './kit.ts'

export interface ScoreNoticeFacts {
  readonly title: string
  /** Why nothing can be done or seen here, with the next step. */
  readonly text: string
  readonly next?: { readonly text: string; readonly action: Action }
}

/** Said in the place of a card that the viewer may not see, or cannot use now. */
export function scoreNoticeCard({ title, text, next }: ScoreNoticeFacts): Card {
  return {
    title,
    status: { text: '提示', tone: 'muted' },
    summary: text,
    elements: [line(text), ...(next ? [buttons(next)] : [])],
  }
}
