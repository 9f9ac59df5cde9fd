import { buttons, type Card, line, note } from './kit.ts'

export interface NearestFacts {
  /** What was said, cut short; '' where it had no words. */
  readonly heard: string
  readonly suggestions: readonly string[]
}

/** Feishu cuts a longer label. */
const LABEL = 8

/** What was heard, and the commands that are most like it. */
export function nearestCard({ heard, suggestions }: NearestFacts): Card {
  return {
    title: '没有听懂',
    summary: '没有听懂，请点按钮选择，或发送「帮助」',
    elements: [
      line(
        heard === ''
          ? '这条消息里没有文字。您可以试试：'
          : `听到的是「${heard}」，没有对应的操作。您是不是想说：`,
      ),
      buttons(
        ...suggestions.map((words) => ({
          text: [...words].slice(0, LABEL).join(''),
          action: { say: words },
        })),
      ),
      note('发送「帮助」可查看全部可以说的话。'),
    ],
  }
}
