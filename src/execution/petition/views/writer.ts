/** Views of the writer alone: `my-petition`, `my-petitions`. Never in another's name: not even that there are any. */
import * as z from 'zod'
import type { Button, Message } from '../../../../cards/kit.ts'
import { petitionListCard } from '../../../../cards/petition-list.ts'
import { ownPetitionCard } from '../../../../cards/petition-own.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { localDateOf } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { writersView } from '../notices.ts'
import { countOwnPetitions, findByHandle, listOwnPetitions } from '../queries/register.ts'
import { listConcernedNames } from '../queries.ts'
import type { WrittenPetition } from '../rules/petition.ts'
import { outerStatusOf, sayWritten } from '../say-petition.ts'
import { ownPetitionId, petitionId, petitionSubject } from '../subject.ts'
import { asCard, instead } from './sentence.ts'
import { loadThread } from './thread.ts'
import { turnsOf } from './turns.ts'

const NOT_OWN = '反映的问题只有反映人本人能查看。发送「我反映的问题」可查看您自己的。'

const isOneself = ({ by, inNameOf }: Viewer): boolean => by === inNameOf

export const myPetitionView = viewOf({
  name: 'my-petition',
  params: z.object({ handle: z.string().max(64), page: z.int().min(0).exactOptional() }),
  about: ({ handle }) => ownPetitionId(handle),
  async render(db, { handle, page }, viewer): Promise<Message> {
    const registered = await findByHandle(db, handle)
    if (!registered || registered.person !== viewer.by || !isOneself(viewer)) return instead(NOT_OWN)
    const { state } = await foldSubject(db, petitionSubject, petitionId(registered.petition))
    if (state.status === 'unwritten') return instead(NOT_OWN)
    return asCard(await ownCard(db, state, handle, page))
  },
})

async function ownCard(db: Database, petition: WrittenPetition, handle: string, page: number | undefined) {
  const { number, hidden, status, waitsFor, proposal } = petition
  const [{ first, steps, turns }, concerned] = await Promise.all([
    loadThread(db, petition, 'writer', { page, view: writersView(handle) }),
    listConcernedNames(db, number),
  ])
  const more: Button[] =
    status === 'closed'
      ? []
      : [
          {
            text: '补充',
            ...(waitsFor === 'writer' && { style: 'primary' as const }),
            action: { send: 'form', with: { form: 'petition-add', params: { handle } } },
          },
        ]
  return ownPetitionCard({
    number,
    status: outerStatusOf({ status, waits_for: waitsFor, proposal }),
    hidden,
    concerned: concerned.join('、'),
    unit: first?.unit ?? '',
    text: first?.text ?? '',
    ...{ steps, turns, actions: more },
  })
}

const PAGE_SIZE = 8

export const myPetitionsView = viewOf({
  name: 'my-petitions',
  params: z.object({ page: z.int().min(0).default(0) }),
  async render(db, { page }, viewer): Promise<Message> {
    if (!isOneself(viewer)) return instead(NOT_OWN)
    const counts = await countOwnPetitions(db, viewer.by)
    const { offset, turns } = turnsOf(counts.total, PAGE_SIZE, page, 'my-petitions')
    const rows = await listOwnPetitions(db, viewer.by, { limit: PAGE_SIZE, offset })
    return asCard(
      petitionListCard({
        of: 'writer',
        ...counts,
        rows: rows.map((row) => ({
          number: row.number,
          status: outerStatusOf(row),
          written: sayWritten(
            row.written_at,
            row.status === 'open' ? viewer.today : localDateOf(row.written_at),
          ),
          beginning: '',
          show: { send: 'my-petition', with: { handle: row.handle } },
        })),
        turns,
        actions: [{ text: '反映问题', action: { guide: 'petition-write', with: {} } }],
      }),
    )
  },
})
