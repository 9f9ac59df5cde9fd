/** `help`: who the person is here, and what to say. */
import * as z from 'zod'
import { helpCard } from '../../../cards/help.ts'
import { type ViewDefinition, viewOf } from '../../kernel/view.ts'
import { findActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import type { Role } from '../../store/schema/organization.ts'
import type { Registry } from '../registry.ts'

interface ForRole {
  readonly says: string
  readonly examples: readonly string[]
}

const LEADER: ForRole = {
  says: '您是分管校领导，可以审核分管单位的目标。',
  examples: ['待办', '审核', '我的目标'],
}
const ANYONE: ForRole = {
  says: '您可以查看目标、进展和公布的结果。',
  examples: ['待办', '我的目标', '我的得分'],
}
const CONVENOR: ForRole = {
  says: '您是考核工作组组长，可以组织评分和合议。',
  examples: ['待办', '评分', '合议'],
}
const MEMBER: ForRole = { says: '您是考核工作组成员，可以评分。', examples: ['待办', '评分', '我的目标'] }

const FOR_ROLE: { readonly [R in Role]: ForRole } = {
  chair: { says: '您是领导小组组长，可以审定目标和结果。', examples: ['待办', '审定', '结果'] },
  'leading-member': {
    says: '您是领导小组成员，可以查看各单位情况。',
    examples: ['待办', '我的目标', '结果'],
  },
  office: { says: '您在领导小组办公室，可以管理阶段和名册。', examples: ['待办', '阶段', '导入名册'] },
  head: { says: '您是单位负责人，可以报送本单位目标。', examples: ['待办', '我的目标', '报送'] },
  contact: { says: '您是单位联络员，可以填报目标和进展。', examples: ['填报目标', '进展', '待办'] },
  'working-convenor': {
    says: '您是目标管理工作组组长，可以起草、报送目标，组织考核。',
    examples: ['待办', '填报目标', '合议'],
  },
  'working-member': {
    says: '您是目标管理工作组成员，可以起草目标和评分。',
    examples: ['待办', '填报目标', '评分'],
  },
  'inspection-convenor': {
    says: '您是督查组组长，可以组织督导检查。',
    examples: ['待办', '督查', '我的目标'],
  },
  'inspection-member': { says: '您是督查组成员，可以参加督导检查。', examples: ['待办', '督查', '我的目标'] },
  'assessment-convenor': CONVENOR,
  'assessment-member': MEMBER,
  'lead-unit': { says: '您在牵头部门，可以报送否决项情况。', examples: ['待办', '一票否决', '结果'] },
}

const EXAMPLES = 3

export function helpView(all: () => Registry): ViewDefinition {
  return viewOf({
    name: 'help',
    params: z.object({}),
    async render(db, _params, viewer) {
      const actor = await findActor(db, viewer)
      const roles = rolesOf(actor)
      const intents = all().chapters.flatMap((chapter) => chapter.intents)
      const known = intents.map(({ words }) => words[0])
      const commands = intents.map(({ words, help }) => ({ words: words[0], help }))
      const examples = examplesFor(
        roles,
        intents.flatMap(({ words }) => words),
        known,
      )
      const card = helpCard({
        name: actor?.name ?? '',
        roles: roles.map(({ says }) => says),
        examples,
        commands,
      })
      return { kind: 'card', card }
    },
  })
}

function rolesOf(actor: Actor | undefined): readonly ForRole[] {
  if (!actor) return [ANYONE]
  const held = [...new Set(actor.roles.map(({ role }) => role))].map((role) => FOR_ROLE[role])
  const all = [...held, ...(actor.leads.length > 0 ? [LEADER] : [])]
  return all.length > 0 ? all : [ANYONE]
}

/** The role's own words, as far as a chapter knows them; then whatever else can be said. */
function examplesFor(
  roles: readonly ForRole[],
  sayable: readonly string[],
  others: readonly string[],
): string[] {
  const wished = roles.flatMap(({ examples }) => examples).filter((words) => sayable.includes(words))
  return [...new Set([...wished, ...others])].slice(0, EXAMPLES)
}
