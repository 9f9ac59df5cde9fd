import { type Button, buttons, type Card, line, note, type Params } from './kit.ts'

export interface CheckFacts {
  readonly form: string
  readonly params: Params
  readonly title: string
  readonly submit: string
  readonly answers: readonly { readonly label: string; readonly value: string }[]
  /** What was wrong with what was said here; '' for nothing. */
  readonly fault: string
}

/** Everything that was answered, before it is sent. */
export function checkAnswersCard(facts: CheckFacts): Card {
  return {
    title: facts.title,
    status: { text: '请核对', tone: 'blue' },
    summary: `请核对后提交：${facts.title}`,
    elements: [
      ...(facts.fault === '' ? [] : [line(facts.fault, 'red')]),
      {
        tag: 'fields',
        items: facts.answers.map(({ label, value }, at) => ({ label: `${at + 1}. ${label}`, value })),
      },
      buttons(
        { ...saying(facts, facts.submit, '提交'), style: 'primary' },
        saying(facts, '修改', '修改'),
        saying(facts, '取消', '取消'),
      ),
      note('也可回复「提交」；回复「修改 2」只改第 2 项。'),
    ],
  }
}

function saying({ form, params }: CheckFacts, text: string, words: string): Button {
  return { text, action: { do: 'dialog.say', with: { form, params, question: '', text: words } } }
}
