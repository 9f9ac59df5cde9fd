import type { Button, Card, Element, Tone } from './kit.ts'
import { buttons, line, note } from './kit.ts'

export interface ProgressReportFacts {
  readonly unit: string
  readonly number: number
  readonly title: string
  readonly percent: number
  readonly before: number | null
  readonly state: 'on-track' | 'at-risk' | 'behind'
  readonly done: string
  readonly next: string
  readonly difficulty: string
  readonly reason: string
  /** Yuan, as `1200.50`; null where none was given. */
  readonly cost: string | null
  readonly files: readonly string[]
  /** Who and when, for a report that stands. */
  readonly by?: { readonly name: string; readonly at: string }
  /** The buttons of a report that is only understood, not saved. */
  readonly ask?: { readonly save: Button['action']; readonly edit: Button['action'] }
}

const STATE: {
  readonly [state in ProgressReportFacts['state']]: { readonly text: string; readonly tone: Tone }
} = {
  'on-track': { text: '正常推进', tone: 'green' },
  'at-risk': { text: '有风险', tone: 'orange' },
  behind: { text: '滞后', tone: 'red' },
}

/** One report: as understood from a typed line and waiting for a tap, or as it stands. */
export function progressReportCard(facts: ProgressReportFacts): Card {
  const title = `目标${facts.number} ${facts.title}`
  const elements: Element[] = [
    line(title),
    { tag: 'fields', items: fieldsOf(facts) },
    ...(facts.ask
      ? [
          buttons(
            { text: '保存进展', style: 'primary', action: facts.ask.save },
            { text: '补充修改', action: facts.ask.edit },
          ),
          note('确认无误请点「保存进展」；需要补充请点「补充修改」。'),
        ]
      : []),
    ...(facts.by
      ? [note(`${facts.by.name} 于 ${facts.by.at} 报送。如有出入，再报一次即可，历次报送都会保留。`)]
      : []),
  ]
  return {
    title: facts.ask ? '请确认进展' : '进展已报送',
    subtitle: facts.unit,
    status: facts.ask ? { text: '待确认', tone: 'orange' } : { text: `${facts.percent}%`, tone: 'green' },
    summary: facts.ask ? `请确认：${title} ${facts.percent}%` : `${title} 进展 ${facts.percent}% 已报送`,
    elements,
  }
}

function fieldsOf(facts: ProgressReportFacts): { label: string; value: string; tone?: Tone }[] {
  const percent = facts.before === null ? `${facts.percent}%` : `${facts.percent}%（上次 ${facts.before}%）`
  const optional: [string, string | null][] = [
    ['完成情况', facts.done],
    ['下一步', facts.next],
    ['困难', facts.difficulty],
    ['下调原因', facts.reason],
    ['累计支出', facts.cost && `${facts.cost} 元`],
    ['佐证材料', facts.files.join('、')],
  ]
  return [
    { label: '完成进度', value: percent },
    { label: '状态', value: STATE[facts.state].text, tone: STATE[facts.state].tone },
    ...optional.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  ]
}
