/** What the office should know before somebody takes over. */

import { say as sayCode } from '../../../kernel/chapter.ts'
import type { Viewer } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { loadDutyNames } from '../../delegation/duty-names.ts'
import { loadGiving } from '../../roles/load.ts'
import { doubtsOf, type RoleDoubt } from '../../roles/rules/doubts.ts'
import { sayDoubt } from '../../roles/wording.ts'
import type { Proposal } from '../load.ts'
import { openRoles, refusalOfReplacing, roleKey, WORK_KEY } from '../rules/replace.ts'
import { peopleWording } from '../wording.ts'

export async function warningsOf(db: Database, proposal: Proposal, viewer: Viewer): Promise<string[]> {
  const { facts, successor, leaver } = proposal
  const barred = refusalOfReplacing(facts)
  const said = barred ? sayCode(peopleWording, barred) : undefined
  const own = successor.reached === 1 ? [] : [`${successor.name}还没有飞书账号，收不到消息，也不能办理`]
  return [
    ...(said === undefined ? [] : [said]),
    ...own,
    ...(await roleDoubts(db, proposal, viewer)),
    ...strangerToTasks(proposal),
    ...(leaver.ended_on === null ? [] : [`${leaver.name}已离任，现在只移交留下的工作`]),
  ]
}

async function roleDoubts(db: Database, { facts, successor }: Proposal, viewer: Viewer): Promise<string[]> {
  const { leaver, keep, days } = facts
  const moved = openRoles(leaver.state, days).filter((held) => !keep.includes(roleKey(held)))
  const say = await loadDutyNames(db, moved)
  const lists = await Promise.all(
    moved.map(async (held) => {
      const { role, scope: id, from, to } = held
      const wish = { person: successor.id, role, scope: { id, name: '' }, sure: true }
      const giving = await loadGiving(db, wish, viewer)
      if (!giving) return []
      // The leaver holds it no more when the successor begins.
      const holders = giving.holders.filter((one) => one.id !== leaver.id)
      const doubts = doubtsOf({ ...giving, holders, span: { from, to } }).filter(isOfRole)
      return doubts.map((doubt) => `${say(held)}：${sayDoubt(doubt)}`)
    }),
  )
  return lists.flat()
}

const isOfRole = ({ code }: RoleDoubt): boolean => code !== 'no-account'

/** Tasks belong to the people of the unit (Article 18); the office may say otherwise, knowing it. */
function strangerToTasks({ open, successor, facts }: Proposal): string[] {
  if (facts.keep.includes(WORK_KEY)) return []
  const units = [
    ...new Set(
      open.filter(({ kind, scope }) => kind === 'task' && scope !== successor.unit).map(({ place }) => place),
    ),
  ]
  const inRole = new Set(
    openRoles(facts.leaver.state, facts.days)
      .filter((held) => !facts.keep.includes(roleKey(held)) && ['head', 'contact'].includes(held.role))
      .map(({ scope }) => scope),
  )
  const strange = open.filter(
    ({ kind, scope, place }) => kind === 'task' && units.includes(place) && !inRole.has(scope),
  )
  const names = [...new Set(strange.map(({ place }) => place))]
  return names.length === 0 ? [] : [`任务：${successor.name}不是${names.join('、')}的人员，请确认由其负责`]
}
