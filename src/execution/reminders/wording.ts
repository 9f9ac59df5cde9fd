import { sayDay } from '../../../cards/digest-words.ts'
import type { Wording } from '../../kernel/view.ts'
import type { RemindersDone } from './done.ts'
import type { DeadlineRefusal } from './rules/deadline.ts'
import type { SnoozeRefusal } from './rules/snooze.ts'
import type { SweepRefusal } from './rules/sweep.ts'

/** The sentences of reminders. */
export const remindersWording = {
  'digests-sent': ({ people, items }) => `已提醒${people}人，共${items}项。`,
  'clock-only': () => '每日提醒由系统按时发出。需要立即提醒的，请办公室发送「催办」。',
  'unwatched-year': () => '年度没有开启或已经结束，不发提醒。',
  'free-day': () => '今天不是工作日，不发提醒。',
  'wrong-hour': () => '现在不在发送提醒的时间。',
  'sent-digests': () => '今天的提醒已经发出。',
  'reminder-snoozed': ({ until }) => `已延后，${sayDay(until)}起再提醒您。`,
  'reminder-resumed': () => '已恢复，下一次照常提醒您。',
  'ended-reminder': () => '这件事已办完或不再由您办理，不需要再提醒。',
  'past-snooze': () => '请选择明天或以后的日期。',
  'long-snooze': ({ limit }) => `最晚只能延后至${sayDay(limit)}，请另选日期。`,
  'urgent-reminder': () => '这件事很快到期或即将逐级上报，不能再延后，请尽快办理。',
  'same-snooze': ({ until }) => `这件事已延后至${sayDay(until)}。`,
  'unsnoozed-reminder': () => '这件事没有延后，会照常提醒。',
  'deadline-set': ({ dueOn }) => `已设置：目标订立期限为${sayDay(dueOn)}，届时系统会提醒尚未办理的人。`,
  'office-sets-deadline': () => '目标订立期限由领导小组办公室设置，请联系办公室。',
  'ended-setting-phase': () => '现在不是「订立目标」阶段，不需要设置期限。',
  'past-deadline': () => '期限不能早于今天，请另选日期。',
  'same-deadline': ({ dueOn }) => `期限已经是${sayDay(dueOn)}，没有变化。`,
} satisfies Wording<RemindersDone | SweepRefusal | SnoozeRefusal | DeadlineRefusal>
