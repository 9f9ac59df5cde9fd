import { type Button, buttons, type Card, type Element, line, note } from './kit.ts'
import { PHASE_MEANINGS, PHASE_NAMES, type Phase } from './phase-names.ts'

/** In what part a person stands in the scheme, for the tasks of a phase. */
export type Part = 'contact' | 'head' | 'leader' | 'group' | 'lead-unit' | 'chair' | 'office'

export interface PhaseNoticeFacts {
  readonly year: number
  readonly phase: Phase
  /** The viewer's parts, most closely concerned first. */
  readonly parts: readonly Part[]
}

/** What to do, and the words that open it. */
interface Duty {
  readonly text: string
  readonly say?: string
}

const DUTIES: { readonly [phase in Phase]: { readonly [part in Part]?: Duty } } = {
  setting: {
    contact: { text: '请填报本单位的年度目标。', say: '填报目标' },
    head: { text: '请督促填报，并报送本单位的年度目标。', say: '报送' },
    group: { text: '请起草所负责单位的重点和常规工作目标。', say: '填报目标' },
    leader: { text: '请起草、审核分管单位的年度目标。', say: '审核' },
    chair: { text: '请审定各单位年度目标，确认年度政策。', say: '年度政策' },
    office: { text: '请按当年通知设置权重系数。', say: '权重系数' },
  },
  execution: {
    contact: { text: '请分解落实目标，按时报告进展。', say: '进展' },
    head: { text: '请组织落实目标，关注进展和困难。', say: '看板' },
    group: { text: '请跟进所负责单位的目标进展，做好督导检查。', say: '看板' },
    leader: { text: '请跟进分管单位的目标进展。', say: '看板' },
    chair: { text: '请关注目标实现过程中的重大问题。', say: '看板' },
  },
  assessment: {
    contact: { text: '请填写本单位的年度自评。得分形成后会立即发给您，请届时确认收到。', say: '自评' },
    head: { text: '请督促填写并提交年度自评。得分形成后会立即发给您，请届时核对扣分原因。', say: '自评' },
    group: { text: '请对所负责的单位逐一评分，送出评分表。', say: '打分' },
    'lead-unit': { text: '可以开始报告牵头工作的考核情况（一票否决）。', say: '一票否决' },
    leader: { text: '考核结束后，您会收到分管单位的得分。', say: '我的得分' },
  },
  results: {
    contact: { text: '请核对得分和扣分原因，等候公布结果。', say: '我的得分' },
    head: { text: '请核对得分和扣分原因，等候公布结果。', say: '我的得分' },
    leader: { text: '请查看分管单位的得分，等候公布结果。', say: '我的得分' },
    'lead-unit': { text: '请对每个单位报告牵头工作合格或不合格；不报告不算合格。', say: '一票否决' },
    chair: { text: '请确定优秀比例，审定考核结果。', say: '优秀比例' },
    office: { text: '请核对还缺什么，齐全后才能审定和公布。', say: '公布结果' },
  },
  closed: {
    contact: { text: '感谢配合，可以随时查看结果。', say: '结果' },
    head: { text: '感谢配合，可以随时查看结果。', say: '结果' },
    leader: { text: '可以随时查看结果。', say: '结果' },
  },
}

/** One message a person when a phase begins: what it is, and what to do now. */
export function phaseNoticeCard({ year, phase, parts }: PhaseNoticeFacts): Card {
  const duties = parts.flatMap((part) => DUTIES[phase][part] ?? [])
  const name = PHASE_NAMES[phase]
  return {
    title: `${year}年度进入「${name}」阶段`,
    status: { text: name, tone: phase === 'closed' ? 'muted' : 'blue' },
    summary: duties[0]?.text ?? `${year}年度目标管理进入「${name}」阶段`,
    elements: [note(PHASE_MEANINGS[phase]), ...dutyLines(duties), ...dutyButtons(duties)],
  }
}

function dutyLines(duties: readonly Duty[]): Element[] {
  const texts = [...new Set(duties.map((duty) => duty.text))]
  if (texts.length === 0) return [line('这个阶段暂时没有要您办理的事项，有事时会通知您。')]
  return texts.map((text) => line(text))
}

function dutyButtons(duties: readonly Duty[]): Element[] {
  const words = [...new Set(duties.flatMap((duty) => duty.say ?? []))]
  const say = (text: string, position: number): Button => ({
    text,
    style: position === 0 ? 'primary' : 'plain',
    action: { say: text },
  })
  return words.length === 0 ? [] : [buttons(...words.map(say))]
}
