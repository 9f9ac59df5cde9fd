/** View `new-year`: what goes along, what does not, what is still open, before the office begins the next year. */
import * as z from 'zod'
import type { Action, Message } from '../../../cards/kit.ts'
import { newYearCard } from '../../../cards/new-year.ts'
import type { Year } from '../../kernel/ids.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import {
  carriedCoefficients,
  type Hindrance,
  hindrancesOf,
  type LastYear,
  markOfCarried,
} from '../rules/new-year.ts'
import { yearId } from '../subject.ts'
import { type Carried, countCarried, countLeftOpen, findLastYear, type LeftOpen } from './queries.ts'
import { newYearWording, sayHindrance } from './wording.ts'

const said = (text: string): Message => ({
  kind: 'card',
  card: { title: '新年度', summary: text, elements: [{ tag: 'text', spans: [{ text }] }] },
})

export const newYearView = viewOf({
  name: 'new-year',
  /** The year that is to begin. */
  params: z.object({ year: z.int().exactOptional() }),
  about: ({ year }) => (year === undefined ? null : yearId(year - 1)),
  async complete(db, asked, { today }) {
    const last = await findLastYear(db, today)
    return last && { name: 'new-year', params: { year: asked.year ?? last.year + 1 } }
  },
  async render(db, { year }, viewer) {
    if (!holds(await getActor(db, viewer), 'office')) return said(newYearWording['office-only']())
    const last = await findLastYear(db, viewer.today)
    if (!last) return said(newYearWording['first-year']())
    if (year !== undefined && year <= last.year) return said(`${year}年度已经开启，不必再开。`)
    const [carried, leftOpen] = await Promise.all([
      countCarried(db, viewer.today),
      countLeftOpen(db, last.year),
    ])
    return {
      kind: 'card',
      card: newYearCard({
        year: last.year + 1,
        last: last.year,
        hindrances: hindrancesOf(last).map((one) => ({
          text: sayHindrance(one),
          ...wayTo(one, last.year),
        })),
        carried: carriedFacts(carried),
        anew: anewFacts(last, carried),
        leftOpen: sayLeft(leftOpen),
        begin: { year: last.year + 1, seen: markOfCarried(last) },
      }),
    }
  },
})

function wayTo(one: Hindrance, year: Year): { readonly button: string; readonly action: Action } {
  switch (one.what) {
    case 'phase':
      return { button: '看阶段', action: { send: 'phase', with: { year } } }
    case 'appeals':
      return { button: '看申诉', action: { say: '申诉' } }
    case 'answers':
      return { button: '看反馈', action: { say: '申诉' } }
  }
}

const carriedFacts = ({ units, people, teams, workItems, delegations }: Carried) => [
  { label: '单位', value: `${units}个` },
  { label: '人员', value: `${people}人，角色不变` },
  { label: '工作组', value: `${teams}个，成员不变` },
  { label: '衡量标准', value: `${workItems}个工作项目` },
  { label: '委托', value: delegations === 0 ? '没有生效中的' : `${delegations}项，到期为止` },
  { label: '年度政策', value: '各项办法不变，须由组长按新通知确认' },
]

function anewFacts(last: LastYear, { priorities }: Carried) {
  const coefficients = Object.keys(carriedCoefficients(last)).length
  return [
    { label: '重点、专项', value: '全部重新订立' },
    { label: '常规目标', value: '可用「复制去年」带入草稿' },
    { label: '工作要点', value: priorities === 0 ? '由办公室发布' : `上年${priorities}项结束，由办公室发布` },
    {
      label: '权重系数',
      value: coefficients === 0 ? '待通知' : `${coefficients}个单位的上年系数仅供参考，待通知`,
    },
    { label: '绩效工资', value: '增减比例和基数待通知' },
    { label: '年度日历', value: '由办公室重新安排' },
  ]
}

const sayLeft = ({ tasks, help, rectifications, petitions }: LeftOpen): string[] => [
  ...(tasks > 0 ? [`任务：${tasks}个没有完成`] : []),
  ...(help > 0 ? [`求助：${help}件没有答复`] : []),
  ...(rectifications > 0 ? [`整改：${rectifications}项没有验收`] : []),
  ...(petitions > 0 ? [`来信：${petitions}件，仍由领导小组办理到底`] : []),
]
