import { type OpenHelp, openHelpElements } from './help-open.ts'
import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'
import { type ProgressFacts, progressFields } from './progress-report.ts'
import { PROGRESS_STATES } from './progress-words.ts'

export interface ProgressHistoryFacts {
  readonly unit: string
  readonly number: number
  readonly title: string
  /** Of all, on every page. */
  readonly total: number
  /** Of this page, the newest first. */
  readonly reports: readonly (Omit<ProgressFacts, 'unit' | 'number' | 'title'> & {
    readonly by: string
    readonly at: string
    readonly files: number
    readonly open: Action
  })[]
  /** What its unit waits for help with. */
  readonly help?: readonly OpenHelp[]
  /** To the other pages. */
  readonly turns: readonly Button[]
}

/** What was reported on a goal, the newest report open. */
export function progressHistoryCard(facts: ProgressHistoryFacts): Card {
  const { unit, number, title, total, reports, turns, help = [] } = facts
  const name = `目标${number} ${title}`
  if (reports.length === 0) {
    const sentence = `${name}还没有报送过进展。由本单位联络员或负责人发送「进展」即可报送。`
    return {
      title: '进展记录',
      subtitle: unit,
      summary: sentence,
      elements: [line(sentence), ...openHelpElements(help)],
    }
  }
  return {
    title: '进展记录',
    subtitle: unit,
    summary: `${name}共 ${total} 次进展`,
    elements: [
      line(name),
      ...openHelpElements(help),
      ...reports.map(
        (report, position): Element => ({
          tag: 'fold',
          title: headOf(report),
          open: position === 0,
          elements: [
            { tag: 'fields', items: progressFields({ unit, number, title, ...report }) },
            note(`${report.by} 报送${report.files === 0 ? '' : `，佐证材料 ${report.files} 份`}`),
            buttons({ text: '查看这次', action: report.open }),
          ],
        }),
      ),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
      note(`共 ${total} 次，历次进展只补报、不修改。`),
    ],
  }
}

/** `3月2日 10:00　60%　正常推进　被质疑` */
function headOf({ at, percent, state, judgement, over }: ProgressHistoryFacts['reports'][number]): string {
  const marks = [
    judgement === null ? '' : judgement.accepted ? '已认可' : '被质疑',
    over === '' ? '' : '超预算',
  ]
  return [at, `${percent}%`, PROGRESS_STATES[state].text, ...marks].filter((one) => one !== '').join('　')
}
