import type { Chapter } from '../../kernel/chapter.ts'
import { endingDue, tellEndCommand } from './clock.ts'
import { endRoleCommand } from './commands/end.ts'
import { giveRoleCommand } from './commands/give.ts'
import { endRoleForm, giveRoleForm } from './forms.ts'
import { roleIntents } from './intents.ts'
import { endRoleCheckView, giveRoleCheckView } from './views/check.ts'
import { rolesView } from './views/list.ts'
import { rolesEndingView, roleToldView } from './views/told.ts'
import { whoIsView } from './views/who-is.ts'
import { roleWording } from './wording.ts'

/** Roles are given and ended with their days, by the office (Articles 3-6). */
export const roles: Chapter = {
  name: 'roles',
  commands: [giveRoleCommand, endRoleCommand, tellEndCommand],
  views: [rolesView, whoIsView, giveRoleCheckView, endRoleCheckView, roleToldView, rolesEndingView],
  forms: [giveRoleForm, endRoleForm],
  intents: roleIntents,
  todo: async () => [],
  due: endingDue,
  wording: roleWording,
}
