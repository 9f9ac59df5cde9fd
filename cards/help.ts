import { buttons, type Card, type Element, heading, line, note } from './kit.ts'

export interface HelpFacts {
  readonly name: string
  /** What the person may do here, in one sentence for each role. */
  readonly roles: readonly string[]
  /** Words to try, as buttons. */
  readonly examples: readonly string[]
  readonly commands: readonly { readonly words: string; readonly help: string }[]
}

/** Feishu cuts a longer label. */
const LABEL = 8

/** Few words for who this person is, three things to try, and the rest folded away. */
export function helpCard(facts: HelpFacts): Card {
  return {
    title: '目标管理助手',
    summary: '可发送「待办」「我的目标」等，或点按钮试一试',
    elements: [
      line(`您好，${facts.name}。`),
      ...facts.roles.map((role) => line(role)),
      heading('试一试'),
      buttons(
        ...facts.examples.map((words) => ({
          text: [...words].slice(0, LABEL).join(''),
          action: { say: words },
        })),
      ),
      {
        tag: 'fold',
        title: `全部可以说的话（${facts.commands.length}）`,
        elements: commandLines(facts.commands),
      },
      note('逐项填写时，可发送「返回」「跳过」「取消」；中断后发送「继续填写」。'),
    ],
  }
}

/** A card holds 200 elements, and there are more words than that leaves room for: ten to an element, a line each. */
const LINES = 10

function commandLines(commands: HelpFacts['commands']): Element[] {
  const parts = Array.from({ length: Math.ceil(commands.length / LINES) }, (_, part) =>
    commands.slice(part * LINES, (part + 1) * LINES),
  )
  return parts.map((part) => ({
    tag: 'text',
    spans: part.flatMap(({ words, help }, position) => [
      { text: `${position === 0 ? '' : '\n'}${words}`, bold: true },
      { text: `  ${help}`, tone: 'muted' as const },
    ]),
  }))
}
