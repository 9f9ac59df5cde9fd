/** The questions of a goal of each type, with what stands in them. */
import { AIM_NAMES } from '../../cards/goal-words.ts'
import type { Choice, Field } from '../../cards/kit.ts'
import type { Year } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { GoalType } from '../store/schema/planning.ts'
import { decimalText } from './measure.ts'
import { EQUAL_WEIGHT, HIGHEST_FIGURE, HIGHEST_WEIGHT, LENGTHS, type WorkItem } from './rules/entry.ts'
import type { GoalContent } from './rules/goal.ts'

export interface GoalQuestions {
  readonly type: GoalType
  readonly year: Year
  /** A due date must not be over by then; absent where it may. */
  readonly today?: LocalDate
  readonly priorities: readonly { readonly id: string; readonly text: string }[]
  readonly workItems: readonly WorkItem[]
  readonly content: GoalContent | undefined
  /** The limit of special goals, where this one is beyond it and needs a justification. */
  readonly exceeded: number | null
}

export function goalFields(asked: GoalQuestions): readonly Field[] {
  const { type } = asked
  switch (type) {
    case 'key':
      return [
        ...whatFields(asked),
        priorityField(asked),
        ...measureFields(asked.content),
        ...criterionFields(asked, true),
        ...shareFields(asked.content),
      ]
    case 'special':
      return [
        ...whatFields(asked),
        aimField(asked.content),
        ...justificationField(asked),
        ...measureFields(asked.content),
        ...criterionFields(asked, false),
        ...shareFields(asked.content),
      ]
    case 'routine':
      return [workItemField(asked), ...whatFields(asked), ...shareFields(asked.content)]
  }
}

function whatFields({ type, content }: GoalQuestions): Field[] {
  const routine = type === 'routine'
  return [
    {
      kind: 'line',
      name: 'title',
      label: '目标名称',
      required: !routine,
      hint: routine ? '不填则用工作项目的名称' : '一句话说清要做成什么',
      maxLength: LENGTHS.title,
      ...initial(content?.title),
    },
    {
      kind: 'text',
      name: 'content',
      label: '目标内容',
      hint: routine ? '简明扼要说明工作内容' : '主要工作内容与要求',
      maxLength: LENGTHS.content,
      ...initial(content?.content),
    },
  ]
}

function priorityField({ priorities, content }: GoalQuestions): Field {
  return {
    kind: 'choice',
    name: 'priority',
    label: '工作要点',
    hint: '本目标服务于学校哪项年度工作要点',
    choices: priorities.map((one) => ({ value: one.id, text: one.text })),
    ...initial(content?.type === 'key' ? content.priority : null),
  }
}

function aimField(content: GoalContent | undefined): Field {
  const choices: Choice[] = Object.entries(AIM_NAMES).map(([value, text]) => ({ value, text }))
  return {
    kind: 'choice',
    name: 'aim',
    label: '专项类别',
    choices,
    ...initial(content?.type === 'special' ? content.aim : null),
  }
}

function justificationField({ exceeded, content }: GoalQuestions): Field[] {
  if (exceeded === null) return []
  return [
    {
      kind: 'text',
      name: 'justification',
      label: '超额理由',
      required: true,
      hint: `专项目标原则上不超过${exceeded}项，请说明为何还需这一项`,
      maxLength: LENGTHS.justification,
      ...initial(content?.type === 'special' ? content.justification : null),
    },
  ]
}

function workItemField({ workItems, content }: GoalQuestions): Field {
  return {
    kind: 'choice',
    name: 'work_item',
    label: '工作项目',
    hint: '评价标准按工作项目统一执行',
    choices: workItems.map((one) => ({ value: one.id, text: one.name })),
    ...initial(content?.type === 'routine' ? content.workItem : null),
  }
}

/** Article 12: figures where it can be counted, else a description. */
function measureFields(content: GoalContent | undefined): Field[] {
  const measure = content?.measure ?? null
  const counted = measure?.kind === 'quantified' ? measure : null
  return [
    {
      kind: 'line',
      name: 'indicator',
      label: '量化指标',
      hint: '能量化的填这三项，如：毕业生就业率',
      maxLength: LENGTHS.indicator,
      ...initial(counted?.indicator),
    },
    {
      kind: 'number',
      name: 'target',
      label: '目标值',
      decimals: 2,
      min: -HIGHEST_FIGURE / 100,
      max: HIGHEST_FIGURE / 100,
      ...initial(counted && counted.target !== null ? decimalText(counted.target) : null),
    },
    {
      kind: 'line',
      name: 'measure_unit',
      label: '计量单位',
      hint: '如：%、项、人次',
      maxLength: LENGTHS.measureUnit,
      ...initial(counted?.measureUnit),
    },
    {
      kind: 'text',
      name: 'seen',
      label: '定性要求',
      hint: '不能量化的填这一项：完成时能看到什么',
      maxLength: LENGTHS.seen,
      ...initial(measure?.kind === 'qualitative' ? measure.seen : null),
    },
  ]
}

function criterionFields(asked: GoalQuestions, needed: boolean): Field[] {
  const { content, year } = asked
  const optional = needed ? '' : '，可不填'
  return [
    {
      kind: 'text',
      name: 'criterion',
      label: '评价标准',
      hint: `考核时按什么标准评价${optional}`,
      maxLength: LENGTHS.criterion,
      ...initial(content && content.type !== 'routine' ? content.criterion : null),
    },
    {
      kind: 'date',
      name: 'due_on',
      label: '完成时限',
      hint: `${year}年内的日期${optional}`,
      ...dueSpan(asked),
      ...initial(content?.dueOn),
    },
  ]
}

/** Within the year, and still to come; what a goal says already may stand. */
function dueSpan({ content, year, today }: GoalQuestions): { readonly from: string; readonly until: string } {
  const until = `${year}-12-31`
  const first = `${year}-01-01`
  const coming = today !== undefined && today > first && today <= until ? today : first
  const own = content?.dueOn ?? coming
  return { from: own < coming ? own : coming, until }
}

function shareFields(content: GoalContent | undefined): Field[] {
  return [
    {
      kind: 'number',
      name: 'weight',
      label: '权重',
      decimals: 2,
      min: 0.01,
      max: HIGHEST_WEIGHT / 100,
      hint: '同类目标之间的比重，1表示相同',
      initial: decimalText(content?.weight ?? EQUAL_WEIGHT),
    },
    {
      kind: 'line',
      name: 'owner',
      label: '责任人',
      hint: '可不填',
      maxLength: LENGTHS.owner,
      ...initial(content?.owner),
    },
    {
      kind: 'number',
      name: 'budget',
      label: '预算（元）',
      decimals: 2,
      min: 0,
      max: HIGHEST_FIGURE / 100,
      hint: '可不填',
      ...initial(content && content.budget !== null ? decimalText(content.budget) : null),
    },
  ]
}

const initial = (value: string | null | undefined): { readonly initial?: string } =>
  value === null || value === undefined || value === '' ? {} : { initial: value }
