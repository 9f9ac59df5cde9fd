import { type Button, buttons, type Card, type Element, line, note, type TableCell } from './kit.ts'
import { PHASE_NAMES, type Phase } from './phase-names.ts'
import { type OpenReopening, reopeningParts } from './reopening-list.ts'

export interface CalendarFacts {
  readonly year: number
  readonly phase: Phase
  readonly phases: readonly Phase[]
  /** The planned days, as `3月2日–11月30日`; a phase without is not planned. */
  readonly dates: { readonly [phase in Phase]?: string }
  /** Who planned them; '' where nobody did. */
  readonly planned: string
  /** The next phase; `when` is '' where no day is planned. */
  readonly next: { readonly phase: Phase; readonly when: string } | null
  /** What the office planned for by now, for the office. */
  readonly due: readonly string[]
  readonly keyDays: readonly { readonly label: string; readonly text: string }[]
  /** Open again for units that concern the viewer. */
  readonly reopened: { readonly total: number; readonly first: readonly OpenReopening[] }
  readonly office: boolean
  /** With which the office plans; null where the viewer does not, or the year is over. */
  readonly form: {
    readonly form: string
    readonly params: { readonly [name: string]: string | number | null }
  } | null
}

/** The year's days at a glance. They remind the office; nothing opens or closes by itself. */
export function yearCalendarCard(facts: CalendarFacts): Card {
  const { year, phase, due, keyDays, planned } = facts
  return {
    title: `${year}年度日历`,
    status: { text: PHASE_NAMES[phase], tone: phase === 'closed' ? 'muted' : 'blue' },
    summary: `${year}年度现在是「${PHASE_NAMES[phase]}」阶段${nextText(facts)}`,
    elements: [
      ...due.map((text) => line(text, 'orange')),
      line(`现在是「${PHASE_NAMES[phase]}」阶段${nextText(facts)}。`),
      calendarTable(facts),
      ...(keyDays.length > 0
        ? [{ tag: 'fields', items: keyDays.map(({ label, text: value }) => ({ label, value })) } as const]
        : []),
      ...reopenedPart(facts),
      note(
        `${planned === '' ? '办公室还没有安排日期' : planned}。阶段由办公室按实际情况开启，日期供安排工作时参考。`,
      ),
      buttons(...buttonsOf(facts)),
    ],
  }
}

function nextText({ next }: CalendarFacts): string {
  if (next === null) return ''
  const name = `「${PHASE_NAMES[next.phase]}」`
  return next.when === '' ? `，接下来是${name}，由办公室开启` : `，接下来是${name}，计划${next.when}开启`
}

function calendarTable({ phases, phase: present, dates }: CalendarFacts): Element {
  const at = phases.indexOf(present)
  const state = (position: number): TableCell => {
    if (position === at) return { text: '进行中', tone: 'blue' }
    return position < at ? { text: '已过', tone: 'muted' } : { text: '未到', tone: 'plain' }
  }
  return {
    tag: 'table',
    columns: [
      { name: 'phase', label: '阶段', kind: 'text', width: '90px' },
      { name: 'state', label: '状态', kind: 'status', width: '80px' },
      { name: 'dates', label: '计划日期', kind: 'text' },
    ],
    rows: phases
      .filter((one) => one !== 'closed')
      .map((one, position) => ({
        phase: PHASE_NAMES[one],
        state: state(position),
        dates: dates[one] || '待定',
      })),
  }
}

function reopenedPart({ year, office, reopened: { total, first } }: CalendarFacts): Element[] {
  if (total === 0) return []
  const rest = total - first.length
  return [
    line('重新开放的单位：'),
    ...reopeningParts(year, first, office),
    ...(rest > 0 ? [note(`另有${rest}个，请发送「重新开放」查看。`)] : []),
  ]
}

function buttonsOf({ year, form, planned, due }: CalendarFacts): Button[] {
  const plan: Button[] = form
    ? [
        {
          text: planned === '' ? '安排日期' : '修改日期',
          style: due.length > 0 ? 'plain' : 'primary',
          action: { send: 'form', with: { form: form.form, params: { ...form.params } } },
        },
      ]
    : []
  const phase: Button = {
    text: '阶段',
    style: due.length > 0 ? 'primary' : 'plain',
    action: { send: 'phase', with: { year } },
  }
  return [...plan, phase]
}
