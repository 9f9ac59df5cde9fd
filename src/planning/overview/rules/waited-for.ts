/** Who holds a plan up (rulebook 3): whoever has to draft, send, review or ratify next, and since when. */
import type { GroupId, PersonId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { UnitKind } from '../../../store/schema/organization.ts'
import type { Drafter, GoalStatus, GoalType, PlanStatus } from '../../../store/schema/planning.ts'
import { partsOf, typesOf } from '../../rules/drafters.ts'
import { mayBeEmpty } from '../../rules/send.ts'
import type { GoalsAt } from './standing.ts'

export interface PlanStanding {
  readonly kind: UnitKind
  readonly leader: PersonId | null
  /** Its working group. */
  readonly group: GroupId | null
  readonly status: PlanStatus
  /** The drafters who have sent their part. */
  readonly sent: readonly Drafter[]
  readonly goals: readonly GoalsAt[]
  /** Whether the members of the leading group decide together; else its chair alone (Article 16). */
  readonly quorum: boolean
  /** The members who have answered on every goal that waits for the leading group. */
  readonly answered: readonly PersonId[]
  /** Since when goals are set this year; null where it is not known. */
  readonly opened: Instant | null
}

export type WaitRole =
  | 'contact'
  | 'head'
  | 'working-convenor'
  | 'working-member'
  | 'leader'
  | 'chair'
  | 'leading-member'
  | 'office'

export interface Wait {
  readonly task: 'draft' | 'revise' | 'send' | 'review' | 'ratify' | 'appoint-leader' | 'appoint-group'
  /** Any of them can do it; who answers for it stands first. */
  readonly roles: readonly WaitRole[]
  /** Who has done the own share of it: waited for again only once all have, without a decision. */
  readonly answered: readonly PersonId[]
  /** How many goals it is about. */
  readonly goals: number
  /** What is to be drafted or sent; none of the other tasks. */
  readonly types: readonly GoalType[]
  /** Whether the part may be sent without any goal (Article 14). */
  readonly optional: boolean
  readonly since: Instant | null
}

const DRAFTING: { readonly [drafter in Drafter]: readonly [WaitRole, ...WaitRole[]] } = {
  unit: ['head', 'contact'],
  group: ['working-convenor', 'working-member'],
  leader: ['leader'],
}

/** All who are waited for at the moment: several where parts are sent apart; nobody once the plan is in force. */
export function whoIsWaitedFor(plan: PlanStanding): Wait[] {
  if (plan.status === 'in-force') return []
  const unsent = unsentParts(plan)
  const sent = at(plan, 'sent')
  const leaderless = plan.leader === null && (unsent.length > 0 || sent.count > 0)
  return [
    ...unsent.flatMap((part) => drafting(plan, part)),
    ...(leaderless ? [wait('appoint-leader', ['office'], plan.opened)] : []),
    ...(plan.leader !== null && sent.count > 0 ? [wait('review', ['leader'], sent.since, sent.count)] : []),
    ...(plan.status === 'in-ratification' ? [ratification(plan)] : []),
  ]
}

export function unsentParts(plan: Pick<PlanStanding, 'kind' | 'sent'>): Drafter[] {
  return partsOf(plan.kind).filter((part) => !plan.sent.includes(part))
}

/** What is drafted waits for the one who sends it; where there is nothing, or something came back, for all who draft. */
function drafting(plan: PlanStanding, part: Drafter): Wait[] {
  if (part === 'leader' && plan.leader === null) return []
  if (part === 'group' && plan.group === null) return [wait('appoint-group', ['office'], plan.opened)]
  const about = { types: typesOf(plan.kind, part), optional: mayBeEmpty(plan.kind, part) }
  const returned = at(plan, 'returned', part)
  const drafts = at(plan, 'draft', part)
  const [sender] = DRAFTING[part]
  if (returned.count > 0) {
    return [{ ...wait('revise', DRAFTING[part], returned.since ?? plan.opened, returned.count), ...about }]
  }
  const begun = plan.goals.some((one) => one.drafter === part)
  return begun
    ? [{ ...wait('send', [sender], plan.opened, drafts.count), ...about }]
    : [{ ...wait('draft', DRAFTING[part], plan.opened), ...about }]
}

function ratification(plan: PlanStanding): Wait {
  const { count, since } = at(plan, 'passed')
  if (!plan.quorum) return wait('ratify', ['chair'], since, count)
  return { ...wait('ratify', ['chair', 'leading-member'], since, count), answered: plan.answered }
}

function wait(task: Wait['task'], roles: readonly WaitRole[], since: Instant | null, goals = 0): Wait {
  return { task, roles, answered: [], goals, types: [], optional: false, since }
}

/** The goals in a status, of one drafter or of all, and since when: see `GoalsAt`. */
function at(
  plan: PlanStanding,
  status: GoalStatus,
  drafter?: Drafter,
): { readonly count: number; readonly since: Instant | null } {
  const found = plan.goals.filter(
    (one) => one.status === status && (drafter === undefined || one.drafter === drafter),
  )
  const times = found.flatMap((one) => one.since ?? []).sort()
  const since = (status === 'passed' ? times.at(-1) : times[0]) ?? null
  return { count: found.reduce((sum, one) => sum + one.count, 0), since }
}
