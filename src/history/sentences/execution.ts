/** Goals in force: progress, tasks, help, evidence, reminders (Articles 18, 19). */
import { PROGRESS_STATES } from '../../../cards/progress-words.ts'
import { evolveHelp, type HelpEvent, type HelpState, UNASKED } from '../../execution/help/rules/help.ts'
import type { Holder } from '../../execution/help/rules/holder.ts'
import {
  evolveSnooze,
  NOT_SNOOZED,
  type SnoozeEvent,
  type SnoozeState,
} from '../../execution/reminders/rules/snooze.ts'
import {
  evolveReminders,
  NOT_SENT,
  type RemindersEvent,
  type RemindersState,
} from '../../execution/reminders/rules/sweep.ts'
import {
  type EvidenceEvent,
  type EvidenceState,
  evolveEvidence,
  UNKNOWN_EVIDENCE,
} from '../../execution/rules/evidence.ts'
import {
  type ExecutionEvent,
  type ExecutionState,
  evolveExecution,
  percentOf,
  UNREPORTED,
} from '../../execution/rules/execution.ts'
import { type Difference, type Sentences, tellingOf } from './told.ts'
import { asDay, day, differences, type Labels, list, NOTHING, points, quoted } from './values.ts'

const TASK_LABELS: Labels = {
  title: '任务',
  ownerName: '责任人',
  dueOn: ['完成时限', asDay],
  share: '比重',
}

function moved(before: ExecutionState, after: ExecutionState): Difference[] {
  const percent = { what: '进度', from: `${percentOf(before)}%`, to: `${percentOf(after)}%` }
  const value = { what: '指标值', from: points(before.value), to: points(after.value) }
  const cost = {
    what: '累计支出（元）',
    from: points(before.last?.cost ?? null),
    to: points(after.last?.cost ?? null),
  }
  return [percent, value, cost].filter(({ from, to }) => from !== to && to !== NOTHING)
}

const executions: Sentences<ExecutionEvent, ExecutionState> = {
  'progress.reported': ({ report }, { before, after }) => ({
    text: [
      report.task ? `报告任务${report.task.number}进展（${report.task.percent}%）` : '报告进展',
      `：${PROGRESS_STATES[report.state].text}`,
      report.done === '' ? '' : `；${report.done}`,
      report.difficulty === '' ? '' : `；困难：${report.difficulty}`,
      report.evidence.length === 0 ? '' : `；佐证${report.evidence.length}份`,
    ].join(''),
    changes: moved(before, after),
    why: report.reason,
  }),
  'progress.judged': ({ report, verdict, percent, value, words }) => ({
    text:
      verdict === 'queried'
        ? `对第${report}次进展提出质疑`
        : `认可第${report}次进展${percent === null ? '' : `：进度${percent}%`}${value === null || value === undefined ? '' : `，指标值${points(value)}`}`,
    why: words,
  }),
  'tasks.added': ({ tasks }) =>
    `分解任务：${list(tasks.map(({ number, title, ownerName, dueOn }) => `${number}.${title}（${ownerName}，${day(dueOn)}）`))}`,
  'task.changed': ({ task, reason }, { before }) => ({
    text: `修改任务${task.number}${quoted(task.title)}`,
    changes: differences(before.tasks.find(({ number }) => number === task.number) ?? {}, task, TASK_LABELS),
    why: reason,
  }),
  'task.ended': ({ number, reason }, { before }) => ({
    text: `结束任务${number}${quoted(before.tasks.find((one) => one.number === number)?.title ?? '')}`,
    why: reason,
  }),
}
export const executionTelling = tellingOf({
  initial: UNREPORTED,
  evolve: evolveExecution,
  sentences: executions,
})

const holder = ({ kind, name }: Holder): string => (kind === 'office' ? '领导小组办公室' : name)

const helps: Sentences<HelpEvent, HelpState> = {
  'help.asked': ({ words, dueOn, holder: to }) => `求助：${words}；由${holder(to)}在${day(dueOn)}前答复`,
  'help.passed': ({ from, to, words }) => ({ text: `由${holder(from)}转${holder(to)}`, why: words }),
  'help.moved': ({ unit, holder: to }, { names }) => `单位调整后由${names.unit(unit)}承接，${holder(to)}答复`,
  'help.answered': ({ words }) => `答复：${words}`,
  'help.solved': ({ words }) => `单位确认已解决${words === '' ? '' : `：${words}`}`,
}
export const helpTelling = tellingOf({ initial: UNASKED as HelpState, evolve: evolveHelp, sentences: helps })

const evidences: Sentences<EvidenceEvent, EvidenceState> = {
  'evidence.received': ({ name, kind }) => `收到${kind === 'image' ? '图片' : '文件'}${quoted(name)}`,
  'evidence.kept': ({ size, sha256 }) =>
    `已保存，${Math.ceil(size / 1024)} KB，SHA-256 ${sha256.slice(0, 16)}…`,
  'evidence.refused': ({ size }) => `未保存：类型或大小不符（${Math.ceil(size / 1024)} KB）`,
  'evidence.attached': ({ goal }, { names }) => `作为佐证附于${names.goal(goal)}`,
}
export const evidenceTelling = tellingOf({
  initial: UNKNOWN_EVIDENCE,
  evolve: evolveEvidence,
  sentences: evidences,
})

const LEVELS: { readonly [level: string]: string } = {
  own: '承办人',
  head: '单位负责人',
  office: '领导小组办公室',
  leader: '分管校领导',
}

const reminders: Sentences<RemindersEvent, RemindersState> = {
  'matters.escalated': ({ steps }) =>
    `逾期事项升级提醒${steps.length}项：${list(steps.map(({ level, people }) => `${LEVELS[level] ?? level}${people.length === 0 ? '（无人任职，跳过）' : `（${people.map(({ name }) => name).join('、')}）`}`))}`,
  'digests.sent': ({ day: on, people, items, skipped }) =>
    `发出${day(on)}提醒：${people}人，${items}项${skipped.length > 0 ? `；此前未发：${list(skipped.map(day))}` : ''}`,
}
export const remindersTelling = tellingOf({
  initial: NOT_SENT as RemindersState,
  evolve: evolveReminders,
  sentences: reminders,
})

const snoozes: Sentences<SnoozeEvent, SnoozeState> = {
  'reminder.snoozed': ({ until }) => `延后提醒至${day(until)}`,
  'reminder.resumed': () => '恢复提醒',
}
export const snoozeTelling = tellingOf({
  initial: NOT_SNOOZED as SnoozeState,
  evolve: evolveSnooze,
  sentences: snoozes,
})
