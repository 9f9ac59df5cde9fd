/** `team.end`: a group is dissolved, with the roles in it; not silently while units or work depend on it. */
import type { Command, Meta, Notice, Prepared } from '../../../kernel/command.ts'
import { loadPart, NOTHING_MOVES } from '../../part.ts'
import { entryIn, type Organization, personIn } from '../../present.ts'
import { getActor } from '../../queries.ts'
import { reorganize } from '../../reorganize.ts'
import { tellOfRole } from '../../roles/notices.ts'
import { listHeldIn } from '../../roles/queries.ts'
import { dayBefore } from '../../roster/day-before.ts'
import type { MovedPerson } from '../../roster/difference-people.ts'
import { endEntry } from '../../rules/entry.ts'
import { isOver, rolesOf } from '../../rules/person.ts'
import type { TeamDone } from '../done.ts'
import { GROUP_ROLES } from '../group-roles.ts'
import { endTeamPayload } from '../payload.ts'
import { listTeamUnits, listTeamWork } from '../queries.ts'
import { endTeam } from '../rules/team.ts'

export const endTeamCommand: Command = {
  type: 'team.end',
  payload: endTeamPayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { team, sure } = endTeamPayload.parse(raw)
    const school = await loadPart(db, { teams: [team] })
    const [by, placed, works, held] = await Promise.all([
      getActor(db, meta),
      listTeamUnits(db),
      listTeamWork(db, team),
      listHeldIn(db, [team], GROUP_ROLES, meta.today),
    ])
    const { state } = entryIn(school.teams, team)
    const units = placed.filter((one) => one.team === team).map(({ name }) => name)
    const decision = endTeam({ by, team, state, units, works: works.length, sure })
    const show = { name: 'team', params: { team, ending: true } }
    if ('refusal' in decision) return { ...decision, show }
    const { people } = await loadPart(db, { people: held.map(({ id }) => id) })
    const present = { ...school, people }
    const yesterday = dayBefore(meta.today)
    const ended = held.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) === at)
    const moved = {
      ...NOTHING_MOVES,
      teams: [{ id: team, events: endEntry('team', state, yesterday) }],
      people: ended.map((id) => endedIn(present, id, team, meta)),
    }
    const name = state.status === 'unlisted' ? team : state.record.name
    const done: TeamDone = { code: 'team-ended', name }
    return {
      change: {
        subjects: reorganize(present, moved, { type: 'school.team-ended', team, left: units }),
        notices: noticesOf(moved.people, school.school.version + 1, meta),
        answer: { done, show: { name: 'team', params: { team } } },
      },
    }
  },
}

function endedIn(present: Organization, id: string, team: string, { today }: Meta): MovedPerson {
  const roles = rolesOf(personIn(present, id).state).filter(
    (held) => held.scope === team && GROUP_ROLES.includes(held.role) && !isOver(held, today),
  )
  return {
    id,
    events: roles.map(({ role, scope }) => ({ type: 'role.ended', role, scope, to: dayBefore(today) })),
  }
}

function noticesOf(people: readonly MovedPerson[], version: number, { by }: Meta): Notice[] {
  return people.flatMap(({ id: person, events }) =>
    events.flatMap((event) => {
      if (event.type !== 'role.ended') return []
      const { role, scope, to } = event
      return tellOfRole({ person, role, scope, to, why: 'ended' }, version, by)
    }),
  )
}
