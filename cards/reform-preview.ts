import type { ReformKind } from '../src/organization/units/rules/wish.ts'
import { type Button, buttons, type Card, divider, type Element, line, note } from './kit.ts'
import { REFORM_WORDS } from './unit-words.ts'

export interface ReformPaper {
  readonly kind: ReformKind
  readonly document: string
  /** As people say it. */
  readonly on: string
  readonly from: readonly string[]
  readonly into: readonly string[]
}

export interface ReformPreviewFacts extends ReformPaper {
  readonly reform: number
  /** Mark of what this preview shows: only that is confirmed. */
  readonly seen: string
  /** What must be done or chosen before. */
  readonly bars: readonly string[]
  /** What is allowed and will be missed later. */
  readonly remarks: readonly string[]
  /** What it touches, as `目标` and `12 项转入健康学院`. */
  readonly touches: readonly { readonly what: string; readonly how: string }[]
  readonly details: readonly string[]
  /** The goals of this page, as `药学院 目标2 建设课程` and where they go. */
  readonly goals: readonly { readonly name: string; readonly to: string; readonly open: boolean }[]
  readonly goalsInAll: number
  readonly turns: readonly Button[]
  readonly choose: readonly Button[]
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  readonly who: string
}

/** Everything that a reform of the units touches, before anyone confirms it. */
export function reformPreviewCard(facts: ReformPreviewFacts): Card {
  const { kind, bars } = facts
  const ready = bars.length === 0
  return {
    title: `${REFORM_WORDS[kind]} 预览`,
    status: ready ? { text: '待确认', tone: 'orange' } : { text: `${bars.length}处待处理`, tone: 'red' },
    summary: ready
      ? `${REFORM_WORDS[kind]}：请核对影响后确认`
      : `${REFORM_WORDS[kind]}：还有${bars.length}处要先处理`,
    elements: [
      paperFields(facts),
      ...facts.details.map((text) => line(text)),
      ...bars.map((text) => line(`待处理：${text}`, 'red')),
      ...facts.remarks.map((text) => line(`提示：${text}`, 'orange')),
      ...(facts.touches.length === 0 ? [] : [touchTable(facts)]),
      ...goalElements(facts),
      ...fold('角色去向', facts.roles),
      ...fold('小组', facts.teams),
      ...(facts.choose.length > 0 ? [buttons(...facts.choose)] : []),
      divider,
      buttons(...confirmButtons(facts)),
      note(`${facts.who}。确认前没有任何改动；确认后一次全部生效，历史保留。`),
    ],
  }
}

export function paperFields({ document, on, from, into }: ReformPaper): Element {
  const same = from.join() === into.join()
  return {
    tag: 'fields',
    items: [
      { label: '文件', value: document },
      { label: '生效日期', value: on },
      ...(from.length === 0 || same ? [] : [{ label: '原单位', value: from.join('、') }]),
      { label: same ? '单位' : '变动后', value: into.join('、') },
    ],
  }
}

function touchTable({ touches }: ReformPreviewFacts): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'what', label: '涉及', kind: 'text', width: '30%' },
      { name: 'how', label: '变动', kind: 'text' },
    ],
    pageSize: 10,
    rows: touches.map(({ what, how }) => ({ what, how })),
  }
}

function goalElements({ goals, goalsInAll, turns }: ReformPreviewFacts): Element[] {
  if (goalsInAll === 0) return []
  return [
    {
      tag: 'fold',
      title: `目标去向（共${goalsInAll}项）`,
      open: true,
      elements: goals.map(({ name, to, open }) => line(`${name} → ${to}`, open ? 'red' : 'plain')),
    },
    ...(turns.length > 0 ? [buttons(...turns)] : []),
  ]
}

const MOST = 40

function fold(title: string, lines: readonly string[]): Element[] {
  if (lines.length === 0) return []
  const more = lines.length > MOST ? [note(`还有 ${lines.length - MOST} 项未列出`)] : []
  const shown = line(lines.slice(0, MOST).join('\n'))
  return [{ tag: 'fold', title: `${title}（${lines.length}）`, elements: [shown, ...more] }]
}

function confirmButtons({ reform, seen, kind, bars, from, into, on }: ReformPreviewFacts): Button[] {
  const drop: Button = {
    text: '放弃',
    action: { do: 'unit.drop', with: { reform } },
    confirm: { title: '放弃这项变动？', text: '没有任何改动，需要时可重新办理。' },
  }
  if (bars.length > 0) {
    return [{ text: '重新核对', style: 'primary', action: { show: 'reform', with: { reform } } }, drop]
  }
  const arrow = from.length === 0 || from.join() === into.join() ? '' : `${from.slice(0, 5).join('、')} → `
  const confirm: Button = {
    text: '确认生效',
    style: 'primary',
    action: { do: `unit.${kind}`, with: { reform, seen } },
    confirm: {
      title: `确认${REFORM_WORDS[kind]}？`,
      text: `${arrow}${into.slice(0, 5).join('、')}，自${on}起，立即生效，不能撤回。`,
    },
  }
  return [confirm, drop]
}
