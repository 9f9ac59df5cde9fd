/** View `team`: one group with its units, convenor and members; for the office what may be done, and what stops where it ends. */
import * as z from 'zod'
import { doneCard } from '../../../../cards/done.ts'
import type { Button, Message } from '../../../../cards/kit.ts'
import { type TeamFacts, teamCard } from '../../../../cards/team.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import type { GroupTable, UnitTable } from '../../../store/schema/organization.ts'
import { DUTY_NAMES } from '../../delegation/duty-names.ts'
import { getActor } from '../../queries.ts'
import { type HeldRow, listHeldIn } from '../../roles/queries.ts'
import { sayWhen } from '../../roles/say-role.ts'
import { GROUP_KINDS } from '../../roster/layout.ts'
import { sayUnits } from '../../say-units.ts'
import { GROUP_ROLES, isConvenor } from '../group-roles.ts'
import { findTeam, listOwnUnitsIn, listTeams, listTeamUnits, listTeamWork } from '../queries.ts'
import { keepsTeams } from '../rules/team.ts'

const PEOPLE_A_PAGE = 8
const WORKS_NAMED = 8

const params = z.object({
  /** The group's number, or words. */
  team: z.string().max(200),
  page: z.int().min(0).default(0),
  /** Asked what stops where it ends. */
  ending: z.boolean().default(false),
})
type Asked = z.infer<typeof params>

export const teamView = viewOf({
  name: 'team',
  params,
  about: ({ team }) => `team:${team}`,
  async complete(db, asked) {
    const found = await findCalledTeam(db, asked.team)
    return { name: 'team', params: { ...asked, team: found?.id ?? asked.team } }
  },
  async render(db, asked, viewer): Promise<Message> {
    const team = await findCalledTeam(db, asked.team)
    if (!team) {
      const text = `没有找到「${asked.team}」，请发送「小组」查看全部小组。`
      return { kind: 'card', card: doneCard({ text, tone: 'muted' }) }
    }
    return { kind: 'card', card: teamCard(await factsOf(db, team, asked, viewer)) }
  },
})

type Found = GroupTable & { readonly active: 0 | 1 }

async function findCalledTeam(db: Database, words: string): Promise<Found | undefined> {
  const exact = await findTeam(db, words)
  if (exact) return exact
  const teams = await listTeams(db)
  const named = teams.filter(({ name }) => name === words)
  const [one, ...others] = named.length > 0 ? named : teams.filter(({ name }) => name.includes(words))
  return one && others.length === 0 ? { ...one, active: 1 } : undefined
}

async function factsOf(db: Database, team: Found, asked: Asked, viewer: Viewer): Promise<TeamFacts> {
  const [actor, placed, held] = await Promise.all([
    getActor(db, viewer),
    listTeamUnits(db),
    listHeldIn(db, [team.id], GROUP_ROLES, viewer.today),
  ])
  const office = keepsTeams(actor) && team.active === 1
  const units = placed.filter((one) => one.team === team.id)
  const sorted = [...held.filter(isConvenor), ...held.filter((row) => !isConvenor(row))]
  const { items, turns } = pageOf(sorted, PEOPLE_A_PAGE, asked.page, {
    name: 'team',
    params: { team: team.id },
  })
  const ending = asked.ending && office
  return {
    ...{ name: team.name, kind: GROUP_KINDS[team.kind], active: team.active === 1 },
    units: units.map(({ name }) => name),
    people: await Promise.all(items.map((row) => personOf(db, team, row, office, viewer))),
    more: Math.max(0, sorted.length - items.length - asked.page * PEOPLE_A_PAGE),
    stops: ending ? await stopsOf(db, team, units, sorted.length) : [],
    buttons: office ? buttonsOf(team, ending) : [],
    turns,
  }
}

async function personOf(db: Database, team: Found, row: HeldRow, office: boolean, viewer: Viewer) {
  const when = sayWhen(row, viewer.today)
  const own = await listOwnUnitsIn(db, team.id, row.id, viewer.today)
  const place = row.unitName === '' ? '' : `，${row.unitName}`
  return {
    text: `${DUTY_NAMES[row.role]}：${row.name}${when === '' ? '' : `（${when}）`}${place}`,
    warning: own.length === 0 ? '' : `本人所在的${sayUnits(own)}由本组负责，办理时须回避`,
    buttons: office ? personButtons(row) : [],
  }
}

const personButtons = ({ id: person, role, scope }: HeldRow): Button[] => [
  { text: '结束', action: { send: 'form', with: { form: 'end-role', params: { person, role, scope } } } },
  { text: '换人', action: { send: 'form', with: { form: 'replace-person', params: { leaver: person } } } },
]

async function stopsOf(
  db: Database,
  team: Found,
  units: readonly Pick<UnitTable, 'name'>[],
  people: number,
): Promise<string[]> {
  const works = await listTeamWork(db, team.id)
  const what = team.kind === 'inspection' ? '督查' : '考核'
  const named = (kind: 'inspection' | 'deliberation'): string[] =>
    works
      .filter((one) => one.kind === kind)
      .map(({ name }) => (name.length > 30 ? `${name.slice(0, 30)}…` : name))
  const [inspections, assessments] = [named('inspection'), named('deliberation')]
  const list = (names: readonly string[]): string =>
    names.length > WORKS_NAMED
      ? `${names.slice(0, WORKS_NAMED).join('、')}等 ${names.length} 项`
      : names.join('、')
  return [
    ...(units.length > 0 ? [`${sayUnits(units.map(({ name }) => name))}无人${what}，须另行归组`] : []),
    ...(inspections.length > 0 ? [`督查停在半途：${list(inspections)}`] : []),
    ...(assessments.length > 0 ? [`考核停在半途：${list(assessments)}`] : []),
    ...(people > 0 ? [`${people} 个组长和成员的角色同时结束`] : []),
  ]
}

function buttonsOf({ id: team, kind, name }: Found, ending: boolean): Button[] {
  const convenor = GROUP_ROLES.find((role) => role === `${kind}-convenor`) ?? ''
  const giving = (text: string, role: string): Button => ({
    text,
    action: { send: 'form', with: { form: 'give-role', params: { role, scope: team } } },
  })
  if (ending) {
    return [
      {
        ...{ text: '确认撤销', style: 'danger', action: { do: 'team.end', with: { team, sure: true } } },
        confirm: { title: `撤销${name}`, text: '上列情况随即发生，成员会收到通知。' },
      },
      { text: '不撤销', action: { show: 'team', with: { team } } },
    ]
  }
  return [
    {
      text: '修改',
      style: 'primary',
      action: { send: 'form', with: { form: 'keep-team', params: { team } } },
    },
    giving('加组长', convenor),
    giving('加成员', `${kind}-member`),
    { text: '撤销小组', action: { show: 'team', with: { team, ending: true } } },
  ]
}
