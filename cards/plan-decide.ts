/** The card on which a plan is decided: by the leader in charge (review) or by the chair (ratification). */
import { type GoalFacts, goalFold, isCut } from './goal-facts.ts'
import { goalName, goalNames } from './goal-words.ts'
import {
  type Action,
  type Button,
  buttons,
  type Card,
  type Element,
  type Field,
  line,
  note,
  type Params,
} from './kit.ts'
import { lastYearFold } from './last-year.ts'
import { type VoteFacts, voteElements } from './plan-votes.ts'
import { sinceReturnFold } from './since-return.ts'

export interface DecideFacts {
  /** `vote`: ratification by a quorum of the leading group. */
  readonly stage: 'review' | 'ratification' | 'vote'
  readonly year: number
  readonly unit: string
  /** `重点目标 3项（占25%）` for each type of the whole plan. */
  readonly counts: readonly string[]
  /** This page's goals with their questions (verdict and comment), and what opens each whole. */
  readonly goals: readonly {
    readonly goal: GoalFacts
    readonly fields: readonly Field[]
    readonly open: Action
  }[]
  /** How many wait for the verdict on all pages. */
  readonly waiting: number
  /** Numbers of special goals beyond the limit. */
  readonly exceptions: readonly number[]
  /** Goals of the plan that do not wait for this verdict, a line each. */
  readonly others: readonly string[]
  readonly form: { readonly name: string; readonly params: Params }
  readonly passAll: Action
  /** Of a vote: the abstention on all goals, and how the vote stands. */
  readonly vote: { readonly abstain: Action; readonly votes: VoteFacts } | null
  readonly turns: readonly Button[]
}

const WORDS = {
  review: {
    title: '目标审核',
    pass: '全部通过',
    submit: '提交审核',
    ask: '请审核',
    waits: '待审核',
    next: '通过的目标将提交领导小组审定',
    rest: '填了退回意见的目标退回修改，其余的通过。',
  },
  ratification: {
    title: '目标审定',
    pass: '全部审定',
    submit: '提交审定',
    ask: '请审定',
    waits: '待审定',
    next: '全部审定后计划即生效，不能撤回',
    rest: '填了退回意见的目标退回修改，其余的通过。',
  },
  vote: {
    title: '目标审定',
    pass: '全部同意',
    submit: '提交表决',
    ask: '请表决',
    waits: '待表决',
    next: '同意达到人数即审定，定案前可以改变答复',
    rest: '填了退回意见的目标退回修改，其余的表示同意。',
  },
} as const

export function planDecideCard(facts: DecideFacts): Card {
  const words = WORDS[facts.stage]
  return {
    title: `${facts.unit} ${facts.year}年度${words.title}`,
    subtitle: `${words.waits}${facts.waiting}项`,
    status: { text: '待处理', tone: 'plain' },
    summary: `${words.ask}${facts.unit} ${facts.year}年度目标，共${facts.waiting}项`,
    elements: [
      line(facts.counts.join('　')),
      ...exceptions(facts.exceptions),
      ...(facts.vote ? voteElements(facts.vote.votes) : []),
      buttons(passAll(facts), ...abstention(facts)),
      form(facts),
      ...wholeTexts(facts),
      ...others(facts.others),
      ...(facts.turns.length > 0 ? [buttons(...facts.turns)] : []),
    ],
  }
}

function exceptions(numbers: readonly number[]): Element[] {
  return numbers.length === 0
    ? []
    : [line(`${goalNames(numbers)}是超出限额的专项目标，理由见目标内。`, 'orange')]
}

function passAll({ stage, unit, waiting, passAll: action }: DecideFacts): Button {
  const words = WORDS[stage]
  return {
    text: words.pass,
    style: 'primary',
    action,
    confirm: { title: `${words.pass}？`, text: `${unit}的${waiting}项目标，${words.next}。` },
  }
}

function abstention({ waiting, vote }: DecideFacts): Button[] {
  if (!vote) return []
  const confirm = { title: '全部弃权？', text: `${waiting}项目标都不表示同意或退回，定案前可以改变。` }
  return [{ text: '全部弃权', action: vote.abstain, confirm }]
}

function form({ stage, goals, waiting, form: { name, params } }: DecideFacts): Element {
  const words = WORDS[stage]
  const scope = goals.length < waiting ? '只提交本页目标；' : ''
  return {
    tag: 'form',
    name,
    elements: [
      ...goals.flatMap(({ goal, fields }) => [
        goalFold(goal),
        ...lastYearFold(goalName(goal.number), goal.lastYear),
        ...sinceReturnFold(goalName(goal.number), goal.sinceReturn),
        ...fields.map((field) => ({ tag: 'field' as const, field })),
      ]),
      note(`${scope}${words.rest}`),
    ],
    buttons: [
      {
        text: words.submit,
        action: { submit: name, with: params },
        confirm: { title: `${words.submit}？`, text: words.rest },
      },
    ],
  }
}

function wholeTexts({ goals }: DecideFacts): Element[] {
  const cut = goals.filter(({ goal }) => isCut(goal))
  if (cut.length === 0) return []
  const open = cut.map(({ goal, open }) => ({ text: `${goalName(goal.number)}全文`, action: open }))
  return [note('下列目标内容较长，可看全文：'), buttons(...open)]
}

function others(lines: readonly string[]): Element[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, 40)
  const rest = lines.length - shown.length
  const text = [...shown, ...(rest > 0 ? [`等${lines.length}项`] : [])].join('\n')
  return [{ tag: 'fold', title: `其他目标（${lines.length}项）`, elements: [line(text, 'muted')] }]
}
