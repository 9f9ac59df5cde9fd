import { type Action, buttons, type Card, line, note } from './kit.ts'

export interface HelpConfirmFacts {
  readonly unit: string
  readonly goal: string
  readonly words: string
  readonly holder: string
  /** `3月9日` */
  readonly due: string
  readonly send: Action
  readonly edit: Action
}

/** A typed request for help as it was understood, sent on a tap. */
export function helpConfirmCard({ unit, goal, words, holder, due, send, edit }: HelpConfirmFacts): Card {
  return {
    title: '请确认求助',
    subtitle: unit,
    status: { text: '待确认', tone: 'orange' },
    summary: `请确认求助：${goal} ${words}`,
    elements: [
      line(goal),
      {
        tag: 'fields',
        items: [
          { label: '困难', value: words },
          { label: '由谁答复', value: holder },
          { label: '答复期限', value: `${due}前` },
        ],
      },
      buttons({ text: '发出求助', style: 'primary', action: send }, { text: '修改', action: edit }),
      note('答复后会通知您；转给了谁、到哪天，随时看求助卡片。答复前，这项目标的卡片上都会标出。'),
    ],
  }
}
