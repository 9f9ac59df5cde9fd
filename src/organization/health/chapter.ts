import type { Chapter } from '../../kernel/chapter.ts'
import type { Todo, Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { findActor } from '../queries.ts'
import { holds } from '../rules/actor.ts'
import { loadFindings } from './load.ts'
import { WEIGHT } from './rules/finding.ts'
import { healthView } from './views.ts'

/** 体检: whether units, people, roles and groups are as the year needs them (Articles 3-6, 13, 20, 22, 31). Only looks. */
export const health: Chapter = {
  name: 'health',
  commands: [],
  views: [healthView],
  forms: [],
  intents: [
    {
      words: ['体检', '组织体检', '检查组织'],
      only: 'office',
      help: '找出单位、人员、角色和工作组的问题，逐项修补',
      opens: (rest) => (rest === '' ? { send: 'health', with: {} } : undefined),
    },
  ],
  todo: stoppingTodo,
  wording: {},
}

/** What stops the year waits for the office; the rest is found when it is looked for. */
async function stoppingTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const actor = await findActor(db, viewer)
  if (!actor || !holds(actor, 'office')) return []
  const stops = (await loadFindings(db, viewer.today)).filter(({ code }) => WEIGHT[code] === 'stops')
  if (stops.length === 0) return []
  return [
    {
      text: `组织体检：${stops.length}项须处理，否则有工作会停住`,
      since: null,
      button: '去处理',
      action: { send: 'health', with: {} },
    },
  ]
}
