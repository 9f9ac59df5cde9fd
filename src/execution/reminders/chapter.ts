import type { Chapter } from '../../kernel/chapter.ts'
import type { Intent } from '../../kernel/view.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import { answersDigest } from './answers.ts'
import { deadlineCommand } from './commands/deadline.ts'
import { resumeCommand, snoozeCommand } from './commands/snooze.ts'
import { digestsDue, sendDigestsCommand } from './commands/sweep.ts'
import { deadlineForm, snoozeForm } from './forms.ts'
import { deadlineView } from './views/deadline.ts'
import { digestView } from './views/digest.ts'
import { snoozedView } from './views/snoozed.ts'
import { remindersWording } from './wording.ts'

const opening = (view: string) => (rest: string) =>
  rest === '' ? ({ send: view, with: {} } as const) : undefined

const intents: readonly Intent[] = [
  {
    words: ['提醒', '我的提醒', '今日提醒'],
    help: '查看临期、逾期和久未报送的事项',
    opens: opening('digest'),
  },
  { words: ['延后提醒', '已延后'], help: '查看、恢复延后的提醒', opens: opening('snoozed') },
  {
    words: ['报送期限', '订立期限'],
    help: '查看目标订立期限（办公室可设置）',
    opens: opening('plan-deadline'),
  },
]

/** Time decides nothing: it reminds, and what stays undone goes up step by step (rulebook 4 and 7). */
export const reminders: Chapter = {
  name: 'reminders',
  commands: [sendDigestsCommand, snoozeCommand, resumeCommand, deadlineCommand],
  views: [digestView, snoozedView, deadlineView],
  forms: [snoozeForm, deadlineForm],
  intents,
  todo: async () => [],
  answers: answersDigest,
  async due(db, now) {
    const due = await digestsDue(db, await findCurrentYear(db), now)
    if (!due) return []
    const { year, day } = due
    return [{ command: 'digest.send', with: { year, day }, cause: `digest:${year}:${day}` }]
  },
  wording: remindersWording,
}
