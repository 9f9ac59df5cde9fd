import { buttons, type Card, line } from './kit.ts'

export interface WhichPrincipalFacts {
  /** What was said, to be done in the name that is chosen. */
  readonly text: string
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly unit: string
    readonly title: string
  }[]
}

/** Two for whom the person acts have one name: which is meant. */
export function whichPrincipalCard({ text, people }: WhichPrincipalFacts): Card {
  return {
    title: '请选择代谁办理',
    summary: '委托人中有同名的，请选择',
    elements: people
      .slice(0, 20)
      .flatMap(({ id, name, unit, title }) => [
        line([name, unit, title, `工号 ${id}`].filter((word) => word !== '').join('，')),
        buttons({ text: `代${name}办理`, style: 'primary', action: { say: text, for: id } }),
      ]),
  }
}
