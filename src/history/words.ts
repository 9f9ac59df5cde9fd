/** The words by which people ask for a history. */
import type { Kind } from './rules/sight.ts'

interface Word {
  readonly words: readonly string[]
  readonly kind: Kind
  /** What must follow; nothing where it is absent. */
  readonly follows?: RegExp
}

const NUMBERED = /^\d{4}-\d{1,6}$/
const ANYTHING = /^.+$/

/** What belongs to the year or the school. */
const WORDS: readonly Word[] = [
  { words: ['年度政策', '阶段', '权重系数', '系数', '政策', '年度'], kind: 'year' },
  { words: ['考核结果', '评优', '结果'], kind: 'results' },
  { words: ['报送期限'], kind: 'plan-deadline' },
  { words: ['催办关口'], kind: 'gate-reminder' },
  { words: ['催办'], kind: 'plan-reminder' },
  { words: ['提醒'], kind: 'reminders' },
  { words: ['导出年度', '导出'], kind: 'year-export' },
  { words: ['核对日志', '日志核对', '日志'], kind: 'journal-check' },
  { words: ['全校组织', '组织', '学校', '全校', '名册'], kind: 'organization' },
  { words: ['督查发现', '发现', '整改'], kind: 'finding', follows: NUMBERED },
  { words: ['抽查', '调研', '督查', '检查'], kind: 'inspection', follows: NUMBERED },
  { words: ['一票否决', '关口'], kind: 'gate', follows: ANYTHING },
  { words: ['衡量标准', '工作项目'], kind: 'work-item', follows: ANYTHING },
  { words: ['工作要点', '要点'], kind: 'priority', follows: ANYTHING },
  { words: ['委托'], kind: 'delegation', follows: ANYTHING },
]

/** What the words name of the year or the school, with what follows. */
export function wordOf(text: string): { readonly kind: Kind; readonly rest: string } | undefined {
  for (const { words, kind, follows } of WORDS) {
    const said = words.find((word) => text.startsWith(word))
    if (said === undefined) continue
    const rest = text.slice(said.length).trim()
    if (follows ? follows.test(rest) : rest === '') return { kind, rest }
  }
  return undefined
}

const PARTS = {
  目标: 'plan',
  自评: 'account',
  考核: 'assessment',
  评分: 'assessment',
  得分: 'assessment',
  申诉: 'appeal',
  调整: 'adjustment',
  进展: 'execution',
  任务: 'execution',
  执行: 'execution',
  求助: 'help',
} as const satisfies { readonly [word: string]: Kind }

export interface UnitPart {
  readonly kind: (typeof PARTS)[keyof typeof PARTS]
  /** The words for the unit; '' for the own. */
  readonly unit: string
  /** Of an adjustment or appeal; of the goal. */
  readonly number: number | null
}

const PART = new RegExp(
  `^(?<before>.*?) ?(?<word>${Object.keys(PARTS).join('|')})(?: |(?=\\d)|$)(?<after>.*?) ?(?<number>\\d{1,4})?(?:\\.\\d+)?$`,
)

/** `药学院 申诉 1`, `申诉 药学院 1`, `调整3`: something of a unit. A goal by its number is not: planning shows its versions. */
export function partOf(text: string): UnitPart | undefined {
  const { before = '', word = '', after = '', number } = PART.exec(text)?.groups ?? {}
  if (!(word in PARTS) || (word === '目标' && number !== undefined)) return undefined
  // The expression matches the words of the table alone.
  const kind = PARTS[word as keyof typeof PARTS]
  return { kind, unit: `${before} ${after}`.trim(), number: number === undefined ? null : Number(number) }
}

/** Whether what follows 历史 is meant for this chapter; a goal's number is planning's, and nothing at all too. */
export function isAsked(rest: string): boolean {
  if (rest === '' || [...rest].length > 60) return false
  if (wordOf(rest) || partOf(rest) || /^[a-z-]+:\S+$/.test(rest)) return true
  return !/(?:^|目标|第|\s)\s*\d{1,4}\s*(?:号|项|号目标|项目标)?$/.test(rest) || /(?:^|\s)20\d\d$/.test(rest)
}
