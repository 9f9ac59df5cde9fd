/** View `teams`: every group, and the units that no group will assess (Articles 5, 20, 22). */
import * as z from 'zod'
import type { Button, Message } from '../../../../cards/kit.ts'
import { teamsCard } from '../../../../cards/teams.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { viewOf } from '../../../kernel/view.ts'
import type { GroupKind } from '../../../store/schema/organization.ts'
import { getActor, listUnits } from '../../queries.ts'
import { listHeldIn } from '../../roles/queries.ts'
import { holdsOn } from '../../roles/rules/span.ts'
import { GROUP_KINDS } from '../../roster/layout.ts'
import { assessingGroupKind } from '../../rules/actor.ts'
import { SCHOOL } from '../../subjects.ts'
import { GROUP_ROLES, isConvenor } from '../group-roles.ts'
import { listTeams, listTeamUnits } from '../queries.ts'
import { keepsTeams } from '../rules/team.ts'

const TEAMS_A_PAGE = 8

export const teamsView = viewOf({
  name: 'teams',
  params: z.object({ page: z.int().min(0).default(0) }),
  about: () => SCHOOL,
  async render(db, { page }, viewer): Promise<Message> {
    const [actor, teams, placed, units] = await Promise.all([
      getActor(db, viewer),
      listTeams(db),
      listTeamUnits(db),
      listUnits(db),
    ])
    const { items, turns } = pageOf(teams, TEAMS_A_PAGE, page, { name: 'teams', params: {} })
    const held = await listHeldIn(
      db,
      items.map(({ id }) => id),
      GROUP_ROLES,
      viewer.today,
    )
    const now = held.filter((row) => holdsOn(row, viewer.today))
    const kindOf = new Map(teams.map(({ id, kind }) => [id, kind]))
    const assessed = new Set(placed.map(({ id, team }) => `${kindOf.get(team)}:${id}`))
    return {
      kind: 'card',
      card: teamsCard({
        total: teams.length,
        teams: items.map(({ id, name, kind }) => {
          const people = now.filter(({ scope }) => scope === id)
          return {
            ...{ name, kind: GROUP_KINDS[kind], units: placed.filter(({ team }) => team === id).length },
            convenors: people.filter(isConvenor).map((row) => row.name),
            members: people.filter((row) => !isConvenor(row)).length,
            open: { show: 'team', with: { team: id } },
          }
        }),
        without: units
          .filter(({ id, kind }) => !assessed.has(`${assessingGroupKind(kind)}:${id}`))
          .map(({ name }) => name),
        buttons: keepsTeams(actor) ? newTeams() : [],
        turns,
      }),
    }
  },
})

const newTeams = (): Button[] =>
  (['working', 'inspection', 'assessment'] as const).map((kind: GroupKind) => ({
    text: `设${GROUP_KINDS[kind].replace('目标管理', '').replace('考核工作', '考核')}`,
    action: { send: 'form', with: { form: 'keep-team', params: { kind } } },
  }))
