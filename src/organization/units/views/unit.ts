/** One unit, whether it takes part or not: its record, its people, its plan, and what reforms made of it. */
import * as z from 'zod'
import { goalName } from '../../../../cards/goal-words.ts'
import type { Message } from '../../../../cards/kit.ts'
import { unitCard } from '../../../../cards/unit.ts'
import { REFORM_WORDS, UNIT_WORDS } from '../../../../cards/unit-words.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { sayDate } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { findPlan } from '../../../planning/queries.ts'
import { maySee } from '../../../planning/rules/drafters.ts'
import { counts } from '../../../planning/rules/goal.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import type { GoalMoveTable } from '../../../store/schema/reform.ts'
import { findActor, findGroupOf, findPerson, findUnit } from '../../queries.ts'
import { keepsUnits } from '../access.ts'
import { listMovesFrom, listReformsOf } from '../queries/reforms.ts'
import {
  findUnitCalled,
  type ListedUnit,
  listPeopleOfUnit,
  listResultsOfUnit,
  listTeamsOfUnit,
  listUnitsWithState,
} from '../queries/units.ts'
import { becameOf, sayReform, successorsIn } from '../succession.ts'

const PAGE_SIZE = 10
const GRADES = { excellent: '优秀', qualified: '合格', unqualified: '不合格' } as const
const PLANS = {
  drafting: '起草中',
  'in-review': '审核中',
  'in-ratification': '审定中',
  'in-force': '已生效',
} as const

/** `unit`: its number, or the words by which somebody asks for it. */
export const unitView = viewOf({
  name: 'unit',
  params: z.object({ unit: z.string().max(200), page: z.int().exactOptional() }),
  about: ({ unit }) => `unit:${unit}`,
  async complete(db, { unit: words, ...params }) {
    const found = await findUnitByWords(db, words)
    return { name: 'unit', params: { ...params, unit: found?.id ?? words } }
  },
  async render(db, { unit: id, page = 0 }, viewer): Promise<Message> {
    const unit = (await listUnitsWithState(db)).find((one) => one.id === id)
    if (!unit) return noUnit(id)
    return { kind: 'card', card: unitCard(await factsOf(db, unit, viewer, page)) }
  },
})

const noUnit = (words: string): Message => {
  const text = `没有找到单位「${words}」。请发送「单位」查看名单，或用单位全称。`
  return {
    kind: 'card',
    card: { title: '单位', summary: text, elements: [{ tag: 'text', spans: [{ text }] }] },
  }
}

/** By number or whole name; else the one unit whose name has the words in it. */
async function findUnitByWords(db: Database, words: string) {
  const exact = await findUnitCalled(db, words)
  if (exact) return exact
  const near = (await listUnitsWithState(db)).filter(({ name }) => name.includes(words))
  const there = near.filter(({ state }) => state === 'listed')
  const [only, second] = there.length > 0 ? there : near
  return second ? undefined : only
}

async function factsOf(db: Database, unit: ListedUnit, viewer: Viewer, wanted: number) {
  const { id, name, kind, state } = unit
  const [actor, people, teams, leader, reforms, results] = await Promise.all([
    findActor(db, viewer),
    listPeopleOfUnit(db, id, viewer.today),
    listTeamsOfUnit(db, id),
    unit.leader === null ? undefined : findPerson(db, unit.leader),
    listReformsOf(db, [id]),
    listResultsOfUnit(db, id),
  ])
  const sees = actor !== undefined && (await seesGoals(db, id, viewer))
  const moves = sees ? await listMovesFrom(db, id) : []
  const page = pageOf(moves, PAGE_SIZE, wanted, { name: 'unit', params: { unit: id } })
  const names = (role: 'head' | 'contact') => people.filter((one) => one.role === role).map((one) => one.name)
  const office = keepsUnits(actor)
  return {
    ...{ id, name, state, teams, office, leader: leader?.name ?? '', kind: UNIT_WORDS[kind] },
    ...{ heads: names('head'), contacts: names('contact') },
    plan: sees ? await planText(db, id) : null,
    results: results.map(
      (one) =>
        `${one.year}年度${one.name === name ? '' : `（时名${one.name}）`}：${GRADES[one.grade]}，得分 ${(one.final / 100).toFixed(2)}，第 ${one.rank} 名`,
    ),
    became: becameOf(id, reforms),
    reforms: reforms
      .filter(isTold)
      .map(
        (one) =>
          `${sayDate(one.effective_on)} ${REFORM_WORDS[one.kind]}：${sayReform(one)}（${one.document}）`,
      ),
    left: await leftLines(db, page.items),
    leftInAll: moves.length,
    turns: page.turns,
  }
}

/** A reform that changes one unit stands in the table before and after; it is told once. */
function isTold(
  one: { readonly number: number; readonly part: string },
  at: number,
  all: readonly { readonly number: number }[],
): boolean {
  return all.findIndex((other) => other.number === one.number) === at
}

async function leftLines(db: Database, moves: readonly GoalMoveTable[]): Promise<string[]> {
  const names = new Map((await listUnitsWithState(db)).map(({ id, name }) => [id, name]))
  return moves.map(({ from_number, title, to_unit, to_number, reason }) =>
    to_unit === null
      ? `${goalName(from_number)} ${title}：不再执行（${reason}）`
      : `${goalName(from_number)} ${title} → ${names.get(to_unit) ?? to_unit} ${goalName(to_number ?? 0)}`,
  )
}

/** Who may see the unit's goals; of an ended one also who may see its successors'. */
async function seesGoals(db: Database, id: string, viewer: Viewer): Promise<boolean> {
  const actor = await findActor(db, viewer)
  if (!actor) return false
  const units = [id, ...(await successorsIn(db, id))]
  const places = await Promise.all(
    units.map(async (unit) => {
      const [row, group] = await Promise.all([findUnit(db, unit), findGroupOf(db, unit, 'working')])
      return row && { unit, kind: row.kind, leader: row.leader, group: group?.id ?? null }
    }),
  )
  return places.some((place) => place !== undefined && maySee(actor, place))
}

async function planText(db: Database, id: string): Promise<string | null> {
  const year = (await findCurrentYear(db))?.year
  if (year === undefined) return null
  const { state } = await findPlan(db, year, id)
  const goals = state.goals.filter(counts).length
  const moved = state.left?.length ?? 0
  if (goals === 0 && moved === 0) return `${year}年度：还没有目标`
  const left = moved > 0 ? `，${moved} 项已转出` : ''
  return `${year}年度：${PLANS[state.status]}，${goals} 项目标${left}`
}
