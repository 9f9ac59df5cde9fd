import { type Button, buttons, type Card, type Element, line, note, type TableCell } from './kit.ts'
import { PHASE_MEANINGS, PHASE_NAMES, type Phase } from './phase-names.ts'
import { type OpenReopening, reopeningParts } from './reopening-list.ts'

export interface PhaseFacts {
  readonly year: number
  /** Null before the year is opened. */
  readonly phase: Phase | null
  readonly phases: readonly Phase[]
  /** Whether the viewer may open and close phases. */
  readonly office: boolean
  /** Units that the present phase has not brought to its end. */
  readonly unfinished: number
  /** Whether the year's results are announced: only then it can be closed. */
  readonly announced: boolean
  /** Whether a later year has begun; absent for the present year. */
  readonly followed?: boolean
  /** The planned days of each phase, as `3月2日–11月30日`; absent where none are planned. */
  readonly dates?: { readonly [phase in Phase]?: string }
  /** What the office planned for by now and has not done; absent where there is nothing. */
  readonly due?: readonly string[]
  /** Phases open again for single units, as far as the viewer may know; absent where there are none. */
  readonly reopened?: { readonly total: number; readonly first: readonly OpenReopening[] }
}

/** The year's five phases with the present one; the office moves between them (rulebook 2). */
export function phaseCard(facts: PhaseFacts): Card {
  const { year, phase } = facts
  if (phase === null) return unopenedCard(facts)
  const name = PHASE_NAMES[phase]
  return {
    title: `${year}年度目标管理`,
    status: { text: name, tone: phase === 'closed' ? 'muted' : 'blue' },
    summary: `${year}年度现在处于「${name}」阶段`,
    elements: [
      phaseTable(facts),
      ...reopenedPart(facts),
      ...(facts.office ? officePart(facts, phase) : []),
      buttons(...moreButtons(facts, phase)),
    ],
  }
}

function unopenedCard({ year, office }: PhaseFacts): Card {
  const open: Button = {
    text: '开启年度',
    style: 'primary',
    action: { do: 'year.open', with: { year } },
    confirm: { title: `开启${year}年度？`, text: '开启后进入「订立目标」阶段，沿用上一年度的政策。' },
  }
  return {
    title: `${year}年度目标管理`,
    status: { text: '未开启', tone: 'muted' },
    summary: `${year}年度还没有开启`,
    elements: office
      ? [line(`${year}年度还没有开启。点「开启年度」开始订立目标。`), buttons(open)]
      : [line(`${year}年度还没有开启，请等候领导小组办公室通知。`)],
  }
}

/** Of the reopened units the first, each with its button; the rest in their list. */
function reopenedPart({ year, office, reopened }: PhaseFacts): Element[] {
  if (!reopened || reopened.total === 0) return []
  const { total, first } = reopened
  const rest = total - first.length
  return [
    line(`为${total}个单位重新开放：`),
    ...reopeningParts(year, first, office),
    ...(rest > 0 ? [note(`另有${rest}个，请点「重新开放」查看。`)] : []),
  ]
}

function moreButtons({ year, office, reopened }: PhaseFacts, phase: Phase): Button[] {
  const opens = office && phase !== 'setting' && phase !== 'closed'
  const reopening: Button = { text: '重新开放', action: { send: 'reopenings', with: { year } } }
  return [
    { text: '年度日历', action: { send: 'calendar', with: { year } } },
    ...(opens || (reopened?.total ?? 0) > 0 ? [reopening] : []),
  ]
}

function phaseTable({ phases, phase, dates }: PhaseFacts): Element {
  const present = phase === null ? -1 : phases.indexOf(phase)
  const state = (position: number): TableCell => {
    if (position === present) return { text: '进行中', tone: 'blue' }
    return position < present ? { text: '已过', tone: 'muted' } : { text: '未到', tone: 'plain' }
  }
  return {
    tag: 'table',
    columns: [
      { name: 'phase', label: '阶段', kind: 'text', width: '90px' },
      { name: 'state', label: '状态', kind: 'status', width: '80px' },
      // A fourth column would make every row of a phone's card three lines high.
      dates
        ? { name: 'dates', label: '计划日期', kind: 'text' }
        : { name: 'work', label: '主要工作', kind: 'text' },
    ],
    rows: phases.map((one, position) => ({
      phase: PHASE_NAMES[one],
      state: state(position),
      ...(dates ? { dates: dates[one] ?? '' } : { work: PHASE_MEANINGS[one] }),
    })),
  }
}

function officePart(facts: PhaseFacts, phase: Phase): Element[] {
  return phase === 'closed' ? closedPart(facts) : movingPart(facts, phase)
}

function closedPart({ year, followed }: PhaseFacts): Element[] {
  if (followed === true) return [line(`${year}年度已结束，全部内容可以查看，不再更改。`)]
  return [
    line(`${year}年度已结束。开启新年度前，先核对沿用什么、还有什么没有办完。`),
    buttons({ text: '新年度', style: 'primary', action: { send: 'new-year', with: { year: year + 1 } } }),
  ]
}

const UNFINISHED: { readonly [phase in Phase]: string } = {
  setting: '的目标没有审定生效',
  execution: '没有完成',
  assessment: '的考核得分没有形成',
  results: '没有完成',
  closed: '没有完成',
}

function movingPart(facts: PhaseFacts, phase: Phase): Element[] {
  const { phases, unfinished, announced } = facts
  const at = phases.indexOf(phase)
  const next = phases[at + 1]
  const behind = `还有${unfinished}个单位${UNFINISHED[phase]}。`
  const frozen = announced ? [] : phases.slice(0, at)
  return [
    ...(facts.due ?? []).map((text) => line(text, 'orange')),
    ...(unfinished > 0 ? [line(behind, 'orange')] : []),
    ...(next === 'closed' && !announced
      ? [line('结果公布后才能结束年度，请发送「公布结果」。')]
      : [
          note('进入新阶段时，有关人员会各收到一条通知，说明现在要做什么。'),
          ...(next ? [buttons(enterButton(facts, phase, next, unfinished > 0 ? behind : ''))] : []),
        ]),
    ...(frozen.length > 0 ? [backFold(facts, phase, frozen)] : []),
  ]
}

function backFold(facts: PhaseFacts, phase: Phase, earlier: readonly Phase[]): Element {
  return {
    tag: 'fold',
    title: '返回以前的阶段',
    elements: [
      note('返回后，已办的内容都保留，可以继续补办。'),
      buttons(...earlier.map((one) => enterButton(facts, phase, one, ''))),
    ],
  }
}

function enterButton({ year, phases }: PhaseFacts, from: Phase, phase: Phase, behind: string): Button {
  const name = PHASE_NAMES[phase]
  const forward = phases.indexOf(phase) > phases.indexOf(from)
  const kept = phase === 'closed' ? '结束后全部内容不再更改' : '已有内容都保留，以后还可以返回'
  return {
    text: `进入${name}`,
    style: forward ? 'primary' : 'plain',
    action: { do: 'phase.enter', with: { year, phase, from } },
    confirm: {
      title: `进入「${name}」阶段？`,
      text: `${behind}进入后通知全体有关人员，「${PHASE_NAMES[from]}」阶段的工作暂不受理。${kept}。`,
    },
  }
}
