import { type Button, buttons, type Card, line, note } from './kit.ts'

/** `noun`: what people call the workbook, as 系数表. */
interface SentFacts {
  readonly noun: string
  /** Of the file. */
  readonly name: string
}

export interface WorkbookFaultsFacts extends SentFacts {
  readonly total: number
  /** Those of this page, as `「权重系数」第3行「重点」` and what is wrong. */
  readonly shown: readonly { readonly place: string; readonly text: string }[]
  readonly turns: readonly Button[]
}

/** All that is wrong in a workbook that was sent; nothing was changed. */
export function workbookFaultsCard({ noun, name, total, shown, turns }: WorkbookFaultsFacts): Card {
  return {
    title: `${noun}有误，没有导入`,
    status: { text: '待更正', tone: 'red' },
    summary: `${noun}有${total}处错误，请更正后重新发送`,
    elements: [
      line(`「${name}」有${total}处错误，没有任何改动。请在表格中逐处更正，保存后把文件再发到这里。`),
      ...shown.map(({ place, text }) => line(`${place}：${text}`)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
    ],
  }
}

type WorkbookClosedFacts = SentFacts &
  (
    | {
        readonly what: 'applied'
        readonly at: string
        /** What was imported: `12个单位`. */
        readonly counts: string
        readonly next: Button
      }
    | { readonly what: 'dropped'; readonly at: string }
    /** It could not be read, or cannot be imported any more. */
    | { readonly what: 'unreadable' | 'refused'; readonly why: string }
  )

/** A workbook that is decided, or could not be read. */
export function workbookClosedCard(facts: WorkbookClosedFacts): Card {
  const { noun, name } = facts
  switch (facts.what) {
    case 'applied':
      return {
        title: `${noun}已导入`,
        status: { text: '已导入', tone: 'green' },
        summary: `${noun}已导入：${facts.counts}`,
        elements: [line(`「${name}」已于${facts.at}导入：${facts.counts}。`), buttons(facts.next)],
      }
    case 'dropped':
      return {
        title: `${noun}未导入`,
        status: { text: '已放弃', tone: 'muted' },
        summary: `${noun}已放弃，没有任何改动`,
        elements: [line(`「${name}」已于${facts.at}放弃，没有任何改动。`), note('需要时请重新发送文件。')],
      }
    case 'unreadable':
      return {
        title: `${noun}读不出来，没有导入`,
        status: { text: '读取失败', tone: 'red' },
        summary: `${noun}读不出来，请更正后重新发送`,
        elements: [line(`「${name}」${facts.why}`)],
      }
    case 'refused':
      return {
        title: `${noun}未导入`,
        status: { text: '不能导入', tone: 'red' },
        summary: `${noun}没有导入`,
        elements: [line(`「${name}」没有导入：${facts.why}`)],
      }
  }
}
