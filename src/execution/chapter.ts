import type { Chapter } from '../kernel/chapter.ts'
import { getActor } from '../organization/queries.ts'
import { scopesOf } from '../organization/rules/actor.ts'
import { listGoalsInForce } from '../planning/queries.ts'
import { findCurrentYear } from '../policy/queries.ts'
import { executionCommands } from './commands.ts'
import { progressForm } from './forms.ts'
import { latestProgress } from './queries.ts'
import { executionViews } from './views.ts'
import { executionWording } from './wording.ts'

/** Chapter 5 of the regulation: goals are realised (Articles 18-20). */
export const execution: Chapter = {
  name: 'execution',
  commands: executionCommands,
  views: executionViews,
  forms: [progressForm],
  intents: [
    {
      words: ['进展', '报进展', '填报进展', '目标进展'],
      help: '报送进展，如：进展 2 已完成60%，教材初稿完成',
      opens: (rest) =>
        rest === ''
          ? { show: 'progress', with: {} }
          : { show: 'progress-understood', with: { text: rest.slice(0, 1000) } },
    },
    {
      words: ['目标'],
      help: '报送进展，如：目标2 完成60%',
      opens: (rest) =>
        /^\s*(\d{1,3}|[一二三四五六七八九十])\D/.test(rest)
          ? { show: 'progress-understood', with: { text: rest.slice(0, 1000) } }
          : undefined,
    },
  ],
  async todo(db, viewer) {
    const year = await findCurrentYear(db)
    if (year?.phase !== 'execution') return []
    const unit = scopesOf(await getActor(db, viewer.person, viewer.today), 'contact')[0]
    if (!unit) return []
    const goals = await listGoalsInForce(db, year.year, unit)
    const latest = await latestProgress(
      db,
      goals.map((goal) => goal.id),
    )
    const silent = goals.filter((goal) => !latest.has(goal.id)).length
    if (silent === 0) return []
    return [
      {
        text: `${silent} 项目标还没有报送过进展`,
        since: null,
        button: '报送进展',
        action: { show: 'progress', with: {} },
      },
    ]
  },
  async takesFile(db, viewer, file) {
    const actor = await getActor(db, viewer.person, viewer.today)
    if (scopesOf(actor, 'contact', 'head').length === 0) return undefined
    return {
      command: 'evidence.receive',
      with: { id: file.key, messageId: file.messageId, kind: file.kind, name: file.name },
    }
  },
  wording: executionWording,
}
