/** A unit's account, assessment and appeals (Articles 21-24, 29). Who gave what on a sheet is told nowhere. */
import {
  type AccountEvent,
  type AccountState,
  evolveAccount,
  NO_ACCOUNT,
} from '../../assessment/account/rules/account.ts'
import {
  type AppealEvent,
  type AppealState,
  NO_APPEAL,
  type Verdicts,
} from '../../assessment/appeal/rules/appeal.ts'
import { evolveAppeal } from '../../assessment/appeal/rules/evolve-appeal.ts'
import type { Bench } from '../../assessment/rules/answering.ts'
import {
  type AssessmentEvent,
  type AssessmentState,
  evolveAssessment,
  OPEN,
} from '../../assessment/rules/assessment.ts'
import { type Entries, scoreOf } from '../../assessment/rules/entry.ts'
import { type Difference, type Names, type Sentences, tellingOf } from './told.ts'
import { list, NOTHING, points } from './values.ts'

const accounts: Sentences<AccountEvent, AccountState> = {
  'account.stated': ({ statements, short }, { names }) =>
    `填写自评：${list(Object.keys(statements).map((goal) => names.goal(goal)))}${short.length > 0 ? `；其中${short.length}项未达到` : ''}`,
  'account.signed': ({ short }) => `提交自评${short.length > 0 ? `，${short.length}项未达到` : '，全部达到'}`,
  'account.taken-back': () => '撤回自评',
}
export const accountTelling = tellingOf({
  initial: NO_ACCOUNT as AccountState,
  evolve: evolveAccount,
  sentences: accounts,
})

const BENCHES: { readonly [bench in Bench]: string } = { group: '工作组', leaders: '领导小组' }

const finalOf = (state: AssessmentState): number | null => ('final' in state ? state.final : null)

function scoresMoved(state: AssessmentState, entries: Entries, names: Names): Difference[] {
  const before = 'agreed' in state ? state.agreed : {}
  return Object.entries(entries).map(([goal, entry]) => {
    const earlier = before[goal]
    return {
      what: names.goal(goal),
      from: earlier ? points(scoreOf(earlier)) : NOTHING,
      to: points(scoreOf(entry)),
    }
  })
}

const assessments: Sentences<AssessmentEvent, AssessmentState> = {
  'deliberation.opened': ({ goals, present, excused, recused, quorum }) =>
    `开启合议：目标${goals.length}项，出席${list(
      present.map(({ name }) => name),
      10,
    )}${excused.length > 0 ? `；缺席${list(excused.map(({ member }) => member.name))}` : ''}${recused.length > 0 ? `；回避${list(recused.map(({ member }) => member.name))}` : ''}；至少${quorum}人同意`,
  'deliberation.reopened': ({ reason }) => ({ text: '合议退回打分', why: reason }),
  'proposal.made': ({ entries }, { names }) => ({
    text: '提出合议方案',
    changes: Object.entries(entries).map(([goal, entry]) => ({
      what: names.goal(goal),
      from: NOTHING,
      to: points(scoreOf(entry)),
    })),
  }),
  'proposal.agreed': ({ by }) => `${by.name}同意合议方案`,
  'proposal.objected': ({ by, words }) => ({ text: `${by.name}对合议方案提出异议`, why: words }),
  'assessment.decided': ({ final }) =>
    final === null ? '合议议定，得分待权重系数确定后算出' : `合议议定，得分${points(final)}`,
  'feedback.received': ({ by }) => `${by.name}确认收到反馈`,
  'feedback.unanswered': () => '答复期满，单位没有答复，得分照此执行',
  'feedback.reopened': ({ reason }) => ({ text: '重新开放答复', why: reason }),
  'appeal.opened': ({ number }) => `单位提出第${number}件申诉`,
  'appeal.closed': ({ number, how }) => `第${number}件申诉${how === 'kept' ? '维持原扣分' : '已撤回'}`,
  'score.corrected': ({ number, by, entries, final }, { before, names }) => ({
    text: `第${number}件申诉由${BENCHES[by]}更改得分`,
    changes: [
      { what: '总分', from: points(finalOf(before)), to: points(final) },
      ...scoresMoved(before, entries, names),
    ],
  }),
}
export const assessmentTelling = tellingOf({
  initial: OPEN as AssessmentState,
  evolve: evolveAssessment,
  sentences: assessments,
})

const sayPlace = (place: string): string => `目标${place.replace('.', '第')}条`

const sayVerdicts = (verdicts: Verdicts): string =>
  Object.entries(verdicts)
    .map(
      ([place, one]) =>
        `${sayPlace(place)}${one.kind === 'kept' ? '维持' : `改扣${points(one.points)}分`}：${one.reason}`,
    )
    .join('；')

const pointsMoved = (state: AppealState, verdicts: Verdicts): Difference[] => {
  const items = state.status === 'none' ? [] : state.items
  return items.flatMap(({ place, points: from }) => {
    const verdict = verdicts[place]
    return verdict?.kind === 'changed'
      ? [{ what: `${sayPlace(place)}扣分`, from: points(from), to: points(verdict.points) }]
      : []
  })
}

const appeals: Sentences<AppealEvent, AppealState> = {
  'appeal.drafted': ({ number, items }) => ({
    text: `起草第${number}件申诉：${list(items.map(({ place }) => sayPlace(place)))}`,
    why: items.map(({ why }) => why).join('；'),
  }),
  'appeal.sent': () => '报送申诉',
  'appeal.withdrawn': () => '撤回申诉',
  'appeal.routed': ({ to, words }) => ({ text: `转${BENCHES[to]}办理`, why: words }),
  'appeal.weighed': ({ verdicts }) => `记下意见：${list(Object.keys(verdicts).map(sayPlace))}`,
  'appeal.proposed': ({ by, verdicts, present, quorum }) => ({
    text: `${by.name}提出处理方案，出席${present.length}人，至少${quorum}人同意`,
    why: sayVerdicts(verdicts),
  }),
  'appeal.seconded': ({ by }) => `${by.name}同意处理方案`,
  'appeal.objected': ({ by, words }) => ({ text: `${by.name}对处理方案提出异议`, why: words }),
  'appeal.agreed': () => '工作组达成一致，报领导小组确认',
  'appeal.decided': ({ outcome, by, verdicts, before: from, after: to }, { before }) => ({
    text: `${BENCHES[by]}作出决定：${outcome === 'kept' ? '维持原扣分' : '更改得分'}`,
    changes: [
      ...pointsMoved(before, verdicts),
      ...(outcome === 'changed' ? [{ what: '总分', from: points(from), to: points(to) }] : []),
    ],
    why: sayVerdicts(verdicts),
  }),
}
export const appealTelling = tellingOf({
  initial: NO_APPEAL as AppealState,
  evolve: evolveAppeal,
  sentences: appeals,
})
