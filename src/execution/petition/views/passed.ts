/** View `petition-passed`: what was passed on, for its receiver of the day. */
import * as z from 'zod'
import type { Message } from '../../../../cards/kit.ts'
import { type PassedPetitionFacts, passedPetitionCard } from '../../../../cards/petition-passed.ts'
import { sayInstant } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { loadCase } from '../case.ts'
import { reportSpec } from '../forms/writer.ts'
import { passedTo, receivesNow } from '../passed.ts'
import { findPassed, papersOf } from '../queries.ts'
import type { WrittenPetition } from '../rules/petition.ts'
import { passingId } from '../subject.ts'
import { petitionWording } from '../wording.ts'
import { asCard, instead } from './sentence.ts'

const NOT_YOURS = petitionWording['foreign-passing']()

export const petitionPassedView = viewOf({
  name: 'petition-passed',
  params: z.object({ petition: z.string().max(20), place: z.int() }),
  about: ({ petition, place }) => passingId(petition, place),
  async render(db, { petition, place }, viewer): Promise<Message> {
    const [known, row] = await Promise.all([loadCase(db, petition, viewer), findPassed(db, petition, place)])
    const { state } = known.head
    if (state.status === 'unwritten' || !row || !receivesNow(passedTo(row), known)) return instead(NOT_YOURS)
    return asCard(passedPetitionCard(await factsOf(db, state, place)))
  },
})

async function factsOf(db: Database, petition: WrittenPetition, place: number): Promise<PassedPetitionFacts> {
  const { number, steps, passings, status } = petition
  const passing = passings.find((one) => one.place === place)
  const [reportedAt, report] = [passing?.reportedAt ?? null, passing?.report ?? 0]
  const papers = await papersOf(db, number, [place, report])
  const answer = papers.get(report)
  const isOpen = status === 'open' && reportedAt === null
  const at = steps[place - 1]?.at
  return {
    number,
    text: papers.get(place)?.text ?? '',
    at: at ? sayInstant(at) : '',
    status: isOpen ? 'open' : reportedAt === null ? 'closed' : 'reported',
    answer:
      reportedAt !== null && answer
        ? { text: answer.text, by: answer.by?.name ?? '', at: sayInstant(reportedAt) }
        : null,
    form: isOpen ? reportFormOf(number, place) : null,
  }
}

function reportFormOf(petition: string, place: number): PassedPetitionFacts['form'] {
  const action = { submit: 'petition-report', with: { petition, place } } as const
  return {
    name: 'petition-report',
    spec: reportSpec,
    buttons: [{ text: '回复', style: 'primary', action }],
  }
}
