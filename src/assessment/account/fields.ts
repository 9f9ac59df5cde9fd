/** The questions about a goal of the account, and what their answers say. */
import { MET_NAMES } from '../../../cards/account-words.ts'
import type { Field } from '../../../cards/kit.ts'
import { sayFiles } from '../../execution/file-names.ts'
import type { JsonObject } from '../../kernel/decision.ts'
import type { FormValues } from '../../kernel/view.ts'
import type { EvidenceTable } from '../../store/schema/execution.ts'
import type { StatedGoal } from './rules/state-account.ts'
import { fellShort, LONGEST_WORDS, MOST_FILES, NOTHING_SAID, type Statement } from './rules/statement.ts'
import type { Yardstick } from './rules/yardstick.ts'

export interface Filled {
  /** Undefined where nothing was stated yet. */
  readonly said: Statement | undefined
  /** What the indicator came to last by the year's reports, hundredths: offered where nothing was stated. */
  readonly last: number | undefined
  /** Of the goal's reports, the newest first. */
  readonly files: readonly EvidenceTable[]
}

export function statementFields(goal: StatedGoal, { said, last, files }: Filled): readonly Field[] {
  const { number, yardstick } = goal
  const { words, reason, evidence } = said ?? NOTHING_SAID
  const short = said ? fellShort(said, yardstick) : false
  return [
    yardstick.kind === 'counted' ? valueField(number, yardstick, said, last) : metField(number, said),
    {
      ...{ kind: 'text', name: `words_${number}`, label: `目标${number} 完成情况`, rows: 3 },
      ...{ maxLength: LONGEST_WORDS, hint: '做成了什么，有什么结果', initial: words },
    },
    {
      ...{ kind: 'text', name: `reason_${number}`, label: `目标${number} 未达标原因`, rows: 2 },
      ...{ maxLength: LONGEST_WORDS, initial: reason },
      hint: short ? '这项目标没有达到，必填' : '没有达到目标的必填',
    },
    ...evidenceField(number, files, evidence),
  ]
}

function valueField(
  number: number,
  { indicator, unit, target }: Extract<Yardstick, { readonly kind: 'counted' }>,
  said: Statement | undefined,
  last: number | undefined,
): Field {
  const value = said?.value ?? last
  const aimed = target === null ? indicator : `${indicator}，目标${target / 100}${unit}`
  return {
    ...{ kind: 'number', name: `value_${number}`, decimals: 2, min: 0 },
    label: `目标${number} 实际值${unit === '' ? '' : `（${unit}）`}`,
    hint: said?.value == null && last !== undefined ? `${aimed}；已填上次报送值，请核对` : aimed,
    ...(value !== undefined && { initial: String(value / 100) }),
  }
}

const metField = (number: number, said: Statement | undefined): Field => ({
  ...{ kind: 'choice', name: `met_${number}`, label: `目标${number} 达成情况` },
  choices: Object.entries(MET_NAMES).map(([value, text]) => ({ value, text })),
  ...(said?.met && { initial: said.met }),
})

/** What was named before is always among them. */
function evidenceField(
  number: number,
  files: readonly EvidenceTable[],
  named: readonly string[],
): readonly Field[] {
  const first = files.filter((file) => named.includes(file.id))
  const offered = [...first, ...files.filter((file) => !named.includes(file.id))].slice(0, MOST_FILES)
  if (offered.length === 0) return []
  const names = sayFiles(offered)
  return [
    {
      ...{ kind: 'choices', name: `files_${number}`, label: `目标${number} 佐证材料` },
      choices: offered.map((file, position) => ({ value: file.id, text: names[position] ?? file.name })),
      hint: '来自本年度的进展，可多选',
      initial: named,
    },
  ]
}

/** What a page says of its goals, for the command's payload. */
export function saidOf(values: FormValues, goals: readonly number[]): readonly JsonObject[] {
  return goals.map((goal) => {
    const value = values[`value_${goal}`]
    const met = values[`met_${goal}`]
    const files = values[`files_${goal}`]
    return {
      goal,
      value: typeof value === 'number' ? value : null,
      met: met === 'met' || met === 'partly' || met === 'unmet' ? met : null,
      words: textOf(values[`words_${goal}`]),
      reason: textOf(values[`reason_${goal}`]),
      evidence: Array.isArray(files) ? files.map(String) : [],
    }
  })
}

const textOf = (value: FormValues[string]): string => (typeof value === 'string' ? value : '')
