/** The 30 goals of each unit of the school, as rows of the workbook and as values of the form. */

import { type RowValues, row } from '../planning/workbook-world.ts'
import type { Values } from '../world/fill.ts'
import { PRIORITIES, type SchoolUnit, WORK_ITEMS } from './school-university.ts'

/** Beside the one that the office assigns. */
const KEY = 6
const SPECIAL = 3
const ROUTINE = 20
/** The last two priorities are served by nobody. */
const SERVED = PRIORITIES.length - 2

const times = <Item>(count: number, item: (n: number) => Item): Item[] =>
  Array.from({ length: count }, (_, n) => item(n))

export const keyRows = ({ name, standard }: SchoolUnit): RowValues[] =>
  times(KEY, (n) =>
    row(name, '重点目标', {
      title: `${name}重点工作${n + 1}`,
      content: '对照学校年度部署，完成方案、落实责任人，每季度检查一次，年底前见成效。',
      priority: PRIORITIES[(standard ? n : n + 2) % SERVED]?.id ?? '',
      indicator: '完成项数',
      target: n + 2,
      measureUnit: '项',
      seen: null,
      criterion: '每少完成一项扣10分',
      dueOn: n % 2 === 0 ? '2026-06-30' : '2026-12-10',
      weight: n + 1,
      ...(n === 0 && { budget: 120000 }),
    }),
  )

export const routineRows = ({ name }: SchoolUnit, count = ROUTINE): RowValues[] =>
  times(count, (n) =>
    row(name, '常规目标', {
      title: `${WORK_ITEMS[n % WORK_ITEMS.length]}（${Math.floor(n / WORK_ITEMS.length) + 1}）`,
      content: '按衡量标准完成全年工作，台账按月更新。',
      workItem: WORK_ITEMS[n % WORK_ITEMS.length] ?? '',
    }),
  )

export const specialRows = ({ name }: SchoolUnit): RowValues[] =>
  times(SPECIAL, (n) =>
    row(name, '专项目标', {
      title: `${name}专项工作${n + 1}`,
      content: '建立制度，整合流程，让师生少跑一趟。',
      seen: '制度发布并执行满三个月',
      dueOn: '2026-11-30',
    }),
  )

/** What the unit drafts itself (Articles 14, 15). */
export const ownRows = (unit: SchoolUnit): RowValues[] => [
  ...specialRows(unit),
  ...(unit.standard ? [] : routineRows(unit, ownRoutine(unit))),
]

/** What the working group drafts (Articles 13, 15). */
export const groupRows = (unit: SchoolUnit): RowValues[] => [
  ...keyRows(unit),
  ...routineRows(unit, ownRoutine(unit)),
]

/** One routine goal less where a fourth special goal is proposed: 30 goals in every plan. */
const ownRoutine = (unit: SchoolUnit): number => (isExceptional(unit) ? ROUTINE - 1 : ROUTINE)

/** Five units propose a fourth special goal (Article 10). */
export const isExceptional = ({ id }: SchoolUnit): boolean => /^(JX|DQ|XZ|ZC|FY)3$/.test(id)

export const FOURTH_SPECIAL: Values = {
  目标名称: '解决高峰期排队问题',
  目标内容: '错峰预约，增设自助终端',
  专项类别: '解决师生关注的热点难点问题',
  超额理由: '师生代表大会集中反映，须当年解决',
  定性要求: '高峰期排队不超过10分钟',
  完成时限: '2026-09-30',
}

export const ASSIGNED: Values = {
  单位: ['全部教学单位', '全部直属附属医院', '全部党群部门', '全部行政部门', '全部其他非教学单位'],
  目标名称: '消除安全隐患',
  目标内容: '全面排查实验室、宿舍、食堂的安全隐患，逐项销号',
  定性要求: '上级检查合格',
  专项类别: '改进工作方式方法',
}
