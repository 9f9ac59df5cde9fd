import { type Action, type Button, buttons, type Card, type Element, heading, line, note } from './kit.ts'

export interface NewYearFacts {
  /** The year to begin, after the one that is over. */
  readonly year: number
  readonly last: number
  /** What holds it up, each with the way to it; none where it can begin. */
  readonly hindrances: readonly { readonly text: string; readonly button: string; readonly action: Action }[]
  /** What goes along as it is, and what begins anew. */
  readonly carried: readonly { readonly label: string; readonly value: string }[]
  readonly anew: readonly { readonly label: string; readonly value: string }[]
  /** What of the last year is still open; it holds nothing up. */
  readonly leftOpen: readonly string[]
  readonly begin: { readonly year: number; readonly seen: string }
}

/** 新年度: everything that the office should know before it begins the next year. */
export function newYearCard(facts: NewYearFacts): Card {
  const { year, last, hindrances, carried, anew } = facts
  const ready = hindrances.length === 0
  return {
    title: `开启${year}年度`,
    status: ready ? { text: '可以开启', tone: 'green' } : { text: '还不能开启', tone: 'orange' },
    summary: ready ? `核对后即可开启${year}年度` : `${last}年度还有${hindrances.length}项要先办完`,
    elements: [
      ...(ready ? [] : hinderedPart(facts)),
      heading('沿用'),
      { tag: 'fields', items: carried },
      heading('重新开始'),
      { tag: 'fields', items: anew },
      ...leftPart(facts),
      ...(ready ? [buttons(beginButton(facts))] : []),
    ],
  }
}

function hinderedPart({ hindrances, last }: NewYearFacts): Element[] {
  return [
    line(`开启前请先办完${last}年度的以下事项：`, 'orange'),
    ...hindrances.flatMap(({ text, button, action }) => [
      line(`· ${text}`),
      buttons({ text: button, style: 'primary', action }),
    ]),
  ]
}

function leftPart({ leftOpen, last }: NewYearFacts): Element[] {
  const keeps = `${last}年度的内容都保留，可随时查看，如「${last}年 我的目标」「去年 看板」。`
  if (leftOpen.length === 0) return [note(keeps)]
  return [
    heading(`${last}年度没有办完的`),
    ...leftOpen.map((text) => line(`· ${text}`)),
    note(`这些不影响开启新年度。${keeps}`),
  ]
}

const beginButton = ({ year, begin }: NewYearFacts): Button => ({
  text: `开启${year}年度`,
  style: 'primary',
  action: { do: 'year.begin', with: { ...begin } },
  confirm: {
    title: `开启${year}年度？`,
    text: '开启后进入「订立目标」阶段，并通知全体有关人员；上一年度不再更改，也不能退回。',
  },
})
