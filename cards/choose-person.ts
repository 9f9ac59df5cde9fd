import { type Action, buttons, type Card, divider, type Element, line, note } from './kit.ts'

export interface ChoosePersonFacts {
  readonly words: string
  /** What is asked: 要查的是, 移交人是, 接手人是 */
  readonly question: string
  readonly people: readonly {
    readonly name: string
    /** Unit, title, number. */
    readonly about: string
    readonly choose: Action
  }[]
  /** There are more than can be shown. */
  readonly more: boolean
}

/** Which of several people is meant. */
export function choosePersonCard({ words, question, people, more }: ChoosePersonFacts): Card {
  if (people.length === 0) {
    return {
      title: '没有找到',
      summary: `名册中没有「${words}」`,
      elements: [line(`名册中没有「${words}」，请写姓名全称或工号，如「人员 张明」。`)],
    }
  }
  return {
    title: '请选择人员',
    status: { text: `${people.length} 人`, tone: 'blue' },
    summary: `「${words}」有 ${people.length} 人，请选择`,
    elements: [
      line(`「${words}」有${more ? '多' : ` ${people.length} `}人，${question}哪一位？`),
      ...people.flatMap(personElements),
      ...(more ? [note('没有列出的请改写姓名全称或工号。')] : []),
    ],
  }
}

const personElements = ({ name, about, choose }: ChoosePersonFacts['people'][number]): Element[] => [
  divider,
  {
    tag: 'text',
    spans: [
      { text: name, bold: true },
      { text: `　${about}`, tone: 'muted' },
    ],
  },
  buttons({ text: '选择', action: choose }),
]
