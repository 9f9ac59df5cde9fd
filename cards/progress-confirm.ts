import { type OpenHelp, openHelpElements } from './help-open.ts'
import { type Action, buttons, type Card, line, note } from './kit.ts'
import { type ProgressFacts, progressFields } from './progress-report.ts'

export interface ProgressConfirmFacts extends ProgressFacts {
  /** Names of the files that the report will use. */
  readonly files: readonly string[]
  /** Why it cannot be saved without a reason, as a sentence; '' where it can. */
  readonly hindrance: string
  /** How the percent was found where the line names none, as `按 180/300 折算`; '' where it names one. */
  readonly guess: string
  /** What its unit waits for help with. */
  readonly help?: readonly OpenHelp[]
  readonly save: Action
  readonly edit: Action
}

/** A typed line as it was understood, saved on a tap. */
export function progressConfirmCard(facts: ProgressConfirmFacts): Card {
  const title = `目标${facts.number} ${facts.title}`
  const files = facts.files.map((name, position) => `${position + 1}. ${name}`).join('\n')
  const falls = facts.hindrance !== ''
  return {
    title: '请确认进展',
    subtitle: facts.unit,
    status: { text: '待确认', tone: 'orange' },
    summary: `请确认：${title} ${facts.percent}%`,
    elements: [
      line(title),
      {
        tag: 'fields',
        items: [...progressFields(facts), ...(files === '' ? [] : [{ label: '佐证材料', value: files }])],
      },
      ...(facts.guess === '' ? [] : [note(facts.guess)]),
      ...openHelpElements(facts.help ?? []),
      ...(falls ? [line(facts.hindrance, 'orange')] : []),
      buttons(...(falls ? [] : [{ text: '保存进展', style: 'primary' as const, action: facts.save }]), {
        text: '补充修改',
        action: facts.edit,
      }),
      note(
        falls ? '请点「补充修改」填写原因，再报送。' : '确认无误请点「保存进展」；需要补充请点「补充修改」。',
      ),
    ],
  }
}
