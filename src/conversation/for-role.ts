/** What each role is for, in the words of its holder, and what is most done in it: greeting, help and menu follow it. */
import type { Intent } from '../kernel/view.ts'
import { type Actor, holds } from '../organization/rules/actor.ts'
import type { Role } from '../store/schema/organization.ts'

/** One thing that can be done: the words to say, and what comes of them. */
export interface Thing {
  readonly words: string
  readonly does: string
}

export interface ForRole {
  readonly says: string
  /** The most usual first; the first three greet a newcomer. */
  readonly things: readonly [Thing, Thing, Thing, ...Thing[]]
}

const todo = { words: '待办', does: '查看等您办理的事' }
const board = { words: '看板', does: '查看目标的红黄灯和进度' }
const result = { words: '结果', does: '查看考核结果' }
const goals = { words: '我的目标', does: '查看本单位的年度目标' }
const score = { words: '我的得分', does: '查看本单位的得分和扣分原因' }
const draft = { words: '填报目标', does: '起草和修改目标' }
const grade = { words: '打分', does: '给分工考核的单位打分' }
const deliberate = { words: '合议', does: '组织或参加合议，议定得分' }
const inspect = { words: '督查', does: '查看督导检查的安排和发现' }
const visit = { words: '调研', does: '安排到单位调研' }
const draw = { words: '抽查', does: '公开抽取要检查的单位或目标' }
const judge = { words: '核实进展', does: '核实单位报送的进展' }
const delegate = { words: '委托', does: '外出时请人代办' }
const petition = { words: '反映问题', does: '直接向领导小组反映问题' }

const LEADER: ForRole = {
  says: '您是分管校领导，审核分管单位的目标。',
  things: [
    { words: '审核', does: '审核分管单位报送的目标' },
    { ...board, does: '查看分管单位的红黄灯' },
    todo,
    draft,
    result,
    delegate,
  ],
}

const ANYONE: ForRole = {
  says: '您可以查看本单位的目标和公布的结果。',
  things: [goals, result, petition, { words: '我的任务', does: '查看分给您的任务' }, score],
}

const FOR_ROLE: { readonly [R in Role]: ForRole } = {
  chair: {
    says: '您是领导小组组长，审定目标、优秀和结果。',
    things: [
      { words: '审定', does: '审定各单位的年度目标' },
      board,
      todo,
      result,
      { words: '来信', does: '查看和处理反映的问题' },
      delegate,
    ],
  },
  'leading-member': {
    says: '您是领导小组成员，参加审定。',
    things: [
      todo,
      board,
      result,
      { words: '来信', does: '查看反映的问题' },
      { words: '进度', does: '查看目标订立的进度' },
      delegate,
    ],
  },
  office: {
    says: '您在领导小组办公室，管理年度、政策、单位和人员。',
    things: [
      { words: '阶段', does: '开启和结束年度的各个阶段' },
      { words: '进度', does: '查看还在等谁，可以催办' },
      { words: '体检', does: '找出单位、人员、角色的问题并修补' },
      { words: '年度政策', does: '设置和查看本年度政策' },
      { words: '系统状态', does: '查看消息、备份是否正常' },
      { words: '名册模板', does: '下载名册，填好发回即可导入' },
    ],
  },
  head: {
    says: '您是单位负责人，把目标和自评报送上去。',
    things: [
      goals,
      { words: '报送', does: '报送本单位填好的目标' },
      todo,
      score,
      { words: '看板', does: '查看本单位的红黄灯' },
      { words: '申诉', does: '对扣分提出申诉' },
    ],
  },
  contact: {
    says: '您是单位联络员，填报目标、进展和自评。',
    things: [
      draft,
      { words: '进展', does: '报送进展，也可以直接发一句话或照片' },
      todo,
      goals,
      { words: '任务', does: '把目标分解成任务' },
      { words: '求助', does: '遇到困难，请工作组或校领导帮助' },
    ],
  },
  'working-convenor': {
    says: '您是目标管理工作组组长，起草、督导和考核分工的单位。',
    things: [draft, judge, deliberate, visit, draw, grade],
  },
  'working-member': {
    says: '您是目标管理工作组成员，参加起草、督导和打分。',
    things: [draft, judge, grade, inspect, deliberate, todo],
  },
  'inspection-convenor': {
    says: '您是督查组组长，组织督导检查。',
    things: [visit, draw, inspect, { words: '督查发现', does: '查看发现的问题和整改' }, board, todo],
  },
  'inspection-member': {
    says: '您是督查组成员，参加督导检查。',
    things: [
      inspect,
      { words: '我的检查记录', does: '查看和补记自己的检查记录' },
      { words: '督查发现', does: '查看发现的问题和整改' },
      board,
      todo,
    ],
  },
  'assessment-convenor': {
    says: '您是考核工作组组长，组织打分和合议。',
    things: [
      grade,
      deliberate,
      { words: '自评进度', does: '查看哪些单位交了自评' },
      { words: '纪要', does: '下载合议纪要' },
      todo,
    ],
  },
  'assessment-member': {
    says: '您是考核工作组成员，独立打分、参加合议。',
    things: [grade, deliberate, { words: '自评进度', does: '查看哪些单位交了自评' }, todo],
  },
  'lead-unit': {
    says: '您在牵头部门，报告否决项情况。',
    things: [
      { words: '关口', does: '报告各单位是否合格' },
      { words: '关口模板', does: '下载表格，填好发回' },
      todo,
    ],
  },
}

/** All that the person is for here; whoever holds no role, and a stranger, what everyone may do. */
export function rolesOf(actor: Actor | undefined): readonly ForRole[] {
  const held = [...new Set((actor?.roles ?? []).map(({ role }) => role))].map((role) => FOR_ROLE[role])
  const all = [...held, ...(actor && actor.leads.length > 0 ? [LEADER] : [])]
  return all.length > 0 ? all : [ANYONE]
}

/** Whether help and suggestions name the words to this person. */
export const offers = (actor: Actor | undefined, { only }: Pick<Intent, 'only'>): boolean =>
  only === undefined || (actor !== undefined && holds(actor, only))

/** The first of each role, then the second of each, and so on, each once: nobody's second role is forgotten. */
export function thingsFor(roles: readonly ForRole[], most: number): Thing[] {
  const longest = Math.max(...roles.map(({ things }) => things.length))
  const inTurn = Array.from({ length: longest }, (_, at) =>
    roles.flatMap(({ things }) => things[at] ?? []),
  ).flat()
  const once = new Map(inTurn.toReversed().map((thing) => [thing.words, thing]))
  return [...new Set(inTurn.map(({ words }) => words))]
    .flatMap((words) => once.get(words) ?? [])
    .slice(0, most)
}
