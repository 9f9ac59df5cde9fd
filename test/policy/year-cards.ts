/** The cards of the year at their largest, and as they usually are. */
import type { Card } from '../../cards/kit.ts'
import { newYearCard } from '../../cards/new-year.ts'
import { phaseCard } from '../../cards/phase.ts'
import type { Phase } from '../../cards/phase-names.ts'
import { phaseReopenedCard } from '../../cards/phase-reopened.ts'
import { type OpenReopening, reopeningListCard } from '../../cards/reopening-list.ts'
import { yearCalendarCard } from '../../cards/year-calendar.ts'

const PHASES: readonly Phase[] = ['setting', 'execution', 'assessment', 'results', 'closed']
const LONG_UNIT = '党委教师工作部（人力资源处、教师发展中心）'
const LONG_REASON = '因机构调整，单位负责人和联络员全部更替，年度目标计划未能按期报送，'
  .repeat(6)
  .slice(0, 200)

export const reopening = (name: string, reason: string, late = false): OpenReopening => ({
  ...{ unit: name, name, phase: 'setting', reason, until: '2026年3月20日', late },
  ...{ by: '办公室 工作人员', at: '3月5日 10:20' },
})
const many = (count: number): OpenReopening[] =>
  Array.from({ length: count }, (_, at) => reopening(LONG_UNIT, LONG_REASON, at % 2 === 0))

const DATES = {
  setting: '1月5日–3月4日',
  execution: '3月7日–11月30日',
  assessment: '12月1日–12月31日',
  results: '1月4日–2027年1月29日',
} as const
const due = ['按年度日历，「实现目标」阶段计划2026年3月7日开启，现在还没有开启。']

export const USUAL: readonly Card[] = [
  yearCalendarCard({
    ...{ year: 2026, phase: 'setting', phases: PHASES, dates: DATES, planned: '由办公室 工作人员安排' },
    ...{ next: { phase: 'execution', when: '2026年3月7日（还有5天）' }, due: [], office: false, form: null },
    keyDays: [
      { label: '报送期限', text: '2026年2月20日（已过10天）' },
      { label: '申请调整截止', text: '2026年9月30日（还有212天）' },
    ],
    reopened: { total: 1, first: [reopening('护理学院', '负责人更替，计划迟报')] },
  }),
  phaseCard({
    ...{ year: 2026, phase: 'execution', phases: PHASES, office: true, unfinished: 0, announced: false },
    ...{ dates: DATES, due, reopened: { total: 1, first: [reopening('护理学院', '负责人更替，计划迟报')] } },
  }),
  reopeningListCard({
    ...{ year: 2026, phase: 'execution', total: 2, office: true, asked: [], barred: '', turns: [] },
    reopenings: [
      reopening('护理学院', '负责人更替，计划迟报', true),
      reopening('科技处', '8月新设，补订年度目标'),
    ],
  }),
  phaseReopenedCard({
    ...{ year: 2026, unit: '护理学院', phase: 'setting', by: '办公室 工作人员', say: '填报目标' },
    opened: { reason: '负责人更替，计划迟报', until: '2026年3月20日' },
  }),
  newYearCard(newYearFacts(false)),
  newYearCard(newYearFacts(true)),
]

export const LARGEST: readonly Card[] = [
  yearCalendarCard({
    ...{ year: 2026, phase: 'results', phases: PHASES, dates: DATES, office: true },
    ...{ planned: `由${LONG_UNIT}安排`, next: null, due: [...due, ...due] },
    keyDays: [
      { label: '报送期限', text: '2026年2月20日（已过310天）' },
      { label: '申请调整截止', text: '2026年9月30日（已过88天）' },
    ],
    reopened: { total: 300, first: many(6) },
    form: { form: 'year_calendar', params: { year: 2026, seen: '2026-01-05T01:00:00.000Z' } },
  }),
  phaseCard({
    ...{ year: 2026, phase: 'results', phases: PHASES, office: true, unfinished: 300, announced: false },
    ...{ dates: DATES, due: [...due, ...due], reopened: { total: 300, first: many(6) } },
  }),
  reopeningListCard({
    ...{ year: 2026, phase: 'results', total: 300, office: true, reopenings: many(10), barred: '' },
    asked: Array.from({ length: 6 }, (_, at) => ({ unit: `JX${at}`, name: LONG_UNIT })),
    turns: [
      { text: '上一页（1/30）', action: { show: 'reopenings', with: { year: 2026, page: 0 } } },
      { text: '下一页（3/30）', action: { show: 'reopenings', with: { year: 2026, page: 2 } } },
    ],
  }),
  phaseReopenedCard({
    ...{ year: 2026, unit: LONG_UNIT, phase: 'assessment', by: '办公室 工作人员', say: '自评' },
    opened: { reason: LONG_REASON, until: '2026年12月20日' },
  }),
  newYearCard(newYearFacts(true)),
]

function newYearFacts(hindered: boolean): Parameters<typeof newYearCard>[0] {
  return {
    ...{ year: 2027, last: 2026, begin: { year: 2027, seen: 'f00d-1234' } },
    hindrances: hindered
      ? [
          { text: '考核结果公布后，请先结束年度', button: '看阶段', action: { send: 'phase', with: {} } },
          { text: '有12件申诉还没有决定', button: '看申诉', action: { say: '申诉' } },
          { text: '有98个单位的反馈还在答复期内', button: '看得分', action: { say: '申诉' } },
        ]
      : [],
    carried: [
      { label: '单位', value: '100个' },
      { label: '人员', value: '10000人，角色不变' },
      { label: '工作组', value: '24个，成员不变' },
      { label: '衡量标准', value: '180个工作项目' },
      { label: '委托', value: '12项，到期为止' },
      { label: '年度政策', value: '各项办法不变，须由组长按新通知确认' },
    ],
    anew: [
      { label: '重点、专项', value: '全部重新订立' },
      { label: '常规目标', value: '可用「复制去年」带入草稿' },
      { label: '工作要点', value: '上年40项结束，由办公室发布' },
      { label: '权重系数', value: '60个单位的上年系数仅供参考，待通知' },
      { label: '绩效工资', value: '增减比例和基数待通知' },
      { label: '年度日历', value: '由办公室重新安排' },
    ],
    leftOpen: [
      '任务：1200个没有完成',
      '求助：35件没有答复',
      '整改：80项没有验收',
      '来信：12件，仍由领导小组办理到底',
    ],
  }
}
