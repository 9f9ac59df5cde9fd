import type { Chapter } from '../../kernel/chapter.ts'
import { boardExportView } from './export/view.ts'
import { boardIntents } from './intents.ts'
import { boardView } from './views/board.ts'
import { boardGoalView } from './views/goal.ts'
import { boardInGroupView } from './views/in-group.ts'
import { boardListView } from './views/list.ts'

/** 看板: where help is needed, before it is late (Articles 18-20, 30). Only looks; nothing is decided here. */
export const board: Chapter = {
  name: 'board',
  commands: [],
  views: [boardInGroupView, boardView, boardListView, boardGoalView, boardExportView],
  forms: [],
  intents: boardIntents,
  todo: async () => [],
  wording: {},
}
