/** What goes along with planning: adjustments, workbooks, reminders, the day by which plans are due. */
import { KIND_VERBS, REASON_NAMES, SIDE_NAMES } from '../../../cards/adjustment-words.ts'
import {
  type DeadlineEvent,
  type DeadlineState,
  evolveDeadline,
  NO_DEADLINE,
} from '../../execution/reminders/rules/deadline.ts'
import {
  type AdjustmentEvent,
  type AdjustmentState,
  NOT_ASKED,
  type Request,
} from '../../planning/adjustment/rules/adjustment.ts'
import { evolveAdjustment } from '../../planning/adjustment/rules/evolve-adjustment.ts'
import {
  evolveReminder,
  NOT_REMINDED,
  type ReminderEvent,
  type ReminderState,
} from '../../planning/overview/rules/reminder.ts'
import {
  evolveWorkbook,
  UNREAD_WORKBOOK,
  type WorkbookEvent,
  type WorkbookState,
} from '../../planning/rules/goal-workbook.ts'
import { type Difference, type Sentences, tellingOf } from './told.ts'
import { day, list, points, quoted } from './values.ts'
import { goalDifferences, UNREADABLE_WORDS } from './words.ts'

const titleOf = (request: Request): string =>
  request.kind === 'add'
    ? `目标${quoted(request.content.title)}`
    : `目标${request.number}${quoted(request.before.title)}`

const wish = (request: Request): string =>
  `${KIND_VERBS[request.kind]}${titleOf(request)}，理由类别：${REASON_NAMES[request.reason]}${request.effectiveOn === null ? '' : `，自${day(request.effectiveOn)}起`}`

const wished = (request: Request): Difference[] =>
  request.kind === 'change'
    ? goalDifferences(
        { ...request.before, criterion: request.criterion },
        { criterion: request.criterion, ...request.content },
      )
    : []

const requestOf = (state: AdjustmentState): Request | undefined =>
  state.status === 'none' ? undefined : state.request

const stages = { review: '审核', ratification: '审定' } as const

const adjustments: Sentences<AdjustmentEvent, AdjustmentState> = {
  'adjustment.drafted': ({ side, request }) => ({
    text: `${SIDE_NAMES[side]}起草调整申请：${wish(request)}`,
    changes: wished(request),
    why: request.why,
  }),
  'adjustment.revised': ({ request }) => ({
    text: `修改调整申请：${wish(request)}`,
    changes: wished(request),
    why: request.why,
  }),
  'adjustment.sent': ({ review }, { before }) => {
    const request = requestOf(before)
    const text = review === 'own-draft' ? '报领导小组审定' : '报分管校领导审核'
    return request ? { text: `${text}：${wish(request)}`, changes: wished(request), why: request.why } : text
  },
  'adjustment.passed': () => '审核通过，报领导小组审定',
  'adjustment.returned': ({ stage, comment }) => ({ text: `${stages[stage]}时退回`, why: comment }),
  'adjustment.voted': ({ agreed }) => (agreed.length > 0 ? '表决同意' : '表决弃权'),
  'adjustment.ratified': ({ effective, shares, quorum }) => ({
    text: `审定，${day(effective)}起生效${quorum ? `（成员${quorum.members}人，需${quorum.needed}人同意）` : ''}`,
    changes: shares.map(({ number, before, after }) => ({
      what: `${number === null ? '新增目标' : `目标${number}`}占比（%）`,
      from: points(before),
      to: points(after),
    })),
  }),
  'adjustment.withdrawn': () => '撤回调整申请',
}

export const adjustmentTelling = tellingOf({
  initial: NOT_ASKED as AdjustmentState,
  evolve: evolveAdjustment,
  sentences: adjustments,
})

const workbooks: Sentences<WorkbookEvent, WorkbookState> = {
  'workbook.read': ({ name, year }) => `读入${year}年度目标填报表${quoted(name)}，待确认`,
  'workbook.unreadable': ({ name, reason }) => `文件${quoted(name)}不能读取：${UNREADABLE_WORDS[reason]}`,
  'workbook.applied': ({ counts }) =>
    `确认导入：新增草稿${counts.drafted}项，修改${counts.revised}项，涉及${counts.units}个单位`,
  'workbook.dropped': () => '放弃导入',
}
export const workbookTelling = tellingOf({
  initial: UNREAD_WORKBOOK,
  evolve: evolveWorkbook,
  sentences: workbooks,
})

const reminding: Sentences<ReminderEvent, ReminderState> = {
  'people.reminded': ({ days, told, skipped }, { names }) =>
    `催办等候${days}天以上的人：${list(told.map(({ person }) => names.person(person)))}${skipped.length > 0 ? `；当天已催过的${skipped.length}人不再催` : ''}`,
}
export const planReminderTelling = tellingOf({
  initial: NOT_REMINDED as ReminderState,
  evolve: evolveReminder,
  sentences: reminding,
})

const deadlines: Sentences<DeadlineEvent, DeadlineState> = {
  'plan-deadline.set': ({ year, dueOn }, { before }) => ({
    text: `设定${year}年度目标报送期限`,
    changes: [{ what: '期限', from: day(before.status === 'set' ? before.dueOn : null), to: day(dueOn) }],
  }),
}
export const deadlineTelling = tellingOf({
  initial: NO_DEADLINE as DeadlineState,
  evolve: evolveDeadline,
  sentences: deadlines,
})
