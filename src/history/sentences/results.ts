/** Gates, excellence, results (Articles 25-27, 31). */
import { GRADE_NAMES, sayRatio } from '../../../cards/result-words.ts'
import type { Answer } from '../../planning/rules/quorum.ts'
import type { Ratios } from '../../results/rules/excellence.ts'
import {
  evolveGate,
  type GateCounts,
  type GateEvent,
  type GateState,
  UNREPORTED,
} from '../../results/rules/gate.ts'
import {
  evolveGateReminder,
  type GateReminderEvent,
  type GateReminderState,
  NOT_CHASED,
} from '../../results/rules/gate-reminder.ts'
import type { UnitResult } from '../../results/rules/graded.ts'
import {
  evolveResults,
  type ResultsEvent,
  type ResultsState,
  UNPROPOSED,
} from '../../results/rules/results.ts'
import type { SentEvent } from '../../workbook/sent/rules/sent-workbook.ts'
import { type Sentences, tellingOf } from './told.ts'
import { list, NOTHING, points, quoted } from './values.ts'
import { UNREADABLE_WORDS } from './words.ts'

const VERDICTS = { pass: '通过', fail: '未通过' } as const

const gates: Sentences<GateEvent, GateState> = {
  'gate.reported': ({ verdicts }, { before, names }) => {
    const failed = verdicts.filter(({ verdict }) => verdict === 'fail')
    return {
      text: `报告${verdicts.length}个单位：通过${verdicts.length - failed.length}，未通过${failed.length}`,
      changes: verdicts
        .filter(({ unit, verdict }) => verdict === 'fail' || before.verdicts[unit]?.verdict === 'fail')
        .map(({ unit, verdict }) => {
          const earlier = before.verdicts[unit]
          return {
            what: names.unit(unit),
            from: earlier ? VERDICTS[earlier.verdict] : NOTHING,
            to: VERDICTS[verdict],
          }
        }),
      why: verdicts
        .filter(({ reason }) => reason !== '')
        .map(({ unit, reason }) => `${names.unit(unit)}：${reason}`)
        .join('；'),
    }
  },
  'gate.closed': () => '随结果审定截止',
}
export const gateTelling = tellingOf({ initial: UNREPORTED, evolve: evolveGate, sentences: gates })

type GateWorkbookEvent = SentEvent<GateCounts, 'gate-workbook'>

const gateWorkbooks: Sentences<GateWorkbookEvent, null> = {
  'gate-workbook.read': ({ name, year }) => `读入${year}年度一票否决报告表${quoted(name)}，待确认`,
  'gate-workbook.unreadable': ({ name, reason }) =>
    `文件${quoted(name)}不能读取：${UNREADABLE_WORDS[reason]}`,
  'gate-workbook.applied': ({ counts }) => `确认报告：通过${counts.pass}，未通过${counts.fail}`,
  'gate-workbook.dropped': () => '放弃报告表',
}
export const gateWorkbookTelling = tellingOf<null, GateWorkbookEvent>({
  initial: null,
  evolve: () => null,
  sentences: gateWorkbooks,
})

const gateReminders: Sentences<GateReminderEvent, GateReminderState> = {
  'gates.chased': ({ told }, { names }) =>
    `催办一票否决报告：${list(told.map(({ person }) => names.person(person)))}`,
}
export const gateReminderTelling = tellingOf({
  initial: NOT_CHASED as GateReminderState,
  evolve: evolveGateReminder,
  sentences: gateReminders,
})

const sayRatios = ({ standard, graded }: Ratios): string =>
  `教学单位及直属附属医院${sayRatio(standard)}，其他单位${sayRatio(graded)}`

const excellent = (results: readonly UnitResult[]): string => {
  const named = results.filter(({ grade }) => grade === 'excellent').map(({ name }) => name)
  return named.length === 0 ? '无优秀' : `优秀${named.length}个：${list(named, 10)}`
}

const ANSWERS: { readonly [answer in Answer]: string } = { agree: '同意', return: '退回', abstain: '弃权' }

const results: Sentences<ResultsEvent, ResultsState> = {
  'results.proposed': ({ ratios }) => `设定优秀比例：${sayRatios(ratios)}`,
  'results.put': ({ naming }, { names }) =>
    `提交成员表决：优秀${naming.named.length}个：${list(
      naming.named.map((unit) => names.unit(unit)),
      10,
    )}`,
  'results.voted': ({ vote }) => ({ text: `表决：${ANSWERS[vote.answer]}`, why: vote.words }),
  'results.returned': ({ words }) => ({ text: '成员退回评优方案', why: words }),
  'results.ratified': ({ ratios, results: all, quorum }) =>
    `审定${all.length}个单位的考核结果（${sayRatios(ratios)}）：${excellent(all)}${quorum ? `；成员${quorum.members}人，需${quorum.needed}人同意` : ''}`,
  'results.announced': () => '公布考核结果',
  'results.corrected': ({ version, moved }) => ({
    text: `第${version}次更正考核结果，变动${moved.length}个单位`,
    changes: moved.map(({ name, from, to }) => ({
      what: name,
      from: `${points(from.final)}分，第${from.rank}名，${GRADE_NAMES[from.grade]}`,
      to: `${points(to.final)}分，第${to.rank}名，${GRADE_NAMES[to.grade]}`,
    })),
  }),
}
export const resultsTelling = tellingOf({
  initial: UNPROPOSED as ResultsState,
  evolve: evolveResults,
  sentences: results,
})
