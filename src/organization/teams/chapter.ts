import type { Chapter } from '../../kernel/chapter.ts'
import { endTeamCommand } from './commands/end.ts'
import { keepTeamCommand } from './commands/keep.ts'
import { keepTeamForm } from './forms.ts'
import { teamIntents } from './intents.ts'
import { teamsView } from './views/list.ts'
import { teamView } from './views/team.ts'
import { teamWording } from './wording.ts'

/** Working groups, inspection teams and assessment groups, kept by the office (Articles 5, 20, 22). */
export const teams: Chapter = {
  name: 'teams',
  commands: [keepTeamCommand, endTeamCommand],
  views: [teamsView, teamView],
  forms: [keepTeamForm],
  intents: teamIntents,
  todo: async () => [],
  wording: teamWording,
}
