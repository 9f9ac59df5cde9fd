import {
  type Button,
  buttons,
  type Card,
  type Element,
  type FormSpec,
  field,
  heading,
  line,
  note,
  type Params,
  type TableCell,
} from './kit.ts'
import { type MovedUnit, movedLines } from './result-moved.ts'
import { COHORT_NAMES, type Cohort, sayNames, sayRatio } from './result-words.ts'

export interface BallotCohort {
  readonly cohort: Cohort
  /** Hundredths of a percent. */
  readonly ratio: number
  readonly places: number
  readonly named: readonly string[]
  /** Of the named, those chosen out of a tie across the last place. */
  readonly chosen: readonly string[]
  /** In that tie too, and not named. */
  readonly passed: readonly string[]
}

export interface ExcellenceBallotFacts {
  readonly year: number
  readonly put: { readonly by: string; readonly when: string }
  readonly cohorts: readonly BallotCohort[]
  /** Of the members, each once; null while silent. */
  readonly members: readonly { readonly name: string; readonly answer: 'agree' | 'abstain' | null }[]
  readonly needed: number
  /** Whether scores or gates changed since it was put: nothing can be answered then. */
  readonly stale: boolean
  readonly moved: readonly MovedUnit[] | null
  /** Null where the viewer is no member, or nothing can be answered. `ballot` names what is answered. */
  readonly answer: {
    readonly spec: FormSpec
    readonly params: Params
    readonly given: 'agree' | 'abstain' | null
  } | null
  /** Whether the viewer may put another naming. */
  readonly renames: boolean
}

/** A naming before the members of the leading group: agree, send back with words, or abstain (Articles 16, 25). */
export function excellenceBallotCard(facts: ExcellenceBallotFacts): Card {
  const { year, put, members, needed, moved } = facts
  const agreed = members.filter((one) => one.answer === 'agree').length
  return {
    title: moved ? `${year}年度结果更正表决` : `${year}年度评优表决`,
    status: facts.stale
      ? { text: '待重新提出', tone: 'red' }
      : { text: `同意${agreed}/${needed}`, tone: 'orange' },
    summary: `${put.by}提出优秀单位名单，请领导小组成员表决`,
    elements: [
      line(`${put.by} 于 ${put.when} 提出，${members.length}名成员中${needed}人同意即审定，一人退回即退回。`),
      ...(facts.stale ? [line('提出之后得分或一票否决有变化，请组长重新提出名单。', 'red')] : []),
      ...(moved ? movedLines(moved) : []),
      ...facts.cohorts.flatMap(cohortPart),
      memberTable(members),
      ...answerPart(facts),
      ...renamePart(facts),
    ],
  }
}

function cohortPart({ cohort, ratio, places, named, chosen, passed }: BallotCohort): Element[] {
  return [
    heading(COHORT_NAMES[cohort]),
    note(`比例${sayRatio(ratio)}，名额${places}个，提名${named.length}个。`),
    line(named.length === 0 ? '没有单位评为优秀。' : `优秀：${sayNames(named, 60)}`),
    ...(passed.length > 0
      ? [line(`末位并列：选${sayNames(chosen, 20) || '（无）'}，未选${sayNames(passed, 20)}。`, 'orange')]
      : []),
  ]
}

function memberTable(members: ExcellenceBallotFacts['members']): Element {
  const cell = (answer: 'agree' | 'abstain' | null): TableCell => {
    if (answer === null) return { text: '未表态', tone: 'orange' }
    return answer === 'agree' ? { text: '同意', tone: 'green' } : { text: '弃权', tone: 'muted' }
  }
  return {
    tag: 'table',
    columns: [
      { name: 'name', label: '成员', kind: 'text' },
      { name: 'answer', label: '意见', kind: 'status', width: '90px' },
    ],
    rows: members.map(({ name, answer }) => ({ name, answer: cell(answer) })),
  }
}

function answerPart({ answer }: ExcellenceBallotFacts): Element[] {
  if (!answer) return []
  const { spec, params, given } = answer
  const say = (text: string, what: 'agree' | 'abstain', style: Button['style']): Button => ({
    text,
    ...(style && { style }),
    action: { do: 'results.answer', with: { ...params, answer: what } },
  })
  return [
    buttons(
      ...(given === 'agree' ? [] : [say('同意', 'agree', 'primary')]),
      ...(given === 'abstain' ? [] : [say('弃权', 'abstain', undefined)]),
    ),
    {
      tag: 'form',
      name: 'ballot_return',
      elements: spec.fields.map(field),
      buttons: [
        {
          text: spec.submit,
          style: 'danger',
          action: { submit: 'ballot_return', with: params },
          confirm: { title: '退回名单？', text: '一人退回，名单即退回组长重新提出。' },
        },
      ],
    },
  ]
}

function renamePart({ year, renames }: ExcellenceBallotFacts): Element[] {
  if (!renames) return []
  return [buttons({ text: '重新提名', action: { show: 'excellence-naming', with: { year } } })]
}
