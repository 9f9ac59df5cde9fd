import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import { sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { ReminderDone } from './remind.ts'
import type { ReminderRefusal } from './rules/reminder.ts'

/** The sentences of reminding. */
export const overviewWording = {
  'people-reminded': ({ people, items, skipped }) =>
    `已提醒${people}人，共${items}件。${skipped > 0 ? `另有${skipped}人今天已提醒过，没有重复提醒。` : ''}`,
  'office-reminds': () => '催办由领导小组办公室发出，请联系办公室。',
  'unopened-setting': () => '该年度尚未开启，请先发送「阶段」开启年度。',
  'ended-setting': ({ phase }) => `现在是「${PHASE_NAMES[phase]}」阶段，目标订立已结束，不再催办。`,
  'nobody-late': ({ days }) =>
    days > 0 ? `没有等候满${days}天的事项，暂不需要催办。` : '没有等候办理的事项，不需要催办。',
  'reminded-today': ({ people, by, at }) =>
    `这${people}人今天都已提醒过（最近一次：${sayInstant(at)} ${by}），明天可以再催办。`,
} satisfies Wording<ReminderRefusal | ReminderDone>
