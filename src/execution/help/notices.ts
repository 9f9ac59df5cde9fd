import type { AskedDuty, Notice, View } from '../../kernel/command.ts'
import { never } from '../../kernel/decision.ts'
import type { GoalId, PersonId } from '../../kernel/ids.ts'
import type { Holder } from './rules/holder.ts'
import { helpId } from './subject.ts'

interface Request {
  readonly goal: GoalId
  readonly number: number
}

export const helpView = (goal: GoalId, number: number): View => ({
  name: 'help-request',
  params: { goal, number },
})

/** The request's card for each of these people, but for who acts: once for what happened at this version. */
export function helpNotices(
  { goal, number }: Request,
  version: number,
  people: readonly PersonId[],
  acting: PersonId,
): Notice[] {
  const about = helpId(goal, number)
  return [...new Set(people)]
    .filter((person) => person !== acting)
    .map((to) => ({ to, about, view: helpView(goal, number), key: `help:${about}:${version}:${to}` }))
}

/** The same for those who have to answer, and for whoever may do that in their names. */
export function noticesToHolder(
  request: Request,
  version: number,
  {
    to,
    people,
    acting,
  }: { readonly to: Holder; readonly people: readonly PersonId[]; readonly acting: PersonId },
): Notice[] {
  const asks = dutiesOf(to)
  return helpNotices(request, version, people, acting).map((notice) => ({ ...notice, asks }))
}

function dutiesOf({ kind, id }: Holder): AskedDuty[] {
  switch (kind) {
    case 'group':
      return [
        { role: 'working-convenor', scope: id },
        { role: 'working-member', scope: id },
      ]
    case 'leader':
      return [{ role: 'leader', scope: id }]
    case 'office':
      return [{ role: 'office' }]
    case 'unit':
      return [{ role: 'head', scope: id }]
    default:
      return never(kind)
  }
}
