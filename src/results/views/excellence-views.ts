import * as z from 'zod'
import type { Card, Message } from '../../../cards/kit.ts'
import { resultNoteCard } from '../../../cards/result-note.ts'
import type { Year } from '../../kernel/ids.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import { findCurrentYear, findYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { renderGate } from '../gate-to-publication.ts'
import { listMembers } from '../leading-group.ts'
import { type Deciding, findDeciding } from '../proposal.ts'
import { isRescored } from '../rules/correction.ts'
import { finalsOf } from '../rules/decide.ts'
import type { DecidedResults } from '../rules/results.ts'
import { resultsId } from '../subjects.ts'
import { ballotCard } from './ballot-card.ts'
import { type Deciders, decidedCard, namingCard, quotaCard } from './naming-card.ts'

const params = z.object({ year: z.int().exactOptional() })
const about = ({ year }: z.infer<typeof params>) => (year === undefined ? null : resultsId(year))
const shown = (card: Card): Message => ({ kind: 'card', card })
const noteOf = (text: string): Message => shown(resultNoteCard({ title: '评优', text }))

/** The words 优秀比例 and 评优: the next step of the decision on excellence. */
const excellenceView = viewOf({
  name: 'excellence',
  params,
  about,
  async complete(db, { year }) {
    const open = year === undefined ? await findCurrentYear(db) : undefined
    return open && { name: 'excellence', params: { year: open.year } }
  },
  render: (db, { year }, viewer) => renderFor(db, year, viewer, (d) => gateBefore(d) ?? nextStep(d)),
})

/** The ratios again, for a change before the ratification; while things are missing no more than a first look. */
const excellenceQuotaView = viewOf({
  name: 'excellence-quota',
  params,
  about,
  render: (db, { year }, viewer) =>
    renderFor(db, year, viewer, (d) => {
      const { state } = d.deciding
      return state.status === 'ratified' || state.status === 'announced' ? decidedCard(state) : quotaCard(d)
    }),
})

/** The naming again, while another is before the members. */
const excellenceNamingView = viewOf({
  name: 'excellence-naming',
  params,
  about,
  render: (db, { year }, viewer) =>
    renderFor(db, year, viewer, (d) => {
      const { state } = d.deciding
      if (state.status === 'unproposed') return gateBefore(d) ?? quotaCard(d)
      if (state.status === 'proposed') return gateBefore(d) ?? namingCard(d, state)
      return isOpenAgain(state, d.deciding) ? namingCard(d, state) : decidedCard(state)
    }),
})

async function renderFor(
  db: Database,
  year: Year | undefined,
  viewer: Viewer,
  card: (d: Deciders) => Card,
): Promise<Message> {
  const actor = await getActor(db, viewer)
  if (!sees(actor)) return noteOf('评优由领导小组研究确定，结果公布后可以发送「结果」查看。')
  const open = year === undefined ? await findCurrentYear(db) : await findYear(db, year)
  if (!open) return noteOf('年度还没有开启，请等候领导小组办公室通知。')
  const [deciding, members] = await Promise.all([findDeciding(db, open), listMembers(db, viewer.today)])
  const early = open.phase !== 'results' && isUndecided(deciding) && deciding.standing.missing.length === 0
  if (early) return noteOf('进入「结果」阶段后才能确定优秀比例，请等候办公室通知。')
  return shown(card({ open, deciding, actor, members }))
}

const sees = (actor: Actor): boolean =>
  holds(actor, 'chair') || holds(actor, 'office') || holds(actor, 'leading-member')

const isUndecided = ({ state }: Deciding): boolean =>
  state.status === 'unproposed' || state.status === 'proposed'

/** Before everything is there nothing can be chosen. */
function gateBefore({ open, deciding, actor }: Deciders): Card | undefined {
  const incomplete = isUndecided(deciding) && deciding.standing.missing.length > 0
  return incomplete ? renderGate(open, deciding, actor) : undefined
}

function nextStep(d: Deciders): Card {
  const { state } = d.deciding
  switch (state.status) {
    case 'unproposed':
      return quotaCard(d)
    case 'proposed':
      return state.ballot ? ballotCard(d, state, state.ballot) : namingCard(d, state)
    case 'ratified':
    case 'announced':
      if (!isOpenAgain(state, d.deciding)) return decidedCard(state)
      return state.ballot ? ballotCard(d, state, state.ballot) : namingCard(d, state)
  }
}

/** Whether an appeal changed what was ratified. */
const isOpenAgain = (state: DecidedResults, { standing }: Deciding): boolean =>
  isRescored(state.results, finalsOf(standing.scored))

export const excellenceViews: readonly ViewDefinition[] = [
  excellenceView,
  excellenceQuotaView,
  excellenceNamingView,
]
