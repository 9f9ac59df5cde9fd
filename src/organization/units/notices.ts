/** Who is told of a reform once it holds: the people of its units, their leaders in charge and groups, and the office. */
import type { Meta, Notice } from '../../kernel/command.ts'
import type { Database } from '../../store/database.ts'
import { listConcerned } from './queries/reforms.ts'
import { newUnitsOf, unitsOf, type Wish } from './rules/wish.ts'
import { reformId } from './subject.ts'

/** Those who held the roles before, so that whoever loses one learns of it; with the leaders of new units. */
export async function noticesOfReform(
  db: Database,
  reform: number,
  wish: Wish,
  { by, today }: Meta,
): Promise<Notice[]> {
  const people = await listConcerned(db, unitsOf(wish), today)
  const leaders = [
    ...newUnitsOf(wish).flatMap(({ leader }) => leader ?? []),
    ...(wish.kind === 'lead' && wish.leader !== null ? [wish.leader] : []),
  ]
  return [...new Set([...people, ...leaders])]
    .filter((person) => person !== by)
    .map((to) => ({
      to,
      view: { name: 'reform', params: { reform } },
      about: reformId(reform),
      key: `reform:${reform}:${to}`,
    }))
}
