/** The year: its phases, policy and coefficients (Articles 8, 24-27). */
import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import type { Dates } from '../../policy/rules/calendar.ts'
import type { Coefficients } from '../../policy/rules/coefficients.ts'
import type { CoefficientCounts } from '../../policy/rules/set-coefficients.ts'
import { evolveYear, UNOPENED, type YearEvent, type YearState } from '../../policy/rules/year.ts'
import type { SentEvent } from '../../workbook/sent/rules/sent-workbook.ts'
import { type About, type Difference, type Names, type Sentences, tellingOf } from './told.ts'
import { by, day, differences, fraction, inHundredths, type Labels, list, NOTHING, quoted } from './values.ts'
import { UNREADABLE_WORDS } from './words.ts'

const percentOf = (value: unknown): string => `${String(Number(value) / 100)}%`
const sayRatios = (value: unknown): string => {
  const { key, special, routine } = value as {
    readonly key: number
    readonly special: number
    readonly routine: number
  }
  return `重点${key}%、专项${special}%、常规${routine}%`
}
const sayRatification = (value: unknown): string => {
  if (value === 'chair') return '组长审定'
  const { agree } = value as { readonly agree: number | null }
  return agree === null ? '过半数成员同意' : `${agree}名成员同意`
}
const sayAreas = (value: unknown): string =>
  list(
    (value as readonly { readonly name: string; readonly leadUnit: string }[]).map(
      ({ name, leadUnit }) => `${name}（${leadUnit}）`,
    ),
    10,
  )
const sayLevels = (value: unknown): string =>
  value !== null && typeof value === 'object' ? Object.values(value).map(String).join('、') : String(value)
const sayEscalation = (value: unknown): string => {
  const { head, office, leader } = value as {
    readonly head: number
    readonly office: number
    readonly leader: number
  }
  return `负责人${head}、办公室${office}、分管校领导${leader}个工作日`
}

/** By their places in the policy. */
export const POLICY_LABELS: Labels = {
  ratios: ['三类目标比例', sayRatios],
  specialLimit: '专项目标上限（项）',
  missingType: [
    '缺少某类目标',
    by({ redistribute: '按其余比例折算', full: '该类按100分计', zero: '该类按0分计' }),
  ],
  coefficientFormula: ['系数算法', by({ weighted: '相加', normalised: '相加后归一' })],
  cap: ['得分上限', inHundredths],
  rounding: '得分小数位数',
  levels: ['等级分数段', sayLevels],
  bands: ['等次界线', by({ exact: '按得分直接比较', integer: '取整后比较' })],
  excellentFrom: ['优秀起点分', inHundredths],
  qualifiedFrom: ['合格起点分', inHundredths],
  agreement: ['议定方式', by({ deliberated: '合议议定', averaged: '以平均分为基础' })],
  quotaRounding: ['名额取整', by({ floor: '舍去小数', 'half-up': '四舍五入', ceil: '进一' })],
  freedPlace: ['空出名额', by({ next: '递补', empty: '空缺' })],
  ratification: ['审定方式', sayRatification],
  appealDays: '反馈答复（工作日）',
  gateAreas: ['一票否决', sayAreas],
  'pay.excellentUp': ['优秀增发', percentOf],
  'pay.qualifiedUp': ['合格增发', percentOf],
  'pay.unqualifiedDown': ['不合格减发', percentOf],
  'pay.base': ['绩效基数（元）', inHundredths],
  'execution.adjustUntil': '调整截止日',
  'execution.yellowAt': '黄灯剩余时间（%）',
  'execution.orangeAt': '橙灯剩余时间（%）',
  'execution.silentDays': '未报天数',
  'execution.remindDaysBefore': '提前提醒天数',
  'execution.digestHour': '每日提醒时点',
  'execution.digestUntil': '每日提醒不晚于',
  'execution.remindAgainDays': '再次提醒天数',
  'execution.snoozeDays': '延后提醒天数上限',
  'execution.escalateAfter': ['升级提醒', sayEscalation],
  'execution.helpDays': '求助答复（工作日）',
  'execution.evidenceBytes': ['佐证文件上限', (bytes) => `${Math.round(Number(bytes) / 1024 / 1024)} MB`],
  'execution.evidenceKinds': '佐证文件类型',
  'execution.petitioners': ['反映问题', by({ scheme: '目标管理相关人员', everyone: '全体人员' })],
}

function chosen({ before, after }: About<YearState>): Difference[] {
  if (before.status === 'unopened' || after.status === 'unopened') return []
  return differences(before.policy, after.policy, POLICY_LABELS)
}

const sayCoefficients = (one: Coefficients | undefined): string =>
  one ? `重点${fraction(one.key)}、专项${fraction(one.special)}、常规${fraction(one.routine)}` : NOTHING

function coefficientsMoved(
  units: readonly string[],
  { before, after, names }: About<YearState>,
): Difference[] {
  const of = (state: YearState, unit: string) =>
    state.status === 'unopened' ? undefined : state.coefficients[unit]
  return units.map((unit) => ({
    what: names.unit(unit),
    from: sayCoefficients(of(before, unit)),
    to: sayCoefficients(of(after, unit)),
  }))
}

const unitsIn = (coefficients: object, names: Names): string =>
  list(Object.keys(coefficients).map((unit) => names.unit(unit)))

const DATE_LABELS: Labels = Object.fromEntries(Object.entries(PHASE_NAMES))

/** Each phase's planned days in words. */
const said = (dates: Dates): object =>
  Object.fromEntries(
    Object.entries(dates).map(([phase, { from, to }]) => [
      phase,
      from === null && to === null ? null : `${day(from)}至${day(to)}`,
    ]),
  )
const datesOf = (state: YearState): object =>
  state.status === 'unopened' || !state.calendar ? {} : said(state.calendar.dates)

const sentences: Sentences<YearEvent, YearState> = {
  'year.opened': ({ year }) => `开启${year}年度`,
  'phase.entered': ({ phase }, { before }) => ({
    text: `进入「${PHASE_NAMES[phase]}」阶段`,
    changes: [
      {
        what: '阶段',
        from: before.status === 'unopened' ? NOTHING : PHASE_NAMES[before.phase],
        to: PHASE_NAMES[phase],
      },
    ],
  }),
  'phase.reopened': ({ unit, phase, reason, until }, { names }) => ({
    text: `为${names.unit(unit)}重新开放「${PHASE_NAMES[phase]}」阶段${until === null ? '' : `，至${day(until)}`}`,
    why: reason,
  }),
  'phase.reclosed': ({ unit, phase }, { names }) =>
    `结束${names.unit(unit)}重新开放的「${PHASE_NAMES[phase]}」阶段`,
  'calendar.planned': ({ dates }, { before }) => ({
    text: '安排年度日程',
    changes: differences(datesOf(before), said(dates), DATE_LABELS),
  }),
  'calendar.reminded': ({ phase, edge, day: on }) =>
    `提醒办公室：「${PHASE_NAMES[phase]}」阶段计划${day(on)}${edge === 'from' ? '开始' : '结束'}`,
  'values.chosen': (_, about) => ({ text: '更改年度政策，待领导小组确认', changes: chosen(about) }),
  'ratification.chosen': (_, about) => ({ text: '选定审定方式，待领导小组确认', changes: chosen(about) }),
  'agreement.chosen': (_, about) => ({ text: '选定议定方式，待领导小组确认', changes: chosen(about) }),
  'pay.chosen': (_, about) => ({ text: '填写绩效工资比例，待领导小组确认', changes: chosen(about) }),
  'coefficients.set': ({ unit }, about) => ({
    text: `填写${about.names.unit(unit)}的权重系数`,
    changes: coefficientsMoved([unit], about),
  }),
  'coefficients.listed': ({ coefficients, notice }, about) => ({
    text: `${notice === undefined ? '按表填写' : `按${notice}沿用`}${Object.keys(coefficients).length}个单位的权重系数`,
    changes: coefficientsMoved(Object.keys(coefficients), about),
  }),
  'coefficients.suggested': ({ coefficients }, { names }) =>
    `带入上年权重系数待通知确定：${unitsIn(coefficients, names)}`,
  'policy.confirmed': ({ notice }) => `领导小组确认年度政策，文号：${notice}`,
}

export const yearTelling = tellingOf({ initial: UNOPENED as YearState, evolve: evolveYear, sentences })

type CoefficientWorkbookEvent = SentEvent<CoefficientCounts, 'coefficient-workbook'>

const coefficientWorkbooks: Sentences<CoefficientWorkbookEvent, null> = {
  'coefficient-workbook.read': ({ name, year }) => `读入${year}年度权重系数表${quoted(name)}，待确认`,
  'coefficient-workbook.unreadable': ({ name, reason }) =>
    `文件${quoted(name)}不能读取：${UNREADABLE_WORDS[reason]}`,
  'coefficient-workbook.applied': ({ counts }) =>
    `确认导入：新填${counts.set}个单位，更改${counts.changed}个单位`,
  'coefficient-workbook.dropped': () => '放弃导入',
}
export const coefficientWorkbookTelling = tellingOf<null, CoefficientWorkbookEvent>({
  initial: null,
  evolve: () => null,
  sentences: coefficientWorkbooks,
})
