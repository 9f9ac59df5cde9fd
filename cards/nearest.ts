import { buttons, type Card, line, note } from './kit.ts'

export interface NearestFacts {
  /** What was said, cut short; '' where it had no words. */
  readonly heard: string
  readonly suggestions: readonly string[]
  /** It may have been meant for a sealed paper, and is kept nowhere. */
  readonly secret?: boolean
}

/** Feishu cuts a longer label. */
const LABEL = 8

const SECRET =
  '没有听懂。为保密，刚才的话没有保存，也没有送达。反映、补充或回复，请点卡片上的按钮，写在卡片里。您也可以试试：'

function said({ heard, secret = false }: NearestFacts): string {
  if (secret) return SECRET
  if (heard === '') return '这条消息里没有文字。您可以试试：'
  return `听到的是「${heard}」，没有对应的操作。您是不是想说：`
}

/** What was heard, and the commands that are most like it. */
export function nearestCard(facts: NearestFacts): Card {
  return {
    title: '没有听懂',
    summary: '没有听懂，请点按钮选择，或发送「帮助」',
    elements: [
      line(said(facts)),
      buttons(
        ...facts.suggestions.map((words) => ({
          text: [...words].slice(0, LABEL).join(''),
          action: { say: words },
        })),
      ),
      note('发送「帮助」可查看全部可以说的话。'),
    ],
  }
}
