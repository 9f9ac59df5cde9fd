import { sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { CalendarRefusal } from '../rules/calendar.ts'
import type { CalendarDone } from './commands.ts'
import { fieldLabel, sayFault } from './say-dates.ts'

export const calendarWording = {
  'office-only': () => '年度日历由领导小组办公室安排，如有意见请联系办公室。',
  'unopened-year': () => '年度还没有开启，请先由办公室发送「阶段」开启。',
  'closed-calendar': ({ year }) => `${year}年度已结束，日历不再更改。`,
  'faulty-dates': ({ faults }) =>
    `请改正后再保存：${faults.map((one) => `${fieldLabel(one.phase, one.edge)}${sayFault(one)}`).join('；')}。`,
  'unchanged-calendar': () => '与现在的年度日历相同，没有更改。',
  'stale-calendar': ({ signed }) =>
    `${signed.name}已于${sayInstant(signed.at)}改过年度日历，请按新卡片重新填写。`,
  'clock-only': () => '计划日期到期由系统提醒办公室，不需要办理。',
  'reminded-already': () => '已经提醒过办公室。',
  'calendar-planned': ({ planned }) =>
    `年度日历已保存，安排了${planned}个阶段。到期只提醒办公室，不会自动开启或关闭。`,
  'calendar-reminded': ({ days }) => `已提醒办公室${days}个计划日期。`,
} satisfies Wording<CalendarRefusal | CalendarDone>
