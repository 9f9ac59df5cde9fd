/** 执行与提醒 (Articles 17-19). */
import * as z from 'zod'
import type { ExecutionPolicy } from '../rules/execution-policy.ts'
import { aNumber, type Kind, someNumbersOf, together } from './kind.ts'
import type { ValuesNamed } from './value.ts'

const ADJUST_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** `MM-DD`. The 29th of February is no day of most years. */
const adjustUntil: Kind<string | null> = {
  schema: z
    .string()
    .regex(ADJUST_DAY)
    .refine((day) => day !== '02-29')
    .nullable(),
  fields: ({ name, label, year }, present) => [
    {
      ...{ kind: 'date', name, label, hint: '不填为不限' },
      ...{ from: `${year}-01-01`, until: `${year}-12-31` },
      ...(present !== null && { initial: `${year}-${present}` }),
    },
  ],
  read: (values, name) => {
    const day = values[name]
    if (typeof day !== 'string') return null
    return day.endsWith('-02-29') ? '02-28' : day.slice('2026-'.length)
  },
  say: (day) => (day === null ? '不限' : `${Number(day.slice(0, 2))}月${Number(day.slice(3))}日`),
}

const percentLeft = { min: 1, max: 99, unit: '%' }
const days = (max: number) => ({ min: 1, max, unit: '天' })
const workdays = (label: string) => ({ label, min: 1, max: 90, unit: '工作日' })
const NEXT_DIGEST = '从下一次提醒起'
const AT_ONCE = '保存后立即'

export const EXECUTION: ValuesNamed<
  | 'adjustUntil'
  | 'yellowAt'
  | 'orangeAt'
  | 'silentDays'
  | 'remindDaysBefore'
  | 'digestHour'
  | 'digestUntil'
  | 'remindAgainDays'
  | 'snoozeDays'
  | 'escalateAfter'
> = {
  adjustUntil: {
    label: '调整截止日',
    kind: adjustUntil,
    changes: '过了这一天，只有领导小组可以提出目标调整。',
    holds: '此后提出的调整',
    touches: '已提出的调整照常办理',
  },
  yellowAt: {
    label: '黄灯：剩余时间',
    kind: aNumber(percentLeft),
    changes: '剩余时间到这个比例而进度落后，亮黄灯。',
    holds: AT_ONCE,
    touches: '看板和目标上的灯；不改进展记录',
  },
  orangeAt: {
    label: '橙灯：剩余时间',
    kind: aNumber(percentLeft),
    changes: '剩余时间到这个比例而进度落后，亮橙灯。',
    holds: AT_ONCE,
    touches: '看板和目标上的灯；不改进展记录',
  },
  silentDays: {
    label: '久未报送天数',
    kind: aNumber(days(366)),
    changes: '这么多天没有报送进展，亮橙灯并提醒。',
    holds: AT_ONCE,
    touches: '灯和提醒；不改进展记录',
  },
  remindDaysBefore: {
    label: '到期前提醒',
    kind: someNumbersOf([90, 60, 45, 30, 20, 15, 10, 7, 5, 3, 2, 1], '天'),
    changes: '到期前哪几天提醒。',
    holds: NEXT_DIGEST,
    touches: '目标、任务、求助、整改的提醒；已发的不变',
  },
  digestHour: {
    label: '提醒开始时刻',
    kind: aNumber({ min: 0, max: 23, unit: '点' }),
    changes: '工作日几点起发送当天的提醒和旧卡片的更新。',
    holds: NEXT_DIGEST,
    touches: '每日提醒；当天已发的不重发',
  },
  digestUntil: {
    label: '提醒结束时刻',
    kind: aNumber({ min: 1, max: 24, unit: '点' }),
    changes: '过了这个时刻，当天不再主动打扰。',
    holds: NEXT_DIGEST,
    touches: '每日提醒；当天已发的不重发',
  },
  remindAgainDays: {
    label: '再次提醒间隔',
    kind: aNumber(days(60)),
    changes: '没有到期日的事项（如久未报送）隔几天再提醒。',
    holds: NEXT_DIGEST,
    touches: '久未报送、来信的提醒',
  },
  snoozeDays: {
    label: '最长延后天数',
    kind: aNumber(days(60)),
    changes: '本人最多可以把一条提醒延后几天。',
    holds: AT_ONCE,
    touches: '此后的延后；已延后的不变',
  },
  escalateAfter: {
    label: '逾期上报',
    kind: together<ExecutionPolicy['escalateAfter']>({
      parts: {
        head: workdays('报单位负责人'),
        office: workdays('报办公室'),
        leader: workdays('报分管校领导'),
      },
      say: ({ head, office, leader }) => `负责人${head}、办公室${office}、分管校领导${leader}个工作日`,
    }),
    changes: '逾期几个工作日后同时告知谁。',
    holds: NEXT_DIGEST,
    touches: '此后的上报；已上报的不变',
  },
}
