import { type Button, buttons, type Card, type Choice, line, note, type Params } from './kit.ts'

export interface QuestionFacts {
  readonly form: string
  readonly params: Params
  readonly question: string
  readonly title: string
  readonly label: string
  /** From 1. */
  readonly number: number
  readonly count: number
  readonly required: boolean
  /** How the answer may look. */
  readonly hint: string
  readonly choices: readonly Choice[]
  /** What was answered before; '' for nothing. */
  readonly now: string
  /** What was wrong with the last answer; '' for nothing. */
  readonly fault: string
  /** How the answer before was understood; '' where there was none. */
  readonly taken: string
}

const MOST_BUTTONS = 8
const LABEL = 8

/** One question of a form that is filled in by answering. */
export function questionCard(facts: QuestionFacts): Card {
  return {
    title: facts.title,
    status: { text: `第 ${facts.number}/${facts.count} 项`, tone: 'blue' },
    summary: `请回答：${facts.label}`,
    elements: [
      ...(facts.fault === '' ? [] : [line(facts.fault, 'red')]),
      ...(facts.taken === '' ? [] : [note(`已记下 ${facts.taken}（不对可点「返回」重答）`)]),
      { tag: 'text', spans: [{ text: `${facts.label}${facts.required ? '' : '（选填）'}`, bold: true }] },
      note(facts.hint),
      ...(facts.choices.length === 0 ? [] : [line(numbered(facts.choices))]),
      ...(facts.now === '' ? [] : [note(`现在填的是：${facts.now}`)]),
      buttons(...choiceButtons(facts), ...stepButtons(facts)),
    ],
  }
}

const numbered = (choices: readonly Choice[]): string =>
  choices.map((choice, at) => `${at + 1}. ${choice.text}`).join('\n')

function choiceButtons(facts: QuestionFacts): Button[] {
  if (facts.choices.length > MOST_BUTTONS) return []
  return facts.choices.map((choice, at) => saying(facts, label(choice.text), `第${at + 1}项`))
}

function stepButtons(facts: QuestionFacts): Button[] {
  return [
    ...(facts.now === '' ? [] : [saying(facts, '保持不变', '跳过')]),
    ...(facts.now === '' && !facts.required ? [saying(facts, '跳过', '跳过')] : []),
    ...(facts.number > 1 ? [saying(facts, '返回', '返回')] : []),
    saying(facts, '取消', '取消'),
  ]
}

/** The tap names its question, so that an old card answers no other. */
function saying({ form, params, question }: QuestionFacts, text: string, words: string): Button {
  return { text, action: { do: 'dialog.say', with: { form, params, question, text: words } } }
}

function label(text: string): string {
  const characters = [...text]
  return characters.length <= LABEL ? text : `${characters.slice(0, LABEL - 1).join('')}…`
}
