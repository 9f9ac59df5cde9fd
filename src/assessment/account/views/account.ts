import * as z from 'zod'
import { type AccountFacts, accountCard, goalInAccount } from '../../../../cards/account.ts'
import type { Message } from '../../../../cards/kit.ts'
import { packedPage } from '../../../../cards/packing.ts'
import { say } from '../../../kernel/chapter.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { holds } from '../../../organization/rules/actor.ts'
import { sayWhenOpen } from '../../../policy/calendar/queries.ts'
import type { Database } from '../../../store/database.ts'
import { saidInstead, shown } from '../../views/said.ts'
import { type AccountPlace, type LoadedAccount, loadAccount } from '../load.ts'
import { type Reach, reachOf } from '../reach.ts'
import { type AccountState, revisionOf, statementsOf } from '../rules/account.ts'
import { barOfAccount, missingInAccount } from '../rules/state-account.ts'
import { accountId } from '../subject.ts'
import { toldOf } from '../told.ts'
import { accountWording } from '../wording.ts'
import { askedPlace, chooseUnit, TITLE } from './asked.ts'

const params = z.object({
  year: z.int().exactOptional(),
  unit: z.string().exactOptional(),
  page: z.int().default(1),
})

/** 自评: what a unit says of its year; its own people also while it is a draft, with what they may do. */
export const accountView = viewOf({
  name: 'account',
  ofYear: true,
  params,
  about: ({ year, unit }) => (year === undefined || unit === undefined ? null : accountId(year, unit)),
  async complete(db, asked, viewer) {
    const place = await askedPlace(db, asked, viewer)
    return place && { name: 'account', params: { ...place, page: asked.page } }
  },
  async render(db, asked, viewer) {
    const place = await askedPlace(db, asked, viewer)
    return place ? renderAccount(db, place, asked.page, viewer) : chooseUnit(db, 'account', {}, viewer)
  },
})

async function renderAccount(
  db: Database,
  place: AccountPlace,
  page: number,
  viewer: Viewer,
): Promise<Message> {
  const actor = await getActor(db, viewer)
  const [loaded, reach] = await Promise.all([loadAccount(db, place, viewer), reachOf(db, actor, place.unit)])
  const { context, state } = loaded
  if (!context.unit) return saidInstead(TITLE, accountWording['unknown-account']())
  const { name } = context.unit
  if (reach === 'none') {
    return saidInstead(TITLE, `${name}的自评由该单位、考核它的工作组和学校领导查看，您目前没有这项职责。`)
  }
  if (reach === 'reader' && state.status !== 'signed') {
    return saidInstead(TITLE, `${name}还没有提交自评。`)
  }
  const heads = holds(actor, 'head', place.unit)
  const bar = reach === 'own' ? barOfAccount(context) : undefined
  const when = bar ? await sayWhenOpen(db, bar, viewer.today) : ''
  return shown(accountCard(cardFacts(loaded, { place, name, page, reach, heads, when })))
}

interface Looking {
  readonly place: AccountPlace
  readonly name: string
  readonly page: number
  readonly reach: Reach
  readonly heads: boolean
  /** When the account can be written, where it cannot yet. */
  readonly when: string
}

function cardFacts(loaded: LoadedAccount, { place, name, page, reach, heads, when }: Looking): AccountFacts {
  const { context, state } = loaded
  const own = reach === 'own'
  const bar = own ? barOfAccount(context) : undefined
  const drafted = state.status !== 'signed'
  const open = own && bar === undefined
  const missing = own && drafted ? missingInAccount(state, context.goals) : []
  return {
    year: place.year,
    unit: { id: place.unit, name },
    status: state.status,
    last: sayLast(state),
    takenBack: state.status === 'draft' && state.takenBack !== null,
    closed: bar ? `${say(accountWording, bar) ?? ''}${when}` : '',
    packed: packedPage(blocksOf(loaded, place, missing), page),
    missing: missing.map((one) => one.goal),
    may: {
      fill: open && drafted,
      sign: open && drafted && heads,
      takeBack: open && state.status === 'signed' && heads && !context.scored,
    },
    revision: revisionOf(state),
  }
}

function blocksOf(
  { context, state, goals }: LoadedAccount,
  place: AccountPlace,
  missing: ReturnType<typeof missingInAccount>,
) {
  const said = statementsOf(state)
  return goals.flatMap(({ id, number, type, title }) => {
    const stated = context.goals.find((one) => one.id === id)
    if (!stated) return []
    const told = toldOf(said[id], stated.yardstick)
    const lacks = missing.find((one) => one.goal === number)?.lacks ?? []
    return [goalInAccount({ id, goal: { number, type, title }, told, lacks }, { ...place })]
  })
}

function sayLast(state: AccountState): string {
  if (state.status === 'none') return ''
  const { name, at } = state.status === 'signed' ? state.signed : state.moved
  return `${sayInstant(at)}由${name}`
}
