/** Views of the leading group: `petition`, `petitions`. */
import * as z from 'zod'
import type { Message } from '../../../../cards/kit.ts'
import { type PetitionFacts, petitionCard } from '../../../../cards/petition.ts'
import { petitionListCard } from '../../../../cards/petition-list.ts'
import { localDateOf } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { holds } from '../../../organization/rules/actor.ts'
import type { Database } from '../../../store/database.ts'
import { type Case, leadingGroup, loadCase } from '../case.ts'
import type { Paper } from '../paper.ts'
import { countPetitions, listPetitions } from '../queries/list.ts'
import { listPeople } from '../queries/named.ts'
import { findWriterName } from '../queries/register.ts'
import { listConcernedNames, papersOf } from '../queries.ts'
import { isMember, standingOf } from '../rules/circle.ts'
import { offersTo } from '../rules/offers.ts'
import type { WrittenPetition } from '../rules/petition.ts'
import { sayWritten, statusOf } from '../say-petition.ts'
import { petitionId } from '../subject.ts'
import { petitionWording } from '../wording.ts'
import { actionsOf, consentButtons, hintOf, replyFormOf } from './offered.ts'
import { asCard, instead } from './sentence.ts'
import { loadThread } from './thread.ts'
import { turnsOf } from './turns.ts'

const NOT_YOURS = petitionWording['foreign-petition']()

export const petitionView = viewOf({
  name: 'petition',
  params: z.object({ petition: z.string().max(20), page: z.int().min(0).exactOptional() }),
  about: ({ petition }) => petitionId(petition),
  async render(db, { petition: number, page }, viewer): Promise<Message> {
    const known = await loadCase(db, number, viewer)
    const { state } = known.head
    if (state.status === 'unwritten' || standingOf(known.circle, state.entrusted) === 'none')
      return instead(NOT_YOURS)
    return asCard(petitionCard(await factsOf(db, known, state, viewer, page)))
  },
})

async function factsOf(
  db: Database,
  known: Case,
  petition: WrittenPetition,
  viewer: Viewer,
  page: number | undefined,
): Promise<PetitionFacts> {
  const { number } = petition
  const [{ first, steps, turns }, concerned, writer, entrusted, proposal] = await Promise.all([
    loadThread(db, petition, 'leaders', { page, view: { name: 'petition', params: { petition: number } } }),
    listConcernedNames(db, number),
    findWriterName(db, number),
    listPeople(db, petition.entrusted),
    findProposal(db, petition),
  ])
  const offers = offersTo(petition, known.circle, proposal?.by ? [proposal.by.id, proposal.by.hand] : [])
  const written = petition.steps[0]?.at
  return {
    number,
    status: statusOf({ status: petition.status, waits_for: petition.waitsFor, proposal: petition.proposal }),
    writer: writer ? [writer.name, ...(writer.unit === null ? [] : [writer.unit])].join('，') : '不公开姓名',
    written: written ? sayWritten(written, viewer.today) : '',
    concerned: concerned.join('、'),
    unit: first?.unit ?? '',
    entrusted: entrusted.map(({ name }) => name).join('、'),
    text: first?.text ?? '',
    ...{ steps, turns },
    proposal: proposal && {
      to: proposal.to?.name ?? '',
      text: proposal.text,
      buttons: consentButtons(petition, offers),
    },
    form: replyFormOf(petition, offers),
    actions: actionsOf(petition, offers),
    hint: hintOf(petition, known.circle, offers),
  }
}

async function findProposal(db: Database, { number, proposal }: WrittenPetition): Promise<Paper | null> {
  return proposal === null ? null : ((await papersOf(db, number, [proposal])).get(proposal) ?? null)
}

const PAGE_SIZE = 8

export const petitionsView = viewOf({
  name: 'petitions',
  params: z.object({ page: z.int().min(0).default(0) }),
  async render(db, { page }, viewer): Promise<Message> {
    if (!(await isReader(db, viewer)))
      return instead('来信只由领导小组成员查看。反映问题请发送「反映问题」，查看进展请发送「我反映的问题」。')
    const eyes = { actor: viewer.inNameOf, hand: viewer.by }
    const counts = await countPetitions(db, eyes)
    const { offset, turns } = turnsOf(counts.total, PAGE_SIZE, page, 'petitions')
    const rows = await listPetitions(db, eyes, { limit: PAGE_SIZE, offset })
    return asCard(
      petitionListCard({
        of: 'leaders',
        ...counts,
        rows: rows.map((row) => ({
          number: row.number,
          status: statusOf(row),
          written: sayWritten(
            row.written_at,
            row.status === 'open' ? viewer.today : localDateOf(row.written_at),
          ),
          beginning: `${row.beginning}${[...row.beginning].length < 40 ? '' : '…'}`,
          show: { send: 'petition', with: { petition: row.number } },
        })),
        ...{ turns, actions: [] },
      }),
    )
  },
})

/** Whether the person is of the leading group; in another's name, whether both are. */
async function isReader(db: Database, viewer: Viewer): Promise<boolean> {
  const [actor, group] = await Promise.all([getActor(db, viewer), leadingGroup(db, viewer.today)])
  if (!holds(actor, 'chair') && !holds(actor, 'leading-member')) return false
  return viewer.by === viewer.inNameOf || isMember(group, viewer.by)
}
