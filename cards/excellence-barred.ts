import { type Element, line, note } from './kit.ts'

/** A unit that is high enough for excellence, and the gate areas that bar it (Article 27). */
export interface BarredUnit {
  readonly name: string
  readonly areas: readonly string[]
}

/** The longest list that a card has room for. */
const MOST = 20

export function barredFold(barred: readonly BarredUnit[]): Element {
  const more = barred.length - MOST
  const lines = barred.slice(0, MOST).map(({ name, areas }) => `${name}：${areas.join('、')}不合格`)
  return {
    tag: 'fold',
    title: `得分达到优秀线但被一票否决的${barred.length}个单位`,
    elements: [line(lines.join('；')), ...(more > 0 ? [note(`另有${more}个，发送「一票否决」查看。`)] : [])],
  }
}
