import { buttons, type Card, line, note } from './kit.ts'

export interface DeadlineFacts {
  readonly year: number
  /** `3月20日`; '' while none is set. */
  readonly due: string
  /** Days until it; negative where it is over. */
  readonly days: number
  /** `30、7、1` */
  readonly before: string
  /** Whether the viewer may set it now. */
  readonly mayChange: boolean
}

/** By when the year's plans are to be sent. */
export function deadlineCard({ year, due, days, before, mayChange }: DeadlineFacts): Card {
  const over = days < 0 ? `，已过${-days}天` : `，还有${days}天`
  const change = {
    text: due === '' ? '设置期限' : '修改期限',
    style: 'primary' as const,
    action: { show: 'form', with: { form: 'plan-deadline', params: { year } } } as const,
  }
  return {
    title: `${year}年度目标订立期限`,
    ...(due === '' ? { status: { text: '未设置', tone: 'muted' as const } } : {}),
    summary: due === '' ? '还没有设置目标订立期限' : `目标订立期限：${due}`,
    elements: [
      line(due === '' ? '还没有设置期限，系统不自动提醒填报、审核和审定。' : `期限：${due}${over}。`),
      note(
        `设置后，到期前 ${before} 天及逾期后，在每日提醒中告知尚未办理的人；逾期逐级上报。期限只用于提醒，不影响办理。`,
      ),
      ...(mayChange ? [buttons(change)] : []),
    ],
  }
}
