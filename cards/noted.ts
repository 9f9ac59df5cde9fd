import { buttons, type Card, divider, type Element, line, type Message, note } from './kit.ts'

export interface NotedFacts {
  /** A sentence above what is shown; '' for none. */
  readonly text: string
  /** The draft that was interrupted, offered beneath; undefined where there is none any more. */
  readonly draft: { readonly title: string; readonly answered: number } | undefined
}

/** What is shown anyway, with a sentence above it and a draft offered beneath. */
export function noted(message: Message, facts: NotedFacts): Message {
  switch (message.kind) {
    case 'card':
      return { kind: 'card', card: notedCard(message.card, facts) }
    case 'text':
      return { kind: 'text', text: notedText(message.text, facts) }
    case 'file':
      return message
  }
}

function notedCard(card: Card, { text, draft }: NotedFacts): Card {
  return {
    ...card,
    ...(text === '' ? {} : { summary: text }),
    elements: [...(text === '' ? [] : [line(text, 'orange')]), ...card.elements, ...offer(draft)],
  }
}

function notedText(shown: string, { text, draft }: NotedFacts): string {
  const offered = draft && `「${draft.title}」已填的 ${draft.answered} 项留作草稿，发送「继续填写」接着填。`
  return [text, shown, offered ?? ''].filter((part) => part !== '').join('\n')
}

function offer(draft: NotedFacts['draft']): Element[] {
  if (!draft) return []
  return [
    divider,
    note(`「${draft.title}」已填的 ${draft.answered} 项留作草稿。`),
    buttons({ text: '继续填写', action: { say: '继续填写' } }),
  ]
}
